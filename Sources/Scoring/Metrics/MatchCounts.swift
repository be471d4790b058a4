/// The five counts of MUC-5 and SemEval-2013 task 9: correct, incorrect, partial, missing, spurious.
public struct MatchCounts: Sendable, Hashable {
  /// Pairs that agree.
  public var correct = 0
  /// Pairs that do not.
  public var incorrect = 0
  /// Pairs whose spans overlap without being equal, where the scheme gives them half a point.
  public var partial = 0
  /// Gold items without partner.
  public var missing = 0
  /// System items without partner.
  public var spurious = 0

  /// Makes counts of nothing.
  public init() {}

  /// Items in gold.
  public var possible: Int { correct + incorrect + partial + missing }
  /// Items the system gave.
  public var actual: Int { correct + incorrect + partial + spurious }
  /// Points: one for each correct pair, half for each partial one.
  public var points: Double { Double(correct) + Double(partial) / 2 }
  /// Points by what the system gave; nil if it gave nothing.
  public var precision: Double? { actual == 0 ? nil : points / Double(actual) }
  /// Points by what gold has; nil if it has nothing.
  public var recall: Double? { possible == 0 ? nil : points / Double(possible) }
  /// Harmonic mean of precision and recall; nil if both sides are empty.
  public var f1: Double? { possible + actual == 0 ? nil : 2 * points / Double(possible + actual) }

  /// Adds counts of other documents.
  public static func += (a: inout MatchCounts, b: MatchCounts) {
    a.correct += b.correct
    a.incorrect += b.incorrect
    a.partial += b.partial
    a.missing += b.missing
    a.spurious += b.spurious
  }
}
