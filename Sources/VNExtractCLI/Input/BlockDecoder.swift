import UnicodeText

/// Decodes a stream of bytes block by block into UTF-8, holding back what the next block must end.
struct BlockDecoder {
  /// The encoding as it was asked for or found.
  let encoding: TextEncoding
  /// How many sequences the encoding does not have.
  private(set) var faultCount = 0
  /// The input offset of the first of them.
  private(set) var firstFault: Int?

  private let decoder: TextDecoder
  /// The bytes of a character that has begun, and how many stood before them.
  private var pending: [UInt8] = []
  private var offset = 0

  /// `start` is the beginning of the stream, which tells the byte order where the encoding leaves it open.
  init(_ encoding: TextEncoding, start: ArraySlice<UInt8>) {
    self.encoding = encoding
    decoder = TextDecoder(encoding.ordered(for: Array(start)))
  }

  /// The UTF-8 of all characters that end in this block; with `isLast` of all that is left.
  ///
  /// UTF-8 is given as it is: its faults are those of the lines they stand in.
  mutating func decode(_ block: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    if decoder.encoding == .utf8 { return Array(block) }
    pending += block
    let whole = isLast ? pending.count : wholeCount
    let text = decoder.decode(Array(pending[..<whole]))
    if firstFault == nil, let first = text.malformed.first { firstFault = offset + first }
    faultCount += text.malformed.count
    // A byte order mark inside the stream is a character, though a decoder takes it for the mark of its block.
    let mark = offset > 0 && isMark(pending[..<whole]) ? [0xEF, 0xBB, 0xBF] : [UInt8]()
    pending.removeFirst(whole)
    offset += whole
    return mark + text.bytes
  }

  /// How many of the pending bytes are whole characters.
  private var wholeCount: Int {
    switch decoder.encoding {
    case .utf32, .utf32LittleEndian, .utf32BigEndian: return pending.count & ~3
    case .utf16, .utf16LittleEndian, .utf16BigEndian:
      let count = pending.count & ~1
      guard count >= 2 else { return count }
      let high = pending[decoder.encoding == .utf16BigEndian ? count - 2 : count - 1]
      return (0xD8..<0xDC).contains(high) ? count - 2 : count
    default: return pending.count
    }
  }

  private func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch decoder.encoding {
    case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE])
    case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF])
    case .utf32LittleEndian: bytes.starts(with: [0xFF, 0xFE, 0, 0])
    case .utf32BigEndian: bytes.starts(with: [0, 0, 0xFE, 0xFF])
    default: false
    }
  }
}
