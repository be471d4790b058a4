/// What a seam rule made of a stretch of text; the same letters in two roles are two token types.
enum TokenRole: UInt8 {
  /// A token by itself.
  case plain
  /// A proclitic cut from what follows.
  case proclitic
  /// What a proclitic was cut from.
  case afterProclitic
  /// The same behind a cut lam, which may have swallowed the article's alef.
  case afterLam
  /// A word whose first character is a ligature of a proclitic and the word's first letter, so that it cannot be
  /// cut; an empty token of the proclitic stands before it.
  case ligature
  /// Joined by the rule of addresses.
  case url
  /// Joined by the rule of e-mail addresses.
  case email
  /// Joined by the rule of hashtags.
  case hashtag
  /// Joined by the rule of handles.
  case handle
}
