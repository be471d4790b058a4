import Testing

@testable import UnicodeText

@Suite struct FoldingTests {
  /// Each row is one word in several spellings.
  static let same: [[String]] = [
    ["hòa", "hoà", "ho\u{300}a", "hoa\u{300}", "HÒA", "Hoà"],
    ["ủy", "uỷ", "u\u{309}y", "ỦY"],
    ["Nguyễn", "nguye\u{302}\u{303}n", "NGUYỄN", "nguyê\u{303}n", "nguyên\u{303}", "ngu\u{AD}yễn"],
    ["Hãn", "Hañ", "han\u{303}", "HAÑ"],
    ["ấ", "a\u{301}\u{302}", "a\u{302}\u{301}"],
    ["đường", "ðường", "ĐƯỜNG", "Ðường"],
    ["مَدِينَة", "مدينة", "مديـــنة", "ﻣﺪﻳﻨﺔ"],
    ["أحمد", "احمد", "إحمد", "ٱحمد"],
    ["کتاب", "كتاب"], ["١٨٤", "184", "۱۸۴", "１８４"],
    ["‘", "’", "'"], ["“", "”", "\"", "«"], ["–", "—", "-", "−", "‑"],
    ["Ｈａ", "ha"], ["straße", "STRASSE"],
  ]

  @Test(arguments: same)
  func oneKey(_ spellings: [String]) {
    let keys = Set(spellings.map { FoldedKey(folding: $0) })
    #expect(keys.count == 1, "\(keys)")
  }

  @Test(arguments: [
    ("على", "علي"), ("ma", "má"), ("سؤال", "سوال"), ("an", "añ"), ("man", "mañ"), ("mana", "maña"), ("mưa", "mua"),
    ("مدينة", "مدينه"),
  ])
  func differentKeys(_ left: String, _ right: String) {
    #expect(FoldedKey(folding: left) != FoldedKey(folding: right))
  }

  @Test func foldingAKeyGivesTheKey() {
    var failures: [String] = []
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let key = FoldedKey(folding: String(scalar))
      if FoldedKey(folding: key.description) != key { failures.append(String(value, radix: 16)) }
    }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(20))")
  }

  /// The table folds as the general way does.
  @Test func tableAgreesWithTheGeneralWay() {
    var random = RandomText(seed: 42)
    var failures: [String] = []
    for _ in 0..<40_000 {
      let text = random.word(length: 1 + random.next(8))
      if Folding.fold(text) != GeneralFolding.fold(text) {
        failures.append("\(String(decoding: text, as: UTF8.self).unicodeScalars.map { String($0.value, radix: 16) })")
      }
      let key = FoldedKey(folding: String(decoding: text, as: UTF8.self))
      if FoldedKey(folding: key.description) != key {
        failures.append(
          "again: \(String(decoding: text, as: UTF8.self).unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(20))")
  }
}
