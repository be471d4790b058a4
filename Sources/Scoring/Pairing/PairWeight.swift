/// What one pair adds to a pairing; compared part by part, `high` first, so that no number of small gains outweighs a
/// large one.
struct PairWeight: Comparable, AdditiveArithmetic {
  var high: Int
  var low: Int

  static let zero = PairWeight(high: 0, low: 0)

  static func + (a: PairWeight, b: PairWeight) -> PairWeight { PairWeight(high: a.high + b.high, low: a.low + b.low) }
  static func - (a: PairWeight, b: PairWeight) -> PairWeight { PairWeight(high: a.high - b.high, low: a.low - b.low) }
  static func < (a: PairWeight, b: PairWeight) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
