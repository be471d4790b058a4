/// Whether two systems differ by more than chance: the paired randomization test over documents (Noreen 1989; Yeh 2000).
///
/// If the systems were alike, it would not matter which of them gave which answer to a document; so answers are
/// exchanged at random, and it is counted how often the difference becomes at least as large as it was.
public struct Randomization: Sendable, Hashable {
  /// The first system's score less the second's.
  public let difference: Double
  /// Probability of a difference this large in either direction, if the systems were alike.
  public let twoSided: Double
  /// Probability of a difference this large in the first system's favour.
  public let oneSided: Double
  /// How many exchanges were tried.
  public let samples: Int
  /// Whether every possible exchange was tried.
  public let isExact: Bool

  /// Tests two systems on the same documents, one ratio a document each.
  ///
  /// Up to 16 documents all exchanges are enumerated; beyond, `samples` are drawn from `seed`, and the probabilities are
  /// `(hits + 1) / (samples + 1)`. nil if a system's score is undefined or the documents are not the same in number.
  public init?(_ first: [Ratio], _ second: [Ratio], samples: Int = 10_000, seed: UInt64 = 1) {
    guard first.count == second.count, let a = Ratio.sum(first).value, let b = Ratio.sum(second).value else {
      return nil
    }
    let observed = a - b
    var either = 0
    var inFavour = 0
    func count(_ x: Ratio, _ y: Ratio) {
      // Where exchanging leaves nothing below the line, there is no difference to speak of.
      guard let x = x.value, let y = y.value else { return }
      // Sums in another order may differ in the last bit.
      if abs(x - y) >= abs(observed) - 1e-12 { either += 1 }
      if x - y >= observed - 1e-12 { inFavour += 1 }
    }
    isExact = first.count <= 16
    difference = observed
    if isExact {
      let exchanges = 1 << first.count
      var x = Ratio.sum(first)
      var y = Ratio.sum(second)
      var exchanged = 0
      count(x, y)
      for step in 1..<max(exchanges, 1) {
        // A Gray code: each step exchanges one document more or back.
        let index = step.trailingZeroBitCount
        let change = first[index] - second[index]
        if exchanged & (1 << index) == 0 {
          x = x - change
          y += change
        } else {
          x += change
          y = y - change
        }
        exchanged ^= 1 << index
        count(x, y)
      }
      self.samples = exchanges
      twoSided = Double(either) / Double(exchanges)
      oneSided = Double(inFavour) / Double(exchanges)
    } else {
      var random = RandomNumbers(seed: seed)
      for _ in 0..<samples {
        var x = Ratio(0, 0)
        var y = Ratio(0, 0)
        var bits: UInt64 = 0
        for index in first.indices {
          if index & 63 == 0 { bits = random.next() }
          let exchange = bits & 1 == 1
          bits >>= 1
          x += exchange ? second[index] : first[index]
          y += exchange ? first[index] : second[index]
        }
        count(x, y)
      }
      self.samples = samples
      twoSided = Double(either + 1) / Double(samples + 1)
      oneSided = Double(inFavour + 1) / Double(samples + 1)
    }
  }
}
