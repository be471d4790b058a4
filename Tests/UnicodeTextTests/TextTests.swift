import Testing

@testable import UnicodeText

@Suite struct TextTests {
  @Test(
    arguments: [
      ([0x61, 0x80, 0x62], "a\u{FFFD}b", [1]), ([0xE2, 0x82, 0x41], "\u{FFFD}A", [0]),
      ([0xF0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", [0, 1, 2]),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", [0, 1, 2]),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], "a\u{FFFD}", [4]), ([0xF4, 0x90], "\u{FFFD}\u{FFFD}", [0, 1]), ([], "", []),
    ] as [([UInt8], String, [Int])])
  func malformedBytes(_ bytes: [UInt8], _ expected: String, _ malformed: [Int]) {
    let text = Text(validating: bytes)
    #expect(text.string(text.span) == expected)
    #expect(text.malformed == malformed)
  }

  @Test func offsetsConvertBothWays() {
    let text = Text("aé\u{1F600}ب z")
    for unit in OffsetUnit.allCases {
      var converter = OffsetConverter(text, unit: unit)
      var byte = 0
      for scalar in text.string(text.span).unicodeScalars {
        let offset = converter.convert(byte)
        #expect(offset == OffsetConverter.offset(ofByte: byte, unit: unit, in: text))
        #expect(OffsetConverter.byteOffset(of: offset, unit: unit, in: text) == byte)
        byte += UTF8.width(scalar)
      }
      #expect(OffsetConverter.byteOffset(of: converter.convert(byte), unit: unit, in: text) == byte)
      #expect(OffsetConverter.byteOffset(of: 99, unit: unit, in: text) == nil)
      #expect(converter.convert(1) == 1)
    }
    #expect(OffsetConverter.byteOffset(of: 3, unit: .utf16, in: text) == nil)
  }

  @Test func spans() {
    #expect(Span(1, 3).overlaps(Span(2, 5)) && !Span(1, 3).overlaps(Span(3, 5)) && Span(0, 9).contains(Span(3, 5)))
    #expect(
      Span(5, 2).isEmpty && [Span(2, 3), Span(1, 9), Span(1, 2)].sorted() == [Span(1, 2), Span(1, 9), Span(2, 3)])
  }
}
