import Foundation
import Testing
import VNExtract

/// Numeric expressions with the values they must have, and sentences that hold no numeric fact.
///
/// A row of a table is a text with its number in brackets, or a text that is all number; unit and modifier are compared where
/// the row names them.
@Suite struct NumberTableTests {
  private static let languages = ["ar", "en", "vi"]
  private static let extractor = Extractor()

  private struct Row {
    let written: String
    let kind: String
    let value: String
    let unit: String
    let mod: String

    init(_ line: Substring) {
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      cells += Array(repeating: "", count: max(0, 5 - cells.count))
      (written, kind, value, unit, mod) = (cells[0], cells[1], cells[2], cells[3], cells[4])
    }

    var text: String { written.filter { $0 != "[" && $0 != "]" } }

    var number: Substring {
      guard let start = written.firstIndex(of: "["), let end = written.firstIndex(of: "]") else { return written[...] }
      return written[written.index(after: start)..<end]
    }

    /// What is wrong with an answer; nil where it is as the row says.
    func fault(in mentions: [Mention]) -> String? {
      let numbers = mentions.filter { $0.type == .number }
      let isRight = numbers.contains { found in
        found.text == number && found.kind == kind && found.value == value && (unit.isEmpty || found.unit == unit)
          && (found.mod ?? "") == mod
      }
      if isRight { return nil }
      let found = numbers.map { "[\($0.text)] \($0.kind ?? "") \($0.value ?? "") \($0.unit ?? "") \($0.mod ?? "")" }
      return "\(written): \(kind) \(value) \(unit) \(mod), found \(found)"
    }
  }

  private static func lines(_ name: String) throws -> [Substring] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Numbers"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
  }

  private static func mentions(_ text: String, _ language: String) -> [Mention] {
    var options = ExtractionOptions()
    options.language = language
    return extractor.extract(text, options: options).mentions
  }

  @Test(arguments: languages) func expressionsHaveTheirValues(language: String) throws {
    let rows = try Self.lines("\(language).tsv").dropFirst().map(Row.init)
    #expect(rows.count >= 500)
    #expect(rows.compactMap { $0.fault(in: Self.mentions($0.text, language)) } == [])
  }

  @Test(arguments: languages) func wholeNumbersParse(language: String) throws {
    let rows = try Self.lines("\(language).tsv").dropFirst().map(Row.init).filter { !$0.written.contains("[") }
    #expect(rows.count >= 150)
    let wrong = rows.filter { row in
      guard let parsed = Self.extractor.parseNumber(row.text, language: language) else { return true }
      return parsed.value != row.value || parsed.kind.rawValue != row.kind
    }
    #expect(wrong.map(\.written) == [])
  }

  @Test(arguments: languages) func trapsHoldNoNumber(language: String) throws {
    let traps = try Self.lines("\(language)-negatives.txt").map(String.init)
    #expect(traps.count >= 150)
    let found = traps.flatMap { text in
      Self.mentions(text, language).filter { $0.type == .number }.map { "\(text): [\($0.text)] by \($0.rule)" }
    }
    #expect(found == [])
  }

  /// Connected prose in which all that looks like a number is something else: at most one slip in a thousand words.
  @Test(arguments: languages) func trapProseHoldsNoNumber(language: String) throws {
    let text = try Self.lines("\(language)-prose.txt").joined(separator: "\n")
    let words = text.split { $0 == " " || $0 == "\n" }.count
    #expect(words >= 300)
    let found = Self.mentions(text, language).filter { $0.type == .number }
    #expect(found.map { "[\($0.text)] by \($0.rule)" }.count * 1000 <= words, "\(found.map(\.text))")
  }

  @Test(arguments: [
    ("hai mươi mốt", "vi", "21"), ("three thousand and five", "en", "3005"), ("خمسة وعشرون", "ar", "25"),
  ]) func languageIsGuessedWithoutOne(text: String, language: String, value: String) {
    #expect(Self.extractor.parseNumber(text, language: language)?.value == value)
    #expect(Self.extractor.parseNumber(text)?.value == value)
  }

  @Test(arguments: ["", "năm qua", "hai người", "one of", "five people", "hai ba", "ثلاثة أشخاص", "and", "و"])
  func isNoNumber(text: String) {
    for language in Self.languages { #expect(Self.extractor.parseNumber(text, language: language) == nil) }
  }
}
