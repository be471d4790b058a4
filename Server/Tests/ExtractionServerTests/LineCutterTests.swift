import NIOCore
import Testing

@testable import ExtractionServer

@Suite struct LineCutterTests {
  /// The lines of a text that comes in pieces of so many bytes.
  private func lines(_ text: String, pieces: Int, limit: Int = 8) -> [String] {
    var cutter = LineCutter(limit: limit)
    var lines: [String] = []
    func add(_ line: LineCutter.Line) {
      switch line {
      case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong(let count): lines.append("<\(count)>")
      }
    }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      cutter.add(ByteBuffer(bytes: rest.prefix(pieces)), add)
      rest = rest.dropFirst(pieces)
    }
    cutter.end(add)
    return lines
  }

  @Test(arguments: 1...12) func piecesMakeNoDifference(_ pieces: Int) {
    #expect(lines("a\n\nbc\r\n12345678\n", pieces: pieces) == ["a", "", "bc", "12345678"])
    #expect(lines("\u{FEFF}a\n\u{FEFF}b", pieces: pieces) == ["a", "\u{FEFF}b"])
    #expect(lines("12345678\r\n123456789\n1234567890123\r\nx", pieces: pieces) == ["12345678", "<9>", "<14>", "x"])
    #expect(lines("", pieces: pieces) == [])
    #expect(lines("\n", pieces: pieces) == [""])
  }
}
