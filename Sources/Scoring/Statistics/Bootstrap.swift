/// Confidence of a score by resampling documents with replacement (Efron 1979), the percentile method.
public struct Bootstrap: Sendable, Hashable {
  /// Mean of the resampled scores.
  public let mean: Double
  /// Lower end of the interval.
  public let lower: Double
  /// Upper end of the interval.
  public let upper: Double
  /// How many resamples the score was defined in; for an exact bootstrap, how many different ones.
  public let samples: Int
  /// Whether every possible resample was counted, with its probability.
  public let isExact: Bool

  /// Resamples one ratio a document.
  ///
  /// Up to eight documents all resamples are enumerated; beyond, `samples` are drawn from `seed`. `level` is the share of
  /// resamples inside the interval. nil if the score is undefined in every resample.
  public init?(_ documents: [Ratio], level: Double = 0.95, samples: Int = 1000, seed: UInt64 = 1) {
    var scores: [(score: Double, weight: Double)]
    isExact = documents.count <= 8
    if isExact {
      scores = Self.enumerate(documents)
    } else {
      var random = RandomNumbers(seed: seed)
      scores = (0..<samples).compactMap { _ in
        var sum = Ratio(0, 0)
        for _ in documents { sum += documents[Int.random(in: documents.indices, using: &random)] }
        return sum.value.map { ($0, 1) }
      }
    }
    let total = scores.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    scores.sort { $0.score < $1.score }
    mean = scores.reduce(0) { $0 + $1.score * $1.weight } / total
    lower = Self.quantile((1 - level) / 2, of: scores, total: total)
    upper = Self.quantile((1 + level) / 2, of: scores, total: total)
    self.samples = scores.count
  }

  /// The least score at or below which the share `rank` of the weight lies.
  private static func quantile(_ rank: Double, of scores: [(score: Double, weight: Double)], total: Double) -> Double {
    var sum = 0.0
    for entry in scores {
      sum += entry.weight
      if sum >= rank * total { return entry.score }
    }
    return scores.last?.score ?? 0
  }

  /// Every way to draw as many documents as there are, as numbers of times each is drawn, weighed by its probability.
  private static func enumerate(_ documents: [Ratio]) -> [(score: Double, weight: Double)] {
    var scores = [(score: Double, weight: Double)]()
    let count = documents.count
    func draw(_ index: Int, left: Int, sum: Ratio, ways: Double) {
      if index == count {
        if left == 0, let score = sum.value { scores.append((score, ways)) }
        return
      }
      var sum = sum
      var choices = 1.0
      for times in 0...left {
        if index < count - 1 || times == left { draw(index + 1, left: left - times, sum: sum, ways: ways * choices) }
        sum += documents[index]
        // The next binomial coefficient: which of the draws left fall on this document.
        choices = choices * Double(left - times) / Double(times + 1)
      }
    }
    draw(0, left: count, sum: Ratio(0, 0), ways: 1)
    return scores
  }
}
