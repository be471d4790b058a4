/// What became of the mentions one rule made.
public struct RuleScore: Sendable, Hashable {
  /// The rule's name.
  public let rule: String
  /// Mentions the rule made.
  public var predicted = 0
  /// Those equal to gold in span and type.
  public var correct = 0
  /// Those of the right type whose span overlaps gold without being equal.
  public var boundary = 0
  /// Those paired with gold of another type.
  public var type = 0
  /// Those where gold has nothing.
  public var spurious = 0

  init(rule: String) { self.rule = rule }

  /// `correct / predicted`.
  public var precision: Double? { predicted == 0 ? nil : Double(correct) / Double(predicted) }

  mutating func add(_ span: LabelledSpan, partner: LabelledSpan?) {
    predicted += 1
    switch partner {
    case nil: spurious += 1
    case span?: correct += 1
    case let other? where other.label == span.label: boundary += 1
    default: type += 1
    }
  }

  static func += (a: inout RuleScore, b: RuleScore) {
    a.predicted += b.predicted
    a.correct += b.correct
    a.boundary += b.boundary
    a.type += b.type
    a.spurious += b.spurious
  }
}
