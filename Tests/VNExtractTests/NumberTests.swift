import Testing
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
    #expect(reader.value(of: [.joint]) == nil)
  }

  /// Words as `value:role`, and the number they make.
  private static let wordCases: [(words: String, value: String)] = [
    ("2:unit 100:hundred 3:unit 10:ten 5:unit", "235"), ("10:ten 5:unit", "15"), ("20:ten 1:unit", "21"),
    ("5:unit :linker 20:ten", "25"), ("3:unit 1000:scale 5:unit 100:hundred", "3500"),
    ("1:unit 1000:scale 0:zero 100:hundred :linker 5:unit", "1005"),
    ("5:unit 1000:scale 1000000000:scale", "5000000000000"), ("3:unit 1000000:scale 0.5:half", "3500000"),
    ("2:unit 0.5:half", "2.5"), ("2000:scale 500:hundred", "2500"),
    ("2:unit 1000000:scale 200:hundred 1000:scale", "2200000"),
  ]

  @Test(arguments: wordCases) func composesWords(words: String, value: String) {
    let parts = words.split(separator: " ").map { word -> NumberPart in
      let pieces = word.split(separator: ":", omittingEmptySubsequences: false)
      return ExactDecimal(pieces[0]).map { .word(value: $0, role: String(pieces[1])) } ?? .joint
    }
    #expect(NumberReader(decimal: ".", grouping: [","]).value(of: parts)?.description == value)
  }

  @Test(arguments: [("XVI", 16), ("IX", 9), ("MCMXLV", 1945), ("iv", 4)]) func roman(text: String, value: Int) {
    #expect(NumberReader.roman(text) == value)
  }
}
