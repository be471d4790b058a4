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
  /// What a date or number says; behind a reference, since most drafts say nothing and all are copied.
  private var value: DraftValue?
  /// Drafts that it took as items, which it must not be beaten by.
  var parts: [Int] = []
  /// Set where the document established it elsewhere; takes the place of the rule.
  var source: String?

  init(meaning: Meaning, range: Range<Int>, rule: Int, evidence: Evidence, source: String? = nil) {
    self.meaning = meaning
    self.range = range
    self.rule = rule
    self.evidence = evidence
    self.source = source
  }

  /// What a date says.
  var date: DateExpression? {
    get { value?.date }
    set { value = newValue.map { DraftValue(date: $0, number: nil) } }
  }

  /// What a number says.
  var number: NumberValue? {
    get { value?.number }
    set { value = newValue.map { DraftValue(date: nil, number: $0) } }
  }

  /// What rules of later phases can ask of it, nil where it is no mention.
  ///
  /// How sure it is counts until it has won.
  borrowing func facts(withEvidence: Bool) -> MentionFacts? {
    guard let type = meaning.mentionType else { return nil }
    return MentionFacts(type: type.rawValue, kind: kind, status: status, evidence: withEvidence ? evidence : nil)
  }

  /// Whether a draft of the same rule and tokens says the same.
  func isSame(as other: Draft) -> Bool {
    kind == other.kind && status == other.status
      && (value === other.value || number == other.number && date == other.date)
  }
}

/// What a draft of a date or a number says.
private final class DraftValue {
  let date: DateExpression?
  let number: NumberValue?

  init(date: DateExpression?, number: NumberValue?) {
    self.date = date
    self.number = number
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
