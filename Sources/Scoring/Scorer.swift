/// Compares a system's answers with gold.
///
/// Documents come from ``AnnotationFiles``; what is counted is in ``ScoreReport``, which can be shown as text, JSON and
/// HTML. ``ReportDifference`` sets two runs side by side, ``Floor`` holds a run to what was reached before, and
/// ``Agreement`` compares two annotators. Rows of tags without text are scored by ``TagScore``.
public enum Scorer {
  /// What is compared, and how.
  public struct Options: Sendable {
    /// The types that count; nil for all.
    public var types: Set<String>?

    /// How spans are paired for the SemEval-2013 schemes.
    public var pairing: Pairing

    /// Makes options; by default all types count and pairing is optimal.
    public init(types: Set<String>? = nil, pairing: Pairing = .optimal) {
      self.types = types
      self.pairing = pairing
    }
  }

  /// How gold spans and predicted spans become pairs.
  public enum Pairing: String, Sendable, CaseIterable {
    /// One to one, so that as many agree as can, whatever the order.
    case optimal
    /// As nervaluate 1.2.1 does, for comparison with published figures.
    case nervaluate
  }

  /// Scores answers against gold, document by document as their ids say.
  ///
  /// A gold document without answer has all its mentions missing; an answer without gold is not scored. Both are named in
  /// the report. Apart from sorting, linear in the number of mentions where these do not overlap on their own side.
  public static func score(
    gold: [AnnotatedDocument], predicted: [AnnotatedDocument], options: Options = Options()
  ) -> ScoreReport {
    var report = ScoreReport()
    var answers = [String: [Int]]()
    for (index, answer) in predicted.enumerated().reversed() { answers[answer.id, default: []].append(index) }
    for document in gold {
      // Documents of one id are paired in their order.
      let index = answers[document.id]?.popLast()
      if index == nil { report.unanswered.append(document.id) }
      let answer = index.map { predicted[$0] }
      var scorer = DocumentScorer(gold: document, predicted: answer, options: options)
      report.add(scorer.score(), gold: document, answer: answer)
    }
    report.unknown = answers.values.joined().sorted().map { predicted[$0].id }
    return report
  }
}
