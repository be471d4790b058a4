/// All that was counted when answers were compared with gold.
public struct ScoreReport: Sendable {
  /// One document's scores.
  public struct Document: Sendable {
    /// The gold document.
    public let gold: AnnotatedDocument
    /// The system's answer; nil if there is none.
    public let answer: AnnotatedDocument?
    /// Its scores.
    public let table: ScoreTable
  }

  /// All documents together.
  public private(set) var total = ScoreTable()
  /// Each document, in gold's order.
  public private(set) var documents: [Document] = []
  /// Each language that gold names.
  public private(set) var languages: [String: ScoreTable] = [:]
  /// The rules that made mentions, by name.
  public private(set) var rules: [String: RuleScore] = [:]
  /// Every difference, in gold's document order.
  public private(set) var errors: [ScoreError] = []
  /// Ids of gold documents without answer.
  public internal(set) var unanswered: [String] = []
  /// Ids of answers without gold; they are not scored.
  public internal(set) var unknown: [String] = []

  init() {}

  mutating func add(_ result: DocumentScorer.Result, gold: AnnotatedDocument, answer: AnnotatedDocument?) {
    total += result.table
    documents.append(Document(gold: gold, answer: answer, table: result.table))
    if let language = gold.language { languages[language, default: ScoreTable()] += result.table }
    for (name, score) in result.rules { rules[name, default: RuleScore(rule: name)] += score }
    errors += result.errors
  }
}
