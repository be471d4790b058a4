public import Lexicon
public import UnicodeText

/// A string in a pattern and the folded words that it asks for.
public struct RuleLiteral: Sendable {
  /// The folder of its file.
  public var language: String
  /// What stands between the quotes.
  public var string: String
  /// The words it was cut into.
  public var words: [FoldedKey]
  /// A diagnostic at its place, still without a message.
  public var warning: Diagnostic
}
