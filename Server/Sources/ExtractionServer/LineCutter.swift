import NIOCore

/// Cuts a stream of bytes into lines, holding no more than the line that has not ended.
struct LineCutter {
  /// A line without its end.
  enum Line: Sendable {
    case bytes([UInt8])
    case tooLong(Int)
  }

  private let limit: Int
  private var rest: [UInt8] = []
  /// How many bytes of a line that is too long have been passed over.
  private var passed = 0
  private var isFirst = true

  /// Prepares to cut lines of at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Gives the lines that end in a piece.
  mutating func add(_ piece: ByteBuffer, _ body: (Line) -> Void) {
    var bytes = piece.readableBytesView[...]
    while let end = bytes.firstIndex(of: 0x0A) {
      keep(bytes[..<end])
      finish(body)
      bytes = bytes[(end + 1)...]
    }
    keep(bytes)
  }

  /// Gives the last line where it has no end.
  mutating func end(_ body: (Line) -> Void) {
    if passed + rest.count > 0 { finish(body) }
  }

  private mutating func keep(_ bytes: ByteBufferView) {
    if passed == 0, rest.count + bytes.count <= limit + 1 {
      rest += bytes
    } else {
      passed += rest.count + bytes.count
      rest = []
    }
  }

  private mutating func finish(_ body: (Line) -> Void) {
    if passed == 0, rest.last == 0x0D { rest.removeLast() }
    if isFirst, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    isFirst = false
    body(passed + rest.count > limit ? .tooLong(passed + rest.count) : .bytes(rest))
    rest = []
    passed = 0
  }
}
