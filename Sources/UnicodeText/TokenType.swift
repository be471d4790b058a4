/// The analysis of one distinct spelling.
public struct TokenType: Sendable {
  /// What the token is made of.
  public let kind: TokenKind
  /// How the token is written.
  public let shape: Shape
  /// The primary folded spelling.
  public let key: FoldedKey
  /// Further folded spellings under which the token is looked up.
  ///
  /// They are the word without its Arabic article, with the alef that lam swallowed, with alef maqsura where
  /// Persian ya stands at the end, with the other of ya and alef maqsura where only that is known, and a marked Vietnamese syllable in i or y with the other vowel.
  public let alternates: [FoldedKey]
  /// The value of a token of digits, of any decimal digit system; nil for other tokens and above `Int.max`.
  public let number: Int?
  /// How many decimal digits are written in the token.
  public let digits: Int

  /// The same token, to be looked up under further spellings, too.
  package func adding(_ more: [FoldedKey]) -> TokenType {
    more.isEmpty
      ? self
      : TokenType(
        kind: kind, shape: shape, key: key, alternates: alternates + more, number: number, digits: digits)
  }

  /// All folded spellings under which the token is looked up, the primary one first.
  public var keys: [FoldedKey] { [key] + alternates }
}
