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
  /// F1 of strict relations; its type is `holds`.
  case relationF1 = "relation-f1"
  /// F1 of relaxed relations; its type is `holds`.
  case relaxedRelationF1 = "relaxed-relation-f1"
  /// F1 of written positions; its type is `holds`.
  case positionF1 = "position-f1"
  /// LEA F1 of the entities of a type.
  case leaF1 = "lea-f1"
  /// Mean F1 of MUC, B³ and CEAF-e of the entities of a type.
  case conllF1 = "conll-f1"

  /// The figures that every mention type has, and so `micro` and `macro`.
  public static let ofMentions: [Metric] = allCases.prefix { $0 != .relationF1 }

  /// The figure of a type, of `micro`, of `macro` or of `holds`; nil where it is undefined or not of that type.
  public func value(in table: ScoreTable, type: String) -> Double? {
    switch self {
    case .leaF1: return table.entities[type]?.lea.f1
    case .conllF1: return table.entities[type]?.conllF1
    default:
      if type == "macro" { return table.macro { ratio(of: $0)?.value } }
      return ratio(in: table, type: type)?.value
    }
  }

  /// The figure as a ratio of sums, which can be added up over other documents; nil for one that is none, as means are.
  func ratio(in table: ScoreTable, type: String) -> Ratio? {
    switch self {
    case .relationF1: type == "holds" ? Self.f1(table.relations.strict) : nil
    case .relaxedRelationF1: type == "holds" ? Self.f1(table.relations.relaxed) : nil
    case .positionF1: type == "holds" ? Self.f1(table.relations.positions) : nil
    // A type that occurs nowhere has nothing above and nothing below the line.
    default: type == "macro" ? nil : ratio(of: table[type] ?? TypeScore(type: type))
    }
  }

  private static func f1(_ counts: ScoreCounts) -> Ratio {
    Ratio(2 * Double(counts.correct), Double(counts.gold + counts.predicted))
  }

  private static func f1(_ counts: MatchCounts) -> Ratio {
    Ratio(2 * counts.points, Double(counts.possible + counts.actual))
  }

  /// The figure of one mention type; nil for figures of relations and entities.
  func ratio(of score: TypeScore) -> Ratio? {
    switch self {
    case .strictPrecision: return Ratio(Double(score.strict.correct), Double(score.strict.predicted))
    case .strictRecall: return Ratio(Double(score.strict.correct), Double(score.strict.gold))
    case .strictF1: return Self.f1(score.strict)
    case .overlapF1: return Self.f1(score.overlap)
    case .exactF1: return Self.f1(score.schemes.exact)
    case .partialF1: return Self.f1(score.schemes.partial)
    case .typeF1: return Self.f1(score.schemes.type)
    case .value:
      let value = score.attributes["value"] ?? AttributeScore()
      return Ratio(Double(value.right), Double(value.total))
    case .strictValueF1: return Self.f1(score.strictValue)
    case .relaxedValueF1: return Self.f1(score.relaxedValue)
    default: return nil
    }
  }
}
