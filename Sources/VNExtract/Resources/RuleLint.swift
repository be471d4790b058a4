public import Lexicon
public import Patterns

/// What does nothing in lexicons and rules.
public enum RuleLint {
  /// The senses that values are made from, which need no rule to be read.
  static let senses: Set<String> = [
    "ahead", "back", "change", "change-link", "clock-word", "country", "deictic", "direction", "era", "feast-day",
    "fraction", "limit", "list-link", "month", "nth", "number", "ordinal", "part-of-day", "place", "place-head",
    "quarter-word",
    "recurrence",
    "related-heading", "subject-stop", "tense", "time-unit", "timezone",
  ]

  /// Warnings about compiled files; takes some seconds.
  public static func warnings(_ compiler: LanguageCompiler, _ files: [SourceFile]) -> [Diagnostic] {
    LexiconChecker(compiler, files: files, senses: senses) { Meaning(rawValue: $0)?.mentionType?.rawValue }.warnings
  }
}
