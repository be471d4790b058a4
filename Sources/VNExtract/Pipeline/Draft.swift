import Patterns

/// A mention that may be: what a rule found, before the readings are weighed against each other.
struct Draft {
  var meaning: Meaning
  /// Its tokens.
  var range: Range<Int>
  /// The index of its rule in the rule set.
  var rule: Int
  var evidence: Evidence
  /// `kind`, `status`, `code` … that are known already.
  var attributes: [String: String] = [:]
  var date: DateExpression?
  var number: NumberValue?
  /// Drafts that it took as items, which it must not be beaten by.
  var parts: [Int] = []
  /// Set where the document established it elsewhere; takes the place of the rule.
  var source: String?
}

/// The value of a numeric fact.
struct NumberValue: Hashable, Sendable {
  var kind: String
  var value: String
  var unit: String?
  var mod: String?
  var code: String?
}
