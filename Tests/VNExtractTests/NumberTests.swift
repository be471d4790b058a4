import Testing
import UnicodeText
@testable import VNExtract

@Suite struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("3000000", "3000000"), ("28.50", "28.5"), ("0.05", "0.05"), ("007", "7"), ("100.0", "100"),
  ]) func readsAndWrites(text: String, written: String) throws {
    #expect(try #require(ExactDecimal(text)).description == written)
  }

  @Test(arguments: ["", "1.2.3", "a", "-1", "1234567890123456789"]) func isNoDecimal(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func arithmeticIsExact() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    let fifth = try #require(ExactDecimal("0.2"))
    #expect(tenth.adding(fifth)?.description == "0.3")
    #expect(tenth.multiplied(by: fifth)?.description == "0.02")
    #expect(ExactDecimal(Int.max).adding(ExactDecimal(1)) == nil)
    #expect(ExactDecimal(Int.max).multiplied(by: ExactDecimal(10)) == nil)
    #expect(tenth.negated.description == "-0.1")
  }

  /// Digits with marks as written, in a language with a decimal mark and one that groups.
  @Test(arguments: [
    ("17.4", ",", ".", "17.4"), ("1.234", ",", ".", "1234"), ("12.345,67", ",", ".", "12345.67"),
    ("3,5", ",", ".", "3.5"),
    ("10,000", ".", ",", "10000"), ("1,234,567.8", ".", ",", "1234567.8"), ("28.5", ".", ",", "28.5"),
    ("1.234.567", ",", ".", "1234567"), ("0.125", ",", ".", "0.125"),
  ]) func marksOfDigits(text: String, decimal: Character, grouping: Character, value: String) {
    var parts: [NumberPart] = []
    var run = ""
    for character in text {
      if character.isNumber {
        run.append(character)
      } else {
        parts += [.digits(run), .mark(character)]
        run = ""
      }
    }
    parts.append(.digits(run))
    let reader = NumberReader(decimal: decimal, grouping: [grouping])
    #expect(reader.value(of: parts)?.description == value)
  }

  @Test func marksWithoutSenseAreNoNumber() {
    let reader = NumberReader(decimal: ".", grouping: [","])
    #expect(reader.value(of: [.digits("1"), .mark(","), .digits("2"), .mark(","), .digits("3")]) == nil)
    #expect(reader.value(of: []) == nil)
    #expect(reader.value(of: [.other]) == nil)
  }

  /// Words as `value:role`, and the number they make.
  private static let wordCases: [(words: String, value: String)] = [
    ("2:unit 100:hundred 3:unit 10:ten:times 5:unit", "235"), ("10:ten 5:unit", "15"), ("20:ten 1:unit", "21"),
    ("5:unit :linker 20:ten", "25"), ("3:unit 1000:scale 5:unit 100:hundred", "3500"),
    ("1:unit 1000:scale 0:zero 100:hundred :linker 5:unit", "1005"),
    ("5:unit 1000:scale 1000000000:scale", "5000000000000"), ("3:unit 1000000:scale 0.5:half", "3500000"),
    ("2:unit 0.5:half", "2.5"), ("2:unit 1000000:scale 200:hundred 1000:scale", "2200000"),
    ("2:unit 100:hundred:tenths 3:unit", "230"), ("2:unit 100:hundred:tenths 3:unit 10:ten:times", "230"),
    ("2:unit 100:hundred:tenths :linker 3:unit", "203"), ("1:unit 1000:scale:tenths 2:unit", "1200"),
    ("2:unit 1:unit:ones", "21"), ("3:unit 10:ten:times 4:unit:ones", "34"), ("1000000:scale:pair", "2000000"),
    ("1000000:scale:pair :linker 0.5:half", "1500000"),
    ("11:teen 1000000:scale:pair", "11000000"), ("2000:scale:whole 500:hundred", "2500"),
    ("2:unit :point 5:unit 1000000:scale", "2500000"), ("3:unit :point 0:zero 5:unit", "3.05"),
    ("2:unit :point 2:unit 10:ten:times 5:unit:ones", "2.25"), (":minus 5:unit", "-5"),
    ("5:unit 100:hundred :linker 6:unit 1000000:scale", "506000000"),
    ("3:unit 1000:scale 5:unit 100:hundred 1000000:scale", "3500000000"), ("1000000:scale :linker 0.5:half", "1500000"),
    ("1000000:scale :linker 0.5:half 1000000:scale", "1500000"), ("2:unit :linker 0.5:half 1000000:scale", "2500000"),
    ("2:unit 12:scale", "24"),
  ]

  @Test(arguments: wordCases) func composesWords(words: String, value: String) {
    #expect(NumberReader(decimal: ".", grouping: [","]).value(of: Self.parts(words))?.description == value)
  }

  private static func parts(_ words: String) -> [NumberPart] {
    words.split(separator: " ").map { word -> NumberPart in
      let pieces = word.split(separator: ":", omittingEmptySubsequences: false)
      guard let role = NumberWord.Role(rawValue: String(pieces[1])) else { return .other }
      let kind = pieces.count > 2 ? NumberWord.Kind(rawValue: String(pieces[2])) : nil
      return .word(NumberWord(value: ExactDecimal(pieces[0]) ?? ExactDecimal(0), role: role, kind: kind))
    }
  }

  @Test(arguments: [
    "2:unit 3:unit", "10:teen 1:unit", "20:ten 20:ten", "3:unit 1000000:scale 5:unit 1000000:scale", "0:zero 5:unit",
    "2:unit :linker 100:hundred", ":point", "5:unit :minus",
  ]) func wordsThatMakeNoNumber(words: String) {
    let reader = NumberReader(decimal: ".", grouping: [","])
    #expect(reader.value(of: Self.parts(words)) == nil)
  }

  @Test(arguments: [("XVI", 16), ("IX", 9), ("MCMXLV", 1945), ("iv", 4)]) func roman(text: String, value: Int) {
    #expect(RomanNumeral.value(of: Array(text.utf8)) == value)
  }
}
