import Testing

@testable import UnicodeText

@Suite struct PlainSpellingTests {
  @Test(arguments: [
    ("Ủy ban", "Ủy ban"), ("Uỷ  ban\u{A0}nhân", "Ủy ban nhân"), ("Quý Hoà", "Quý Hòa"), ("HOÀ", "HÒA"),
    ("Nguye\u{302}\u{303}n", "Nguyễn"), ("Ðà Nẵng", "Đà Nẵng"), ("Guðmundur", "Guðmundur"), ("مَدِيـنَة", "مدينة"),
    ("ﻣﺪﻳﻨﺔ", "مدينة"), ("کتاب", "كتاب"), ("أحمد", "أحمد"), ("km²", "km²"), ("Ｈａ\u{AD}noi", "Hanoi"), ("ﬁrm", "firm"),
    ("Trung Lương–Mỹ", "Trung Lương-Mỹ"), ("O’Brien", "O'Brien"), ("phường ٥", "phường 5"), ("toàn", "toàn"), ("", ""),
    ("người", "người"),
  ])
  func spelling(_ text: String, _ expected: String) {
    #expect(PlainSpelling.write(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  /// The short way agrees with the long one, and a plain spelling is its own.
  @Test func plainSpellingsStay() {
    var random = RandomText(seed: 21)
    for _ in 0..<5000 {
      let text = String(decoding: random.word(length: random.next(8)), as: UTF8.self)
      let plain = PlainSpelling.write(text)
      #expect(
        PlainSpelling.write(plain).unicodeScalars.elementsEqual(plain.unicodeScalars), "\(Array(text.unicodeScalars))")
    }
  }
}
