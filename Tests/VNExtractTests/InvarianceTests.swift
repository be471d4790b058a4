import Foundation
import Testing
import UnicodeText
import VNExtract

/// Promise 2: however the words of a document are encoded, the mentions and values are the same.
@Suite struct InvarianceTests {
  /// A way to write the same words otherwise: what stands for each scalar, given the next one and a random number.
  struct Perturbation: CustomTestStringConvertible {
    let name: String
    let write: @Sendable (_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?, _ random: Int) -> String
    var testDescription: String { name }
  }

  private static func isArabicLetter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x620...0x64A).contains($0.value) && $0.value != 0x640 } ?? false
  }

  static let perturbations = [
    Perturbation(name: "NFD") { scalar, _, _ in String(scalar).decomposedStringWithCanonicalMapping },
    Perturbation(name: "tatweel") { scalar, next, random in
      let joins =
        isArabicLetter(scalar) && isArabicLetter(next)
        && !"\u{621}\u{622}\u{623}\u{624}\u{625}\u{627}\u{629}\u{62F}\u{630}\u{631}\u{632}\u{648}\u{649}".unicodeScalars
          .contains(scalar)
      return String(scalar) + (joins && random % 5 == 0 ? "\u{640}" : "")
    },
    Perturbation(name: "harakat") { scalar, _, random in
      String(scalar) + (isArabicLetter(scalar) ? ["\u{64E}", "\u{64F}", "\u{650}", "\u{652}"][random % 4] : "")
    },
    Perturbation(name: "Arabic-Indic digits") { scalar, _, _ in
      ("0"..."9").contains(scalar)
        ? String(Unicode.Scalar(scalar.value + 0x630).map(Character.init) ?? " ") : String(scalar)
    },
    Perturbation(name: "Persian letters") { scalar, _, _ in
      ["\u{643}": "\u{6A9}", "\u{64A}": "\u{6CC}"][scalar] ?? String(scalar)
    },
    Perturbation(name: "invisible characters") { scalar, _, random in
      String(scalar) + (random % 20 == 0 ? ["\u{200E}", "\u{200F}", "\u{AD}", "\u{FEFF}"][random / 20 % 4] : "")
    },
    Perturbation(name: "no-break spaces") { scalar, _, random in
      scalar == " " && random % 2 == 0 ? "\u{A0}" : String(scalar)
    },
    Perturbation(name: "doubled spaces") { scalar, _, random in scalar == " " && random % 3 == 0 ? "  " : String(scalar)
    },
    Perturbation(name: "CRLF") { scalar, _, _ in scalar == "\n" ? "\r\n" : String(scalar) },
    Perturbation(name: "curly quotes") { scalar, _, _ in
      ["\"": "\u{201C}", "'": "\u{2019}"][scalar] ?? String(scalar)
    },
    Perturbation(name: "dashes") { scalar, _, random in
      scalar == "-" ? ["\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}"][random % 5] : String(scalar)
    },
  ]

  private static let extractor = Extractor()

  /// Every sixth document of the development parts, without its markup.
  private static func documents() throws -> [String] {
    let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpora")
    let names = (FileManager.default.enumerator(atPath: corpora.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".gold.xml") && $0.contains("development") }.sorted()
    return try stride(from: 0, to: names.count, by: 6).map { index in
      try String(contentsOf: corpora.appending(path: names[index]), encoding: .utf8)
        .replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
    }
  }

  private struct Found: Hashable, CustomStringConvertible {
    var type: MentionType
    var start: Int
    var end: Int
    var value: String?
    var text: String
    var description: String { "\(type.rawValue) [\(text)] \(value ?? "")" }

    static func == (left: Found, right: Found) -> Bool {
      (left.type, left.start, left.end, left.value) == (right.type, right.start, right.end, right.value)
    }

    func hash(into hasher: inout Hasher) { hasher.combine([start, end]) }
  }

  private func extract(_ text: String) -> [Mention] {
    var options = ExtractionOptions()
    options.date = CivilDateTime("2025-06-01")
    return Self.extractor.extract(text, options: options).mentions
  }

  @Test(arguments: perturbations) func sameAnswers(_ perturbation: Perturbation) throws {
    var state: UInt64 = 5
    let documents = try Self.documents()
    #expect(documents.count >= 6)
    for text in documents {
      let scalars = Array(text.unicodeScalars)
      let expected = Set(
        extract(text).map {
          Found(type: $0.type, start: $0.range.lowerBound, end: $0.range.upperBound, value: $0.value, text: $0.text)
        })
      #expect(!expected.isEmpty)
      var written = ""
      var sources: [Int] = []
      for (index, scalar) in scalars.enumerated() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let piece = perturbation.write(scalar, index + 1 < scalars.count ? scalars[index + 1] : nil, Int(state >> 40))
        written.unicodeScalars.append(contentsOf: piece.unicodeScalars)
        sources += Array(repeating: index, count: piece.unicodeScalars.count)
      }
      let found = Set(
        extract(written).map {
          Found(
            type: $0.type, start: sources[$0.range.lowerBound], end: sources[$0.range.upperBound - 1] + 1,
            value: $0.value,
            text: $0.text)
        })
      #expect(expected.symmetricDifference(found).map(\.description).sorted() == [])
    }
  }
}
