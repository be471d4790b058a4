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
