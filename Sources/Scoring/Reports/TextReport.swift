extension ScoreReport {
  /// The report as aligned text for a terminal; ratios are in percent, undefined ones a dash.
  ///
  /// `errors` differences at most are listed, in gold's order.
  public func text(by breakdowns: Set<Breakdown> = [], errors limit: Int = 0) -> String {
    var parts = [TextTable.aligned(ReportTables.main(total))]
    if let interval = interval(.strictF1) {
      parts[0] +=
        "strict F1 of all types: \(TextTable.percent(interval.lower)) to \(TextTable.percent(interval.upper)) with 95 % "
        + "confidence over \(documents.count) documents\n"
    }
    parts.append(TextTable.aligned(ReportTables.schemes(total.schemes)))
    let attributes = ReportTables.attributes(total)
    if attributes.count > 1 { parts.append(TextTable.aligned(attributes)) }
    if total.relations != RelationScore() { parts.append(TextTable.aligned(ReportTables.relations(total.relations))) }
    if !total.entities.isEmpty { parts.append(TextTable.aligned(ReportTables.entities(total.entities))) }
    if breakdowns.contains(.language) {
      for (name, table) in languageRows { parts.append(TextTable.aligned(ReportTables.main(table, title: name))) }
    }
    if breakdowns.contains(.document) {
      parts.append(TextTable.aligned(ReportTables.breakdown("document", documentRows)))
    }
    if breakdowns.contains(.rule) { parts.append(TextTable.aligned(ReportTables.rules(rules))) }
    if limit > 0, !errors.isEmpty {
      parts.append(errors.prefix(limit).map { ErrorContext.line($0, in: self) + "\n" }.joined())
    }
    for (name, ids) in [("without answer", unanswered), ("answers without gold", unknown)] where !ids.isEmpty {
      parts.append("\(name): \(ids.joined(separator: ", "))\n")
    }
    return parts.joined(separator: "\n")
  }

  var languageRows: [(name: String, table: ScoreTable)] {
    languages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var documentRows: [(name: String, table: ScoreTable)] { documents.map { ($0.gold.id, $0.table) } }
}
