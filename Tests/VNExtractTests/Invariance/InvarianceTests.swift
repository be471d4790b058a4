import Foundation
import Testing
import UnicodeText
import VNExtract

/// Promise 2: however the words of a text are encoded, the mentions, values, relations and entities are the same.
///
/// Every sixth gold document is read; all of them where INVARIANCE_DOCUMENTS is `all`, and the files of a folder where it
/// is a path.
@Suite struct InvarianceTests {
  static let perturbations = Perturbation.latin + Perturbation.arabic + Perturbation.signs + Perturbation.zeroWidth

  private static let extractor = Extractor()

  /// A text and its name in `InvarianceException.document`.
  struct Document {
    let name: String
    let text: [Unicode.Scalar]
    let date: CivilDateTime?
    let answer: VNExtract.Document
  }

  static let wanted = ProcessInfo.processInfo.environment["INVARIANCE_DOCUMENTS"]

  /// The texts with what is found in them as they stand.
  private static let documents: [Document] = {
    let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpora")
    let isFolder = wanted.map { $0 != "all" } ?? false
    let root = isFolder ? URL(filePath: wanted ?? "") : corpora
    let names = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? [])
      .filter { isFolder || $0.hasSuffix(".gold.xml") && (wanted != nil || $0.contains("/development/")) }.sorted()
    let chosen = wanted == nil ? stride(from: 0, to: names.count, by: 6).map { names[$0] } : names
    return chosen.compactMap { name in
      guard let markup = try? String(contentsOf: root.appending(path: name), encoding: .utf8) else { return nil }
      let isGold = name.hasSuffix(".gold.xml")
      let text =
        isGold
        ? markup.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&amp;", with: "&") : markup
      let date = (isGold ? markup.firstMatch(of: /date="([0-9-]+)"/) : nil).flatMap { CivilDateTime(String($0.1)) }
      return Document(name: name, text: Array(text.unicodeScalars), date: date, answer: extract(text, date))
    }
  }()

  private static func extract(_ text: String, _ date: CivilDateTime?) -> VNExtract.Document {
    var options = ExtractionOptions()
    options.date = date
    return extractor.extract(text, options: options)
  }

  /// Perturbations that leave open what was written; few answers may differ, and only under these.
  ///
  /// A zero-width space between two words that nobody knows may as well stand inside one.
  private static let guesses: Set = ["zero-width spaces for blanks", "zero-width spaces for some blanks"]

  @Test(arguments: perturbations) func sameAnswers(_ perturbation: Perturbation) {
    #expect(!Self.documents.isEmpty)
    #expect(Self.documents.contains { !$0.answer.mentions.isEmpty })
    var unused = InvarianceException.all.filter { $0.perturbation == perturbation.name }
    var guessed: [String] = []
    for document in Self.documents {
      let rewriting = perturbation.rewrite(document.text)
      let expected = Findings(document.answer, rewriting.widened)
      let found = Findings(Self.extract(rewriting.text, document.date), rewriting.source)
      for difference in expected.differences(from: found, in: document.text) {
        let reason = unused.firstIndex { $0.document == document.name && $0.difference == difference }
        if let reason {
          unused.remove(at: reason)
        } else if Self.guesses.contains(perturbation.name) {
          guessed.append("\(document.name): \(difference)")
        } else {
          Issue.record("\(document.name): \(difference)")
        }
      }
    }
    let mentions = Self.documents.reduce(0) { $0 + $1.answer.mentions.count }
    #expect(guessed.count * 100 <= mentions, "\(guessed)")
    // An exception that is none any more must go; only the whole corpus tells.
    if Self.wanted == "all" { #expect(unused.map { "\($0.document): \($0.difference)" } == []) }
  }
}
