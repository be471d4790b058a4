/// The characters of a stretch of valid UTF-8, with their classes and byte offsets, as a structure of arrays.
struct Decoded {
  let bytes: [UInt8]
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var classes: [CharacterClass] = []
  /// Offset of each character's first byte, and at last the number of bytes.
  private(set) var offsets: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scalars.reserveCapacity(bytes.count)
    classes.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    var index = 0
    while index < bytes.count {
      let scalar = Self.scalar(bytes, index)
      scalars.append(scalar)
      classes.append(CharacterClass(scalar))
      offsets.append(index)
      index += UTF8.width(scalar)
    }
    offsets.append(bytes.count)
  }

  /// Number of characters.
  var count: Int { scalars.count }

  /// The bytes of a range of characters.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    range.count == count ? bytes : Array(bytes[offsets[range.lowerBound]..<offsets[range.upperBound]])
  }

  /// The bytes of a range of characters, as offsets.
  func span(_ range: Range<Int>) -> Span { Span(offsets[range.lowerBound], offsets[range.upperBound]) }

  /// The character that begins at `index` of valid UTF-8.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], _ index: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return Unicode.Scalar(UInt8(lead)) }
    var value: UInt32
    var length: Int
    if lead < 0xE0 {
      (value, length) = (lead & 0x1F, 2)
    } else if lead < 0xF0 {
      (value, length) = (lead & 0x0F, 3)
    } else {
      (value, length) = (lead & 0x07, 4)
    }
    length = min(length, bytes.count - index)
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
