/// What changed from one run to another over the same gold.
public struct ReportDifference: Sendable {
  /// A figure that changed.
  public struct Change: Sendable, Hashable {
    /// The type, `micro` or `macro`.
    public let type: String
    /// The figure.
    public let metric: Metric
    /// Its value in the earlier run; nil where undefined.
    public let before: Double?
    /// Its value in the later run; nil where undefined.
    public let after: Double?
  }

  /// Differences from gold that are no more.
  public let mended: [ScoreError]
  /// Differences from gold that were not before.
  public let broken: [ScoreError]
  /// Figures that changed: strict F1, overlap F1 and values, by type.
  public let changes: [Change]
  /// Whether strict F1 of all types differs by more than chance; nil if the gold is not the same.
  public let significance: Randomization?
  private let before: ScoreReport
  private let after: ScoreReport

  /// Compares two runs.
  public init(from before: ScoreReport, to after: ScoreReport) {
    self.before = before
    self.after = after
    let earlier = Set(before.errors.map(Key.init))
    let later = Set(after.errors.map(Key.init))
    mended = before.errors.filter { !later.contains(Key($0)) }
    broken = after.errors.filter { !earlier.contains(Key($0)) }
    var changes = [Change]()
    let types = Set(before.total.types.map(\.type) + after.total.types.map(\.type)).sorted() + ["micro", "macro"]
    for type in types {
      for metric in [Metric.strictF1, .overlapF1, .value] {
        let old = metric.value(in: before.total, type: type)
        let new = metric.value(in: after.total, type: type)
        if old != new { changes.append(Change(type: type, metric: metric, before: old, after: new)) }
      }
    }
    self.changes = changes
    significance = after.significance(against: before)
  }

  /// What makes two differences the same one: not the rule that made a mention, nor its id.
  private struct Key: Hashable {
    let document: String
    let kind: ScoreError.Kind
    let gold: LabelledText?
    let predicted: LabelledText?
    let attributes: [String]

    struct LabelledText: Hashable {
      let type: String
      let start: Int
      let end: Int

      init(_ mention: AnnotatedMention) {
        type = mention.type
        start = mention.start
        end = mention.end
      }
    }

    init(_ error: ScoreError) {
      document = error.document
      kind = error.kind
      gold = error.gold.map(LabelledText.init)
      predicted = error.predicted.map(LabelledText.init)
      attributes = error.attributes
    }
  }

  /// The difference as text for a terminal: figures, then what is mended and what is broken, `limit` of each at most.
  public func text(limit: Int = 50) -> String {
    var parts = [String]()
    if changes.isEmpty {
      parts.append("no figure changed\n")
    } else {
      let rows = changes.map { change in
        [
          "\(change.type) \(change.metric.rawValue)", TextTable.percent(change.before), TextTable.percent(change.after),
          change.before.flatMap { old in change.after.map { TextTable.fixed(($0 - old) * 100, digits: 1) } } ?? "–",
        ]
      }
      parts.append(TextTable.aligned([["figure", "before", "after", "change"]] + rows))
    }
    if let significance {
      parts.append(
        "strict F1 of all types: p = \(TextTable.decimal(significance.twoSided)) "
          + (significance.isExact ? "(exact randomization)\n" : "(\(significance.samples) randomizations)\n"))
    }
    for (name, errors, report) in [("mended", mended, before), ("broken", broken, after)] where !errors.isEmpty {
      let lines = errors.prefix(limit).map { "  " + ErrorContext.line($0, in: report) + "\n" }
      let rest = errors.count > limit ? "  … and \(errors.count - limit) more\n" : ""
      parts.append("\(name): \(errors.count)\n" + lines.joined() + rest)
    }
    return parts.joined(separator: "\n")
  }
}
