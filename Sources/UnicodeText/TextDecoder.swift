/// Turns bytes in some encoding into a text.
///
/// Offsets of the text count its own UTF-8, not the input's bytes; only for UTF-8 without byte order mark and without
/// faults are the two the same. All tables are fixed at build time.
public struct TextDecoder: Sendable {
  /// The encoding to decode.
  public let encoding: TextEncoding

  /// A decoder for one encoding.
  public init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Decodes bytes in the encoding they seem to be in; linear.
  public static func detecting(_ bytes: [UInt8]) -> (text: Text, encoding: TextEncoding) {
    let encoding = TextEncoding(guessedFrom: bytes)
    return (TextDecoder(encoding).decode(bytes), encoding)
  }

  /// Decodes all bytes; total and linear.
  ///
  /// What the encoding does not have becomes U+FFFD and is listed in `Text.malformed` with its input offset. A leading
  /// byte order mark is left out.
  public func decode(_ bytes: [UInt8]) -> Text {
    switch encoding {
    case .utf8: return Text(validating: bytes)
    case .utf16LittleEndian: return decode16(bytes, bigEndian: false)
    case .utf16BigEndian: return decode16(bytes, bigEndian: true)
    case .utf16, .utf32: return TextDecoder(encoding.ordered(for: bytes)).decode(bytes)
    case .utf32LittleEndian: return decode32(bytes, bigEndian: false)
    case .utf32BigEndian: return decode32(bytes, bigEndian: true)
    case .windows1258, .windows1256, .iso88596, .tcvn3, .viscii: return decodeSingle(bytes)
    }
  }

  private func decodeSingle(_ bytes: [UInt8]) -> Text {
    let table = Self.table(encoding)
    var builder = TextBuilder(capacity: bytes.count)
    for (offset, byte) in bytes.enumerated() {
      let scalar = table[Int(byte)]
      if scalar == "\u{FFFD}" { builder.appendFault(at: offset) } else { builder.append(scalar) }
    }
    return builder.text
  }

  /// The characters of all bytes of a single-byte encoding.
  static func table(_ encoding: TextEncoding) -> [Unicode.Scalar] {
    var table = (UInt8(0)..<0x80).map { Unicode.Scalar($0) }
    if encoding == .viscii {
      for (byte, scalar) in LegacyCharacters.visciiControls { table[Int(byte)] = scalar }
    }
    table += encoding.upperHalf?.unicodeScalars.map { $0 } ?? []
    while table.count < 256 { table.append("\u{FFFD}") }
    return table
  }

  private func decode16(_ bytes: [UInt8], bigEndian: Bool) -> Text {
    func unit(_ index: Int) -> UInt32? {
      guard index + 1 < bytes.count else { return nil }
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var builder = TextBuilder(capacity: bytes.count)
    var index = unit(0) == 0xFEFF ? 2 : 0
    while index < bytes.count {
      let lead = unit(index)
      if let lead, lead >= 0xD800, lead < 0xDC00, let trail = unit(index + 2), trail >= 0xDC00, trail < 0xE000 {
        builder.append(Unicode.Scalar(0x10000 + (lead - 0xD800) << 10 + (trail - 0xDC00)), at: index)
        index += 4
      } else {
        builder.append(lead.flatMap { Unicode.Scalar($0) }, at: index)
        index += 2
      }
    }
    return builder.text
  }

  private func decode32(_ bytes: [UInt8], bigEndian: Bool) -> Text {
    var builder = TextBuilder(capacity: bytes.count)
    for index in stride(from: 0, to: bytes.count, by: 4) {
      var value: UInt32? = nil
      if index + 3 < bytes.count {
        value = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[index + (bigEndian ? $1 : 3 - $1)]) }
      }
      if index == 0 && value == 0xFEFF { continue }
      builder.append(value.flatMap { Unicode.Scalar($0) }, at: index)
    }
    return builder.text
  }
}
