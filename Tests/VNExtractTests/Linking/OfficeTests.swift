import BuiltInLexicons
import Foundation
import Testing
import VNExtract

/// Offices in terms of no language.
@Suite struct OfficeTests {
  private static let linker = Linker()
  private static let languages = ["vi", "en", "ar"]

  private struct Row {
    let cells: [String]

    func offices(_ linker: Linker) -> [Office] {
      OfficeTests.languages.enumerated().map { index, language in
        linker.office(title: cells[2 * index], institution: cells[2 * index + 1], language: language)
      }
    }
  }

  private static func rows() throws -> [Row] {
    let url = try #require(Bundle.module.url(forResource: "offices", withExtension: "tsv", subdirectory: "Names"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { Row(cells: $0.split(separator: "\t").map(String.init)) }
  }

  @Test func translationsAreOneOffice() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 15 && rows.allSatisfy { $0.cells.count == 6 })
    for row in rows {
      let offices = row.offices(OfficeTests.linker)
      for (first, second) in [(0, 1), (0, 2), (1, 2), (2, 0)] {
        #expect(
          offices[first].comparison(with: offices[second]) == .same,
          "\(row.cells): \(offices[first].code ?? "-") | \(offices[second].code ?? "-")")
      }
    }
  }

  @Test func differentOfficesAreNotTheSame() throws {
    let all = try Self.rows().map { $0.offices(OfficeTests.linker) }
    for (first, one) in all.enumerated() {
      for other in all.dropFirst(first + 1) {
        for (left, right) in [(0, 0), (0, 1), (1, 2), (2, 2)] {
          #expect(one[left].comparison(with: other[right]) != .same, "\(one[left]) \(other[right])")
        }
      }
    }
  }

  private static func compare(_ first: (String, String?), _ second: (String, String?)) -> OfficeComparison {
    let one = Self.linker.office(title: first.0, institution: first.1, language: "vi")
    let other = Self.linker.office(title: second.0, institution: second.1, language: "vi")
    return one.comparison(with: other)
  }

  @Test func whatOfficesSayOfOneAnother() {
    #expect(Self.compare(("Chủ tịch", "UBND tỉnh Cà Mau"), ("Chủ tịch", "UBND tỉnh")) == .sameButPlace)
    #expect(Self.compare(("Chủ tịch", "UBND tỉnh"), ("Chủ tịch", "UBND tỉnh")) == .sameButPlace)
    #expect(Self.compare(("Chủ tịch", "UBND tỉnh Cà Mau"), ("Phó Chủ tịch", "UBND tỉnh Cà Mau")) == .sameInstitution)
    #expect(Self.compare(("Bí thư", "Tỉnh ủy Cà Mau"), ("Chủ tịch", "HĐND tỉnh Cà Mau")) == .samePlace)
    #expect(Self.compare(("Chủ tịch", "UBND tỉnh Cà Mau"), ("Chủ tịch", "UBND tỉnh Gia Lai")) == .otherPlace)
    #expect(
      Self.compare(("Giám đốc", "Sở Y tế tỉnh Cà Mau"), ("Giám đốc", "Sở Xây dựng tỉnh Cà Mau")) == .otherInstitution)
    #expect(Self.compare(("Chủ tịch", "UBND tỉnh Cà Mau"), ("Chủ tịch", nil)) == .open)
    #expect(Self.compare(("Chủ tịch", "UBND tỉnh Cà Mau"), ("Ủy viên", "Trung ương Đảng")) == .open)
    #expect(Self.compare(("Bộ trưởng", "Bộ Y tế"), ("Bộ trưởng", "Bộ Y tế")) == .same)
    #expect(Self.compare(("Chủ tịch", "UBND xã An Bình"), ("Chủ tịch", "UBND huyện An Bình")) == .otherInstitution)
    #expect(
      Self.compare(("Giám đốc", "Bệnh viện Bạch Mai Hà Nội"), ("Giám đốc", "Bệnh viện Việt Đức Hà Nội")) == .otherPlace)
  }

  @Test func theFilesAreRight() { #expect(Linker.diagnostics(BuiltIn.files) == []) }

  @Test func theCodeNamesWhatIsKnown() {
    let office = Self.linker.office(title: "Phó Chủ tịch", institution: "UBND tỉnh Cà Mau", language: "vi")
    #expect(office.code == "vice+chairman peoples-committee province cà mau")
    #expect(Self.linker.office(title: "Qwerty", institution: nil, language: "en").code == nil)
  }
}
