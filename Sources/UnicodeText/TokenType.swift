/// The analysis of one distinct spelling.
public struct TokenType: Sendable {
  /// What the token is made of.
  public let kind: TokenKind
  /// How the token is written.
  public let shape: Shape
  /// The folded spellings under which the token is looked up; the first is the primary one, never absent.
  ///
  /// The others are the word without its Arabic article, with the alef that lam swallowed, with alef maqsura where
  /// Persian ya stands at the end, and a marked Vietnamese syllable in i or y with the other vowel.
  public let keys: [FoldedKey]
  /// The value of a token of digits, of any decimal digit system; nil for other tokens and above `Int.max`.
  public let number: Int?
  /// How many decimal digits are written in the token.
  public let digits: Int

  /// The primary folded spelling.
  public var key: FoldedKey { keys.first ?? FoldedKey(bytes: []) }
}
