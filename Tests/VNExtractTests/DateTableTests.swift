import Foundation
import Testing
import VNExtract

/// Expressions of each language with their values: a line is an expression, its reference date and its value, parted by
/// tabs; without value it must yield no DATE.
@Suite struct DateTableTests {
  private static let extractor = Extractor()

  @Test(arguments: [("vi", 400, 100), ("ar", 400, 100), ("en", 400, 100)])
  func everyExpressionHasItsValue(language: String, positive: Int, negative: Int) throws {
    let url = try #require(Bundle.module.url(forResource: "Dates/\(language)", withExtension: "tsv"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    var counts = (with: 0, without: 0)
    var wrong: [String] = []
    for line in lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(columns.count == 3, "\(language): \(line)")
      var options = ExtractionOptions()
      options.language = language
      options.date = CivilDateTime(columns[1])
      let values = Self.extractor.extract(columns[0], options: options).mentions.filter { $0.type == .date }
        .map { ($0.value ?? "") + ($0.mod.map { " " + $0 } ?? "") }
      let expected = columns[2].isEmpty ? [] : [columns[2]]
      if expected.isEmpty { counts.without += 1 } else { counts.with += 1 }
      if values != expected { wrong.append("\(columns[0]): \(values), not \(expected)") }
    }
    #expect(wrong == [])
    #expect(counts.with >= positive && counts.without >= negative)
  }
}
