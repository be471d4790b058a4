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
  var kind: Term?
  /// Whether an office is held no more, not yet or for the time being.
  var status: Term?
  /// Where the drafts that it took as items, which it must not be beaten by, stand among those of the line's drafts.
  var parts: Range<Int32> = 0..<0
  /// What few drafts have; behind a reference, since all are copied.
  private var notes: Notes?

  init(meaning: Meaning, range: Range<Int>, rule: Int, evidence: Evidence, source: String? = nil) {
    self.meaning = meaning
    self.range = range
    self.rule = rule
    self.evidence = evidence
    notes = source.map { Notes(source: $0) }
  }

  /// What a date says.
  var date: DateExpression? {
    get { notes?.date }
    set { notes = Notes(date: newValue, number: number, source: source) }
  }

  /// What a number says.
  var number: NumberValue? {
    get { notes?.number }
    set { notes = Notes(date: date, number: newValue, source: source) }
  }

  /// Set where the document established it elsewhere; takes the place of the rule.
  var source: String? {
    get { notes?.source }
    set { notes = Notes(date: date, number: number, source: newValue) }
  }

  /// What rules of later phases can ask of it, nil where it is no mention.
  ///
  /// How sure it is counts until it has won.
  borrowing func facts(withEvidence: Bool) -> MentionFacts? {
    guard let type = meaning.mentionType else { return nil }
    return MentionFacts(type: type.term, kind: kind, status: status, evidence: withEvidence ? evidence : nil)
  }

  /// Whether a draft of the same rule and tokens says the same.
  func isSame(as other: Draft) -> Bool {
    kind == other.kind && status == other.status
      && (notes === other.notes || number == other.number && date == other.date)
  }

  /// What a draft of a date or a number says, and where one of no rule comes from.
  private final class Notes {
    let date: DateExpression?
    let number: NumberValue?
    let source: String?

    init(date: DateExpression? = nil, number: NumberValue? = nil, source: String? = nil) {
      self.date = date
      self.number = number
      self.source = source
    }
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
