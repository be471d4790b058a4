import Glibc
import Testing

@testable import UnicodeText

@Suite struct TextDecoderTests {
  private static let vietnamese =
    "Sáng nay, đồng chí Nguyễn Văn Hoà - phó chủ tịch thường trực của tỉnh, cho biết kế hoạch được thực hiện tốt."
  private static let arabic = "وقال نائب رئيس اللجنة الشعبية للمدينة إن المؤتمر الوطني للحزب سيعقد في هذا العام."

  /// A text in an encoding; nil where a character is missing.
  ///
  /// Tone marks are written apart where the encoding wants it.
  private static func encode(_ string: String, _ encoding: TextEncoding) -> [UInt8]? {
    func bytes(_ units: [UInt32], _ width: Int, _ bigEndian: Bool) -> [UInt8] {
      units.flatMap { unit in
        (0..<width).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * (bigEndian ? width - 1 - $0 : $0))) }
      }
    }
    switch encoding {
    case .utf8: return Array(string.utf8)
    case .utf16, .utf16LittleEndian, .utf16BigEndian:
      return bytes(string.utf16.map { UInt32($0) }, 2, encoding == .utf16BigEndian)
    case .utf32, .utf32LittleEndian, .utf32BigEndian:
      return bytes(string.unicodeScalars.map(\.value), 4, encoding == .utf32BigEndian)
    default:
      let table = TextDecoder.table(encoding)
      var result: [UInt8] = []
      for scalar in string.unicodeScalars {
        let parts = ICUDoor.normalize(Array(String(scalar).utf8), .nfd)
        var pieces = Array(String(decoding: parts, as: UTF8.self).unicodeScalars)
        if let tone = pieces.firstIndex(where: { Folding.tone($0.value) != nil }) {
          let mark = pieces.remove(at: tone)
          var view = String.UnicodeScalarView()
          view.append(contentsOf: pieces)
          let letter = String(decoding: ICUDoor.normalize(Array(String(view).utf8), .nfc), as: UTF8.self)
          pieces = Array(letter.unicodeScalars) + [mark]
        }
        let units = table.contains(scalar) ? [scalar] : pieces
        for unit in units {
          guard let byte = table.firstIndex(of: unit) else { return nil }
          result.append(UInt8(byte))
        }
      }
      return result
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func everyEncodingIsFoundAndDecoded(_ encoding: TextEncoding) throws {
    var found = 0
    for source in [Self.vietnamese, Self.arabic] {
      guard let bytes = Self.encode(source, encoding) else { continue }
      found += 1
      let text = TextDecoder(encoding).decode(bytes)
      let composed = ICUDoor.normalize(text.bytes, .nfc)
      #expect(String(decoding: composed, as: UTF8.self) == source)
      #expect(text.malformed.isEmpty)
      let guess = TextDecoder.detecting(bytes)
      #expect(guess.text.bytes == text.bytes, "\(guess.encoding)")
    }
    #expect(found > 0)
  }

  /// What the C library's converter makes of one byte; nil where it has no such character, or no such converter.
  private func converted(_ byte: UInt8, _ name: String) -> [Unicode.Scalar]? {
    let converter = iconv_open("UTF-32LE", name)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = [CChar(bitPattern: byte)]
    var output = [CChar](repeating: 0, count: 32)
    var inputLeft = 1
    var outputLeft = output.count
    let failed = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        let failed = iconv(converter, &from, &inputLeft, &to, &outputLeft) == Int(bitPattern: UInt.max)
        // A letter may wait for its tone mark.
        _ = iconv(converter, nil, nil, &to, &outputLeft)
        return failed
      }
    }
    if failed { return nil }
    var scalars: [Unicode.Scalar] = []
    var value: UInt32 = 0
    for (index, byte) in output.prefix(output.count - outputLeft).enumerated() {
      value |= UInt32(UInt8(bitPattern: byte)) << UInt32(8 * (index & 3))
      if index & 3 == 3 {
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        value = 0
      }
    }
    return scalars
  }

  /// The tables are those of the C library, which has them from the standards and from their vendors.
  @Test(arguments: [
    (TextEncoding.windows1256, "CP1256"), (.windows1258, "CP1258"), (.iso88596, "ISO-8859-6"), (.viscii, "VISCII"),
    (.tcvn3, "TCVN5712-1"),
  ])
  func tablesAreThoseOfTheCLibrary(_ encoding: TextEncoding, _ name: String) throws {
    try #require(converted(0x41, name) == ["A"], "the C library has no converter \(name)")
    let table = TextDecoder.table(encoding)
    for byte in UInt8(0x80)...0xFF {
      let expected = converted(byte, name) ?? ["\u{FFFD}"]
      #expect([table[Int(byte)]] == expected, "\(String(byte, radix: 16))")
    }
  }

  @Test func byteOrderMarksAreLeftOut() {
    #expect(TextDecoder(.utf16).decode([0xFE, 0xFF, 0, 0x61]).bytes == [0x61])
    #expect(TextDecoder(.utf32).decode([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]).bytes == [0x61])
    #expect(TextDecoder.detecting([0xEF, 0xBB, 0xBF, 0x61]).text.bytes == [0x61])
  }

  @Test func faultsAreListed() {
    let lone = TextDecoder(.utf16LittleEndian).decode([0x61, 0, 0, 0xD8, 0x62, 0, 0x63])
    #expect(lone.string(lone.span) == "a\u{FFFD}b\u{FFFD}" && lone.malformed == [2, 6])
    #expect(TextDecoder(.utf32BigEndian).decode([0, 0x11, 0, 0]).malformed == [0])
    #expect(TextDecoder(.iso88596).decode([0x61, 0xA1]).malformed == [1])
  }

  @Test(arguments: TextEncoding.allCases)
  func anyBytesDecode(_ encoding: TextEncoding) {
    var random = RandomText(seed: 3)
    for _ in 0..<200 {
      let bytes = (0..<random.next(40)).map { _ in UInt8(random.next(256)) }
      let text = TextDecoder(encoding).decode(bytes)
      #expect(Text(validating: text.bytes).malformed.isEmpty)
      _ = TextDecoder.detecting(bytes)
    }
  }

  @Test func plainTextIsUTF8() {
    #expect(TextDecoder.detecting(Array("plain text".utf8)).encoding == .utf8)
    #expect(TextDecoder.detecting([]).encoding == .utf8)
    #expect(TextDecoder.detecting(Array("tiếng Việt có dấu".utf8) + [0xFF] + Array("à".utf8)).encoding == .utf8)
  }
}
