import CICU
import Glibc
import Testing

@testable import UnicodeText

/// Our word segments are ICU's.
@Suite struct WordBoundaryTests {
  private let tables = WordTables(zeroWidthSpaceJoins: false)
  private let breaker = WordBreaker()

  /// Ends of segments as the tables give them, dictionary scripts segmented as the tokenizer has them segmented.
  private func ours(_ string: [UInt8], batch: Int = 2048) -> [Int32] {
    var result: [Int32] = []
    var ends = [Int32](repeating: 0, count: batch)
    string.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = WordScanner(tables, base, buffer.count)
      var start = 0
      while true {
        let count = scanner.next(&ends, capacity: batch)
        if count == 0 { break }
        for end in ends[..<count] {
          let segment = UnsafeBufferPointer(rebasing: buffer[start..<Int(end)])
          let scalars = String(decoding: segment, as: UTF8.self).unicodeScalars
          if scalars.contains(where: WordTables.isDictionaryScript) {
            result += segments(segment).map { $0 + Int32(start) }
          } else {
            result.append(end)
          }
          start = Int(end)
        }
      }
    }
    return result
  }

  private func segments(_ buffer: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var ends: [Int32] = []
    var statuses: [UInt8] = []
    breaker.segments(buffer, ends: &ends, statuses: &statuses)
    return ends
  }

  private func icu(_ string: [UInt8]) -> [Int32] { string.withUnsafeBufferPointer { segments($0) } }

  /// WordBreakTest, against ICU and against the standard.
  ///
  /// ICU's root rules do not count the colon among the letters' middle signs (CLDR root tailoring); those cases differ.
  @Test(.enabled(if: cicu_version() >> 16 == 72, "Debian's data files are of the Unicode version of ICU 72"))
  func wordBreakTest() {
    let cases = breakTestCases("/usr/share/unicode/auxiliary/WordBreakTest.txt")
    #expect(cases.count == 1823)
    var differences = 0
    for (text, expected) in cases {
      #expect(ours(text) == icu(text))
      if ours(text) != expected {
        differences += 1
        #expect(text.contains(0x3A))
      }
    }
    #expect(differences == 15)
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
}
