/// What rules of later phases can ask of a mention.
public struct MentionFacts: Hashable, Sendable {
  /// The type as rules write it.
  public var type: Term
  /// The kind of a title, a place or a number.
  public var kind: Term?
  /// Whether an office is held no more, not yet or for the time being.
  public var status: Term?
  /// How sure the mention is, where that is open.
  public var evidence: Evidence?

  /// Creates the facts of a mention.
  public init(type: Term, kind: Term? = nil, status: Term? = nil, evidence: Evidence? = nil) {
    self.type = type
    self.kind = kind
    self.status = status
    self.evidence = evidence
  }

  /// A fact by its name in rules, nil where the mention has none.
  subscript(name: String) -> String? {
    switch name {
    case "kind": kind?.string
    case "status": status?.string
    case "evidence": evidence?.word
    default: nil
    }
  }
}
