/// Recall and precision of one way to compare entities, as sums over documents.
public struct LinkScore: Sendable, Hashable {
  /// What was found, by what gold has.
  public var recall = Ratio(0, 0)
  /// What was right, by what the system gave.
  public var precision = Ratio(0, 0)

  /// Harmonic mean; nil if a side is undefined, 0 if both are 0.
  public var f1: Double? {
    guard let recall = recall.value, let precision = precision.value else { return nil }
    return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision)
  }

  static func += (a: inout LinkScore, b: LinkScore) {
    a.recall += b.recall
    a.precision += b.precision
  }
}
