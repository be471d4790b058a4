/// A figure of a score table that floors and confidence intervals can name.
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

  /// The figure of one score; nil where it is undefined.
  public func value(of score: TypeScore) -> Double? {
    switch self {
    case .strictPrecision: score.strict.precision
    case .strictRecall: score.strict.recall
    case .strictF1: score.strict.f1
    case .overlapF1: score.overlap.f1
    case .exactF1: score.schemes.exact.f1
    case .partialF1: score.schemes.partial.f1
    case .typeF1: score.schemes.type.f1
    case .value: score.attributes["value"]?.accuracy
    case .strictValueF1: score.strictValue.f1
    case .relaxedValueF1: score.relaxedValue.f1
    }
  }

  /// The figure of a type, of `micro` or of `macro`; nil where it is undefined.
  public func value(in table: ScoreTable, type: String) -> Double? {
    type == "macro" ? table.macro(value(of:)) : table[type].flatMap(value(of:))
  }
}
