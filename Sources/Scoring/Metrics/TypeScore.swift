/// Everything counted for the mentions of one type, or of all types together.
public struct TypeScore: Sendable, Hashable {
  /// The type; `micro` for all together.
  public var type: String
  /// Span and type equal.
  public var strict = ScoreCounts()
  /// Type equal and spans overlapping, paired one to one within the type so that most pairs are found.
  public var overlap = ScoreCounts()
  /// The SemEval-2013 schemes; a pair counts for the type of its gold mention, a spurious mention for its own.
  public var schemes = SchemeCounts()
  /// Right values among strict pairs, by attribute.
  public var attributes: [String: AttributeScore] = [:]
  /// Strict pairs whose `value` is right, against all mentions: TempEval-3's value score with strict spans.
  ///
  /// Only mentions of types whose gold has values are counted.
  public var strictValue = ScoreCounts()
  /// As `strictValue`, over overlapping spans: TempEval-3's value score proper.
  public var relaxedValue = ScoreCounts()

  /// Makes a score of nothing.
  public init(type: String) { self.type = type }

  /// Adds the score of other documents or another type.
  public static func += (a: inout TypeScore, b: TypeScore) {
    a.strict += b.strict
    a.overlap += b.overlap
    a.schemes += b.schemes
    a.strictValue += b.strictValue
    a.relaxedValue += b.relaxedValue
    for (name, score) in b.attributes { a.attributes[name, default: AttributeScore()] += score }
  }
}
