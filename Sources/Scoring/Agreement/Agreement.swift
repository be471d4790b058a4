/// How far two annotations of the same documents agree.
///
/// F1 does not depend on which annotation is called gold. The chance-corrected figures are over tokens (runs of letters and
/// digits, other characters singly), each labelled with the type of the mention it stands in, or none.
public struct Agreement: Sendable {
  /// The first annotation scored against the second: F1 strict and overlapping by type, attributes, every difference.
  public let report: ScoreReport
  /// Cohen's κ (1960) over tokens; nil where chance alone explains everything.
  public let kappa: Double?
  /// Krippendorff's α for nominal labels (2004) over tokens; nil where only one label occurs.
  public let alpha: Double?
  /// The number of tokens compared.
  public let tokens: Int

  /// Compares annotations of the same documents, paired by id; those on one side only are left out.
  public init(_ first: [AnnotatedDocument], _ second: [AnnotatedDocument], options: Scorer.Options = .init()) {
    let ids = Set(first.map(\.id)).intersection(second.map(\.id))
    let first = first.filter { ids.contains($0.id) }
    let second = second.filter { ids.contains($0.id) }
    report = Scorer.score(gold: first, predicted: second, options: options)
    var table = LabelTable()
    for document in report.documents {
      guard let answer = document.answer else { continue }
      table.add(document.gold, answer, types: options.types)
    }
    kappa = table.kappa
    alpha = table.alpha
    tokens = table.total
  }

  /// The figures as text for a terminal.
  public var text: String {
    TextTable.aligned(ReportTables.main(report.total)) + "\n"
      + TextTable.aligned([
        ["Cohen's κ over tokens", TextTable.decimal(kappa)],
        ["Krippendorff's α over tokens", TextTable.decimal(alpha)], ["tokens", String(tokens)],
      ])
  }
}
