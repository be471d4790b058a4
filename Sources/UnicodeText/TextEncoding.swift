/// An encoding a text may come in.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16; the byte order by its mark, else by the blanks and line ends, else little-endian.
  case utf16 = "utf-16"
  /// UTF-16, little-endian.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big-endian.
  case utf16BigEndian = "utf-16be"
  /// UTF-32; the byte order by its mark, else little-endian.
  case utf32 = "utf-32"
  /// UTF-32, little-endian.
  case utf32LittleEndian = "utf-32le"
  /// UTF-32, big-endian.
  case utf32BigEndian = "utf-32be"
  /// Microsoft code page 1258, Vietnamese.
  case windows1258 = "windows-1258"
  /// Microsoft code page 1256, Arabic.
  case windows1256 = "windows-1256"
  /// ISO/IEC 8859-6, Arabic.
  case iso88596 = "iso-8859-6"
  /// TCVN 5712:1993 as fonts of the TCVN3 family use it, Vietnamese.
  case tcvn3 = "tcvn3"
  /// VISCII (RFC 1456), Vietnamese.
  case viscii = "viscii"

  /// The encoding of a name in any letter case; nil where there is none.
  public init?(name: String) {
    self.init(rawValue: name.lowercased())
  }

  /// The encoding that bytes seem to be in, as `EncodingGuess` finds it; linear.
  package init(guessedFrom bytes: [UInt8]) { self = EncodingGuess.guess(bytes) }

  /// The same encoding with the byte order that the beginning of a text shows, where it was left open.
  ///
  /// The order shows by the byte order mark, in UTF-16 else by where the zero bytes of ASCII are.
  package func ordered(for start: [UInt8]) -> TextEncoding {
    switch self {
    case .utf16: Self.isBigEndian16(start) ? .utf16BigEndian : .utf16LittleEndian
    case .utf32: start.starts(with: [0, 0, 0xFE, 0xFF]) ? .utf32BigEndian : .utf32LittleEndian
    default: self
    }
  }

  private static func isBigEndian16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    var balance = 0
    for index in stride(from: 0, to: min(bytes.count, 4096) - 1, by: 2) {
      balance += (bytes[index] == 0 ? 1 : 0) - (bytes[index + 1] == 0 ? 1 : 0)
    }
    return balance > 0
  }

  /// The characters of the upper half of a single-byte encoding; nil for the Unicode encodings.
  var upperHalf: String? {
    switch self {
    case .windows1258: LegacyCharacters.windows1258
    case .windows1256: LegacyCharacters.windows1256
    case .iso88596: LegacyCharacters.iso88596
    case .tcvn3: LegacyCharacters.tcvn3
    case .viscii: LegacyCharacters.viscii
    case .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian: nil
    }
  }
}
