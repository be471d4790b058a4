/// What a token is made of.
public enum TokenKind: UInt8, CaseIterable, Sendable {
  /// Letters, or letters with digits after them.
  case word
  /// Digits only, of any one script.
  case number
  /// A punctuation mark.
  case punctuation
  /// A mathematical, currency or other sign.
  case symbol
  /// An address with a scheme or beginning with `www.`.
  case url
  /// An e-mail address.
  case email
  /// `#` with the word after it.
  case hashtag
  /// `@` with the name after it.
  case handle
  /// An emoji, with its modifiers.
  case emoji
  /// Anything else: controls, unassigned and private characters, U+FFFD.
  case other
}
