import CICU
import Glibc
import Testing

@testable import UnicodeText

/// Our word segments are ICU's.
@Suite struct WordBoundaryTests {
  private let breaker = WordBreaker()

  private func ours(_ string: [UInt8], batch: Int = 2048) -> [Int32] {
    var ends: [Int32] = []
    WordBoundaries(batch: batch).find(in: Text(bytes: string, malformed: []), into: &ends)
    return ends
  }

  private func segments(_ buffer: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var ends: [Int32] = []
    var statuses: [UInt8] = []
    breaker.segments(buffer, ends: &ends, statuses: &statuses)
    return ends
  }

  private func icu(_ string: [UInt8]) -> [Int32] { string.withUnsafeBufferPointer { segments($0) } }

  /// The cases of WordBreakTest in which ICU's root rules differ from the bare standard: CLDR's tailoring takes the colon
  /// from the signs that join letters, so a boundary stands before and behind it.
  static let differences: [[UInt32]] = [
    [0x61, 0x3A, 0x41],
    [0x61, 0x3A, 0x308, 0x41],
    [0x61, 0x3A, 0x5D0],
    [0x61, 0x3A, 0x308, 0x5D0],
    [0x61, 0x3A, 0x61, 0x2060],
    [0x61, 0x3A, 0x308, 0x61, 0x2060],
    [0x61, 0x3A, 0x61, 0x3A],
    [0x61, 0x3A, 0x308, 0x61, 0x3A],
    [0x61, 0x3A, 0x61, 0x27],
    [0x61, 0x3A, 0x308, 0x61, 0x27],
    [0x61, 0x3A, 0x61, 0x27, 0x2060],
    [0x61, 0x3A, 0x308, 0x61, 0x27, 0x2060],
    [0x61, 0x3A, 0x61, 0x2C],
    [0x61, 0x3A, 0x308, 0x61, 0x2C],
    [0x41, 0x3A, 0x41],
  ]

  /// WordBreakTest, against ICU and against the standard.
  @Test(.enabled(if: cicu_version() >> 16 == 72, "Debian's data files are of the Unicode version of ICU 72"))
  func wordBreakTest() {
    let cases = breakTestCases("/usr/share/unicode/auxiliary/WordBreakTest.txt")
    #expect(cases.count == 1823)
    var differences: [[UInt32]] = []
    for (text, expected) in cases {
      #expect(ours(text) == icu(text))
      if ours(text) != expected {
        differences.append(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))
      }
    }
    #expect(differences == Self.differences)
  }

  /// Real text: the gold documents, also with Thai and Chinese words between theirs.
  @Test(arguments: ["ar", "en", "vi"]) func realText(_ language: String) {
    for path in goldDocumentPaths(language) {
      let text = plainText(ofMarkup: readFile(path))
      #expect(ours(Array(text.utf8)) == icu(Array(text.utf8)), "\(path)")
      let mixed = text.split(separator: " ").joined(separator: "ภาษาไทย中文 ")
      #expect(ours(Array(mixed.utf8)) == icu(Array(mixed.utf8)), "\(path)")
    }
  }

  /// Random strings from a fixed seed; UNICODE_TEXT_RANDOM_STRINGS sets how many (2000000 for the whole proof).
  @Test func randomStrings() {
    let count = getenv("UNICODE_TEXT_RANDOM_STRINGS").flatMap { Int(String(cString: $0)) } ?? 60_000
    var random = RandomText(seed: 88_172_645_463_325_252)
    var failures = 0
    for _ in 0..<count {
      let text = random.string(length: 1 + random.next(14))
      if ours(text, batch: 1 + random.next(9)) != icu(text) {
        failures += 1
        if failures < 4 {
          let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map { String($0.value, radix: 16) }
          Issue.record("\(scalars): \(ours(text)) is not \(icu(text))")
        }
      }
    }
    #expect(failures == 0)
  }

  /// Long random texts, mostly of letters and blanks, which are passed in blocks of bytes.
  @Test func randomProse() {
    let count = (getenv("UNICODE_TEXT_RANDOM_STRINGS").flatMap { Int(String(cString: $0)) } ?? 60_000) / 20
    var random = RandomText(seed: 2_463_534_242_123_457)
    var failures = 0
    for _ in 0..<count {
      let text = random.prose(words: 1 + random.next(60))
      if ours(text, batch: random.next(2) == 0 ? 2048 : 1 + random.next(9)) != icu(text) { failures += 1 }
    }
    #expect(failures == 0)
  }

  /// The state behind a letter is one that letters do not leave, so that they can be passed without the automaton.
  @Test func lettersArePassed() {
    let text = Array("chữ và chữ, الحروف العربية letters and буквы bis zum Ende dieser viel zu langen Zeile".utf8)
    let tables = WordTables.shared
    let breaks = text.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { tables.letters.breaks($0) } }
    let places = (0..<64).filter { (breaks ?? 0) >> UInt64($0) & 1 == 1 }
    #expect(places == (0..<64).filter { text[$0] == 0x20 || text[$0] == 0x2C })
  }
}
