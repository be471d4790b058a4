/// What stands before a token.
public struct TokenFlags: OptionSet, Hashable, Sendable {
  /// One bit for each flag.
  public let rawValue: UInt8

  /// Flags from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No blank stands between this token and the one before it.
  public static let glued = TokenFlags(rawValue: 1)
  /// First token after a line break (LF, CR, CRLF, VT, FF, NEL, U+2028, U+2029) or of the text.
  public static let lineStart = TokenFlags(rawValue: 2)
  /// First token after a blank line or U+2029, or of the text.
  public static let paragraphStart = TokenFlags(rawValue: 4)
  /// First token of a sentence; every line starts one.
  public static let sentenceStart = TokenFlags(rawValue: 8)
}
