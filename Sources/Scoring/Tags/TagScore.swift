/// Scores of rows of tags, as conlleval and seqeval 1.2.2 count them.
public struct TagScore: Sendable, Hashable {
  /// Counts by type, of mentions equal in span and type.
  public let types: [String: ScoreCounts]
  /// Tokens whose tags are equal.
  public let equalTags: Int
  /// All tokens.
  public let tokens: Int

  /// Precision, recall and F1, with 0 where a ratio is undefined, as these tools have it.
  public struct Average: Sendable, Hashable {
    /// Precision, 0 to 1.
    public let precision: Double
    /// Recall, 0 to 1.
    public let recall: Double
    /// F1, 0 to 1.
    public let f1: Double
  }

  /// Counts rows of tags against gold rows; a row without partner, or tokens beyond the shorter row, count as `O`.
  public init(gold: [[String]], predicted: [[String]], reading: TagReading = .lenient) {
    var types = [String: ScoreCounts]()
    var equal = 0
    var tokens = 0
    for index in 0..<max(gold.count, predicted.count) {
      let goldRow = index < gold.count ? gold[index] : []
      let predictedRow = index < predicted.count ? predicted[index] : []
      equal += zip(goldRow, predictedRow).count { $0 == $1 }
      tokens += max(goldRow.count, predictedRow.count)
      let goldMentions = reading.mentions(in: goldRow)
      let starts = Dictionary(uniqueKeysWithValues: goldMentions.map { ($0.tokens.lowerBound, $0) })
      for mention in goldMentions { types[mention.type, default: ScoreCounts()].gold += 1 }
      for mention in reading.mentions(in: predictedRow) {
        types[mention.type, default: ScoreCounts()].predicted += 1
        if let partner = starts[mention.tokens.lowerBound], partner == mention {
          types[mention.type]?.correct += 1
        }
      }
    }
    self.types = types
    equalTags = equal
    self.tokens = tokens
  }

  /// All types together.
  public var micro: ScoreCounts {
    var sum = ScoreCounts()
    for counts in types.values { sum += counts }
    return sum
  }

  /// Micro average.
  public var microAverage: Average {
    let sum = micro
    return Average(precision: sum.precision ?? 0, recall: sum.recall ?? 0, f1: sum.f1 ?? 0)
  }

  /// Mean over the types.
  public var macroAverage: Average { average { _ in 1 } }

  /// Mean over the types, each weighed by its number of gold mentions.
  public var weightedAverage: Average { average { Double($0.gold) } }

  /// Share of tokens whose tags are equal; nil without tokens.
  public var accuracy: Double? { tokens == 0 ? nil : Double(equalTags) / Double(tokens) }

  private func average(weight: (ScoreCounts) -> Double) -> Average {
    let all = types.sorted { $0.key < $1.key }.map(\.value)
    let total = all.reduce(0) { $0 + weight($1) }
    if total == 0 { return Average(precision: 0, recall: 0, f1: 0) }
    func mean(_ figure: (ScoreCounts) -> Double?) -> Double {
      all.reduce(0) { $0 + weight($1) * (figure($1) ?? 0) } / total
    }
    return Average(precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1))
  }
}
