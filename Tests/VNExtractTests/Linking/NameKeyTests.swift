import Foundation
import Testing
import VNExtract

/// The keys of names: one name in several writings agrees with itself, names that look alike do not.
@Suite struct NameKeyTests {
  private static let reader = Linker().names

  private static func rows(_ name: String) throws -> [[String]] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Names"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t").map(String.init) }
  }

  private static func agreement(_ first: String, _ second: String) -> NameAgreement? {
    guard let one = reader.key(of: first), let other = reader.key(of: second) else { return nil }
    return one.agreement(with: other)
  }

  /// All writings of a name agree, each with each.
  @Test func writingsOfANameAgree() throws {
    let rows = try Self.rows("names")
    #expect(rows.count >= 60 && rows.allSatisfy { $0.count == 4 })
    let missed = rows.compactMap { row -> String? in
      let pairs = row.indices.flatMap { first in row.indices.dropFirst(first + 1).map { (row[first], row[$0]) } }
      let apart = pairs.filter { Self.agreement($0.0, $0.1) == nil }
      return apart.isEmpty ? nil : apart.map { "\($0.0) – \($0.1)" }.joined(separator: "; ")
    }
    #expect(missed.count * 20 <= rows.count, "\(missed)")
  }

  @Test func namesThatLookAlikeStayApart() throws {
    let rows = try Self.rows("near-misses")
    #expect(rows.count >= 60 && rows.allSatisfy { $0.count == 2 })
    // A name that cannot be read would stay apart from all.
    #expect(rows.joined().filter { Self.reader.key(of: $0) == nil } == [])
    #expect(rows.filter { Self.agreement($0[0], $0[1]) != nil || Self.agreement($0[1], $0[0]) != nil } == [])
  }

  /// The surname comes first, wherever it is written.
  @Test(arguments: [
    ("Thanh Binh Nguyen", "Nguyễn Thanh Bình"), ("THANH BÌNH NGUYỄN", "Nguyen Thanh Binh"),
    ("ثانه بينه نجوين", "Nguyễn Thanh Bình"), ("Nguyen, Thanh-Binh", "Nguyễn Thanh Bình"),
    ("Mai Anh Tran", "Trần Mai Anh"), ("Mai Anh Tran", "Mai Anh Trân"), ("Lí Thái Sơn", "Lý Thái Sơn"),
    ("Nguyễn Hoà", "Nguyễn Hòa"), ("Ðỗ Lan", "Đỗ Lan"),
  ]) func orderAndSpellingDoNotMatter(first: String, second: String) {
    #expect(Self.agreement(first, second) != nil)
  }

  @Test func strengthIsTold() {
    #expect(Self.agreement("Nguyễn Văn Hùng", "NGUYỄN VĂN HÙNG") == .spelling)
    #expect(Self.agreement("Nguyễn Văn Hùng", "Nguyen Van Hung") == .letters)
    #expect(Self.agreement("Nguyễn Văn Hùng", "نجوين فان هونغ") == .reading)
    #expect(NameAgreement.reading < .letters && NameAgreement.letters < .spelling)
  }

  @Test func theKeyOfAllThreeWritingsIsOne() throws {
    let keys = try ["Nguyễn Thanh Bình", "Nguyen Thanh Binh", "نجوين ثانه بينه"].map {
      try #require(Self.reader.key(of: $0))
    }
    #expect(keys.map(\.primary) == Array(repeating: "nguyen thanh binh", count: 3))
    #expect(keys[2].readings.contains("nguyen thanh binh"))
  }

  /// Where the text writes diacritics, a syllable without them has none.
  @Test func diacriticsOfTheTextCount() throws {
    let plain = try #require(Self.reader.key(of: "Cao Minh Lan", hasDiacritics: true))
    let other = try #require(Self.reader.key(of: "Cao Minh Lân"))
    #expect(plain.agreement(with: other) == nil)
    #expect(Self.agreement("Cao Minh Lan", "Cao Minh Lân") == .letters)
  }

  @Test(arguments: ["", " ", "Emmanuel Macron", "محمد حسن", "Nguyễn T. 5", "123", "Nguyen Xyz", "😀"])
  func isNoVietnameseName(name: String) { #expect(Self.reader.key(of: name) == nil) }
}
