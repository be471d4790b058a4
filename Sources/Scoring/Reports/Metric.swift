/// A figure of a score table that floors, confidence intervals and significance tests can name.
public enum Metric: String, Sendable, CaseIterable {
  /// Precision of strict matches.
  case strictPrecision = "strict-p"
  /// Recall of strict matches.
  case strictRecall = "strict-r"
  /// F1 of strict matches.
  case strictF1 = "strict-f1"
  /// F1 of overlapping matches of equal type.
  case overlapF1 = "overlap-f1"
  /// F1 of the SemEval exact scheme.
  case exactF1 = "exact-f1"
  /// F1 of the SemEval partial scheme.
  case partialF1 = "partial-f1"
  /// F1 of the SemEval type scheme.
  case typeF1 = "type-f1"
  /// Share of strict pairs whose value is right.
  case value = "value"
  /// F1 of strict matches with the right value.
  case strictValueF1 = "strict-value-f1"
  /// F1 of overlapping matches with the right value, as in TempEval-3.
  case relaxedValueF1 = "relaxed-value-f1"

  /// The figure of one score as a ratio of sums, so that scores of documents can be added up anew.
  public func ratio(of score: TypeScore) -> Ratio {
    func f1(_ counts: ScoreCounts) -> Ratio {
      Ratio(2 * Double(counts.correct), Double(counts.gold + counts.predicted))
    }
    func f1(_ counts: MatchCounts) -> Ratio {
      Ratio(2 * counts.points, Double(counts.possible + counts.actual))
    }
    switch self {
    case .strictPrecision: return Ratio(Double(score.strict.correct), Double(score.strict.predicted))
    case .strictRecall: return Ratio(Double(score.strict.correct), Double(score.strict.gold))
    case .strictF1: return f1(score.strict)
    case .overlapF1: return f1(score.overlap)
    case .exactF1: return f1(score.schemes.exact)
    case .partialF1: return f1(score.schemes.partial)
    case .typeF1: return f1(score.schemes.type)
    case .value:
      let value = score.attributes["value"] ?? AttributeScore()
      return Ratio(Double(value.right), Double(value.total))
    case .strictValueF1: return f1(score.strictValue)
    case .relaxedValueF1: return f1(score.relaxedValue)
    }
  }

  /// The figure of one score; nil where it is undefined.
  public func value(of score: TypeScore) -> Double? { ratio(of: score).value }

  /// The figure of a type, of `micro` or of `macro`; nil where it is undefined.
  public func value(in table: ScoreTable, type: String) -> Double? {
    type == "macro" ? table.macro(value(of:)) : table[type].flatMap(value(of:))
  }
}
