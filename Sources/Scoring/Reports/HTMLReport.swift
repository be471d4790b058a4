extension ScoreReport {
  /// The report as one self-contained HTML file: the tables, then every difference in its context.
  ///
  /// Gold stands above the system's answer; differences can be filtered by type, kind, document and rule; right-to-left
  /// text is set right to left. The file loads nothing from elsewhere.
  public func html(title: String = "Scores") -> String {
    var tables = [("By type", ReportTables.main(total)), ("SemEval-2013 schemes", ReportTables.schemes(total.schemes))]
    tables.append(("Attributes", ReportTables.attributes(total)))
    if total.relations != RelationScore() { tables.append(("Relations", ReportTables.relations(total.relations))) }
    if !total.entities.isEmpty { tables.append(("Entities", ReportTables.entities(total.entities))) }
    tables.append(("By language", ReportTables.breakdown("language", languageRows)))
    tables.append(("By rule", ReportTables.rules(rules)))
    tables.append(("By document", ReportTables.breakdown("document", documentRows)))
    var output = HTMLReport.head(title: title)
    for (caption, rows) in tables where rows.count > 1 { output += HTMLReport.table(caption, rows) }
    for (name, ids) in [("Without answer", unanswered), ("Answers without gold", unknown)] where !ids.isEmpty {
      output += "<p>\(name): \(HTMLReport.escaped(ids.joined(separator: ", ")))</p>\n"
    }
    output += HTMLReport.filters(errors)
    var documentsLeft = documents[...]
    var view: HTMLDocumentView?
    // Differences stand in the documents' order, so each document is prepared once.
    for error in errors {
      while view?.id != error.document, let document = documentsLeft.popFirst() {
        if document.gold.id == error.document { view = HTMLDocumentView(document) }
      }
      if let view { output += view.article(error) }
    }
    return output + HTMLReport.foot
  }
}

/// The parts of the HTML report.
enum HTMLReport {
  static func head(title: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    \(HTMLReportStyle.sheet)
    </style>
    </head>
    <body>
    <h1>\(escaped(title))</h1>

    """
  }

  static let foot = "</main>\n<script>\n\(HTMLReportStyle.script)\n</script>\n</body>\n</html>\n"

  /// A table under a caption that folds it; long ones begin folded.
  static func table(_ caption: String, _ rows: [[String]]) -> String {
    var output = "<details\(rows.count > 40 ? "" : " open")><summary>\(escaped(caption))</summary>\n<table>\n"
    for (index, row) in rows.enumerated() {
      let cell = index == 0 ? "th" : "td"
      output += "<tr>" + row.map { "<\(cell)>\(escaped($0))</\(cell)>" }.joined() + "</tr>\n"
    }
    return output + "</table>\n</details>\n"
  }

  static func filters(_ errors: [ScoreError]) -> String {
    func select(_ name: String, _ label: String, _ values: [String]) -> String {
      let options = Set(values).sorted().map { "<option>\(escaped($0))</option>" }.joined()
      return
        "<label>\(label) <select data-filter=\"\(name)\"><option value=\"\">all</option>\(options)</select></label>\n"
    }
    return "<h2>Differences</h2>\n<nav>\n"
      + select("kind", "Kind", errors.map(\.kind.rawValue))
      + select("type", "Type", errors.flatMap { [$0.gold?.type, $0.predicted?.type].compactMap { $0 } })
      + select("document", "Document", errors.map(\.document))
      + select("rule", "Rule", errors.compactMap { $0.predicted?["rule"] })
      + "<label>Text <input type=\"search\" data-search></label>\n<output>\(errors.count)</output>\n</nav>\n<main>\n"
  }

  static func escaped(_ text: String) -> String {
    var output = ""
    MarkupText.escape(text.unicodeScalars, into: &output, quotes: true)
    return output
  }
}
