import ArgumentParser
import Scoring
import UnicodeText
import VNExtract

/// `vnextract score`.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Measures the extractor against gold documents.",
    discussion: """
      EXAMPLES
        vnextract score Corpora/vi/development
        vnextract score --errors 20 my-article.gold.xml

      Gold is inline markup, NAME.gold.xml; folders are searched for such files. Strict means the same span and type,
      overlap any common character of the same type, paired one to one.
      """)

  @Argument(help: "Gold files, or folders that hold them.", completion: .file())
  var gold: [String]

  @Option(help: "Shows so many differences.")
  var errors = 0

  @Option(help: "Only differences of these types, separated by commas.")
  var types: String?

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    let extractor = try lexicons.extractor()
    var documents: [AnnotatedDocument] = []
    var failed = false
    for path in gold.flatMap({ GoldFiles.paths(in: $0) }) {
      do {
        var source = try ByteSource(path)
        documents.append(try GoldMarkupReader.read(try source.all(), id: path, file: path))
      } catch {
        Console.error("\(error)")
        failed = true
      }
    }
    if documents.isEmpty {
      Console.error("vnextract: no gold document was found")
      throw ExitCode.someFailed
    }
    let answers = documents.map { Self.answer(to: $0, extractor) }
    let report = Scorer.score(gold: documents, predicted: answers)
    Console.out(report.text)
    let wanted = types.map { Set($0.split(separator: ",").map { $0.trimmed.uppercased() }) }
    let shown = report.errors.filter { error in
      wanted.map { $0.contains(error.gold?.type ?? "") || $0.contains(error.predicted?.type ?? "") } ?? true
    }
    for error in shown.prefix(errors) { Console.out(line(error, documents)) }
    if failed { throw ExitCode.someFailed }
  }

  /// What the extractor says of a gold document's text.
  static func answer(to document: AnnotatedDocument, _ extractor: Extractor) -> AnnotatedDocument {
    var options = ExtractionOptions()
    options.language = document.language
    options.date = document.date.flatMap { CivilDateTime($0) }
    return AnnotatedDocument(extractor.extract(document.text ?? "", id: document.id, options: options))
  }

  private func line(_ error: ScoreError, _ documents: [AnnotatedDocument]) -> String {
    let scalars = Array((documents.first { $0.id == error.document }?.text ?? "").unicodeScalars)
    func text(_ mention: AnnotatedMention?) -> String {
      guard let mention else { return "–" }
      let inside = String(String.UnicodeScalarView(scalars[mention.start..<mention.end]))
      let extra = error.attributes.map { "\($0)=\(mention[$0] ?? "none")" } + [mention["rule"]].compactMap { $0 }
      return "\(mention.type) [\(inside)]" + (extra.isEmpty ? "" : " (\(extra.joined(separator: ", ")))")
    }
    let place = error.gold ?? error.predicted
    let context = place.map { scalars[max(0, $0.start - 30)..<min(scalars.count, $0.end + 30)] } ?? []
    let flat = String(String.UnicodeScalarView(context.map { $0 == "\n" ? " " : $0 }))
    let name = error.document.split(separator: "/").last ?? ""
    return Console.visible("\(name)\t\(error.kind.rawValue)\tgold \(text(error.gold))\tsystem \(text(error.predicted))\t…\(flat)…")
  }
}
