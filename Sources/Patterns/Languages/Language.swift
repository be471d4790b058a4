public import Lexicon
public import UnicodeText

/// All that is known of one language, compiled: immutable and shared.
public struct Language: Sendable {
  /// Its tag, the name of its folder.
  public let tag: String
  /// Its profile; nil for the language of texts in no known language.
  public let profile: LanguageProfile?
  /// Its words and those of `common`.
  public let lexicon: Lexicon
  /// Its rules and those of `common`.
  public let rules: RuleSet

  /// Puts a language together.
  public init(tag: String, profile: LanguageProfile?, lexicon: Lexicon, rules: RuleSet) {
    self.tag = tag
    self.profile = profile
    self.lexicon = lexicon
    self.rules = rules
  }
}
