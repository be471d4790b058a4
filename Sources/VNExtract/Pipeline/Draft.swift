import Patterns

/// A mention that may be: what a rule found, before the readings are weighed against each other.
struct Draft {
  var meaning: Meaning
  /// Its tokens.
  var range: Range<Int>
  /// The index of its rule in the rule set.
  var rule: Int
  var evidence: Evidence
  /// The kind of a title, a place or a number; of a person what rules of relations ask for.
  var kind: String?
  /// Whether an office is held no more, not yet or for the time being.
  var status: String?
  var date: DateExpression?
  var number: NumberValue?
  /// Drafts that it took as items, which it must not be beaten by.
  var parts: [Int] = []
  /// Set where the document established it elsewhere; takes the place of the rule.
  var source: String?

  /// What rules of later phases can ask of it, nil where it is no mention.
  ///
  /// How sure it is counts until it has won.
  func facts(withEvidence: Bool) -> MentionFacts? {
    meaning.mentionType.map { type in
      MentionFacts(type: type.rawValue, kind: kind, status: status, evidence: withEvidence ? evidence : nil)
    }
  }

  /// Whether a draft of the same rule and tokens says the same.
  func isSame(as other: Draft) -> Bool {
    kind == other.kind && status == other.status && number == other.number && date == other.date
  }
}

/// The value of a numeric fact.
struct NumberValue: Hashable, Sendable {
  var kind: String
  var value: String
  var unit: String?
  var mod: String?
  var code: String?
  /// The codes of currencies of one name, among which the document's countries decide.
  var currencies: String?
}
