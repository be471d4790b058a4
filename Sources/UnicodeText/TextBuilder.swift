/// Collects the characters of a text that is decoded, and where its input was at fault.
struct TextBuilder {
  private var bytes: [UInt8] = []
  private var malformed: [Int] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// The text so far.
  var text: Text { Text(bytes: bytes, malformed: malformed) }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      bytes.append(UInt8(scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      bytes.append(contentsOf: encoded)
    }
  }

  /// Appends a character, or marks a fault where there is none.
  mutating func append(_ scalar: Unicode.Scalar?, at offset: Int) {
    if let scalar { append(scalar) } else { appendFault(at: offset) }
  }

  /// U+FFFD for an input sequence that stands for no character.
  mutating func appendFault(at offset: Int) {
    malformed.append(offset)
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }
}
