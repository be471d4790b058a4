/// By what a report is broken down beside the types.
public enum Breakdown: String, Sendable, CaseIterable {
  /// One row a language.
  case language
  /// One row a document.
  case document
  /// One row a rule, with what became of its mentions.
  case rule
}
