/// How many items gold has, how many the system gave, and how many of these are right.
///
/// Ratios with nothing below the line are undefined, which is nil, not 0.
public struct ScoreCounts: Sendable, Hashable {
  /// Items in gold.
  public var gold: Int
  /// Items the system gave.
  public var predicted: Int
  /// Items of the system that are right; each gold item makes at most one right.
  public var correct: Int

  /// Makes counts.
  public init(gold: Int = 0, predicted: Int = 0, correct: Int = 0) {
    self.gold = gold
    self.predicted = predicted
    self.correct = correct
  }

  /// The right share of what the system gave; nil if it gave nothing.
  public var precision: Double? { predicted == 0 ? nil : Double(correct) / Double(predicted) }
  /// The share of gold that was found; nil if gold has nothing.
  public var recall: Double? { gold == 0 ? nil : Double(correct) / Double(gold) }
  /// Harmonic mean of precision and recall, `2·correct / (gold + predicted)`; nil if both sides are empty.
  public var f1: Double? { gold + predicted == 0 ? nil : 2 * Double(correct) / Double(gold + predicted) }

  /// Adds counts of other documents.
  public static func += (a: inout ScoreCounts, b: ScoreCounts) {
    a.gold += b.gold
    a.predicted += b.predicted
    a.correct += b.correct
  }
}
