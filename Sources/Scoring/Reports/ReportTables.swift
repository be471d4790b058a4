/// The tables of a report as rows of cells, which the text and the HTML report set each in their way.
enum ReportTables {
  static func main(_ table: ScoreTable, title: String = "type") -> [[String]] {
    var rows = [[title, "gold", "system", "strict P", "R", "F1", "overlap F1", "value", "value F1"]]
    for score in table.types + [table.micro] { rows.append(main(score, name: score.type)) }
    rows.append([
      "macro", "", "", TextTable.percent(table.macro { $0.strict.precision }),
      TextTable.percent(table.macro { $0.strict.recall }), TextTable.percent(table.macro { $0.strict.f1 }),
      TextTable.percent(table.macro { $0.overlap.f1 }),
      TextTable.percent(table.macro { $0.attributes["value"]?.accuracy }),
      TextTable.percent(table.macro { $0.relaxedValue.f1 }),
    ])
    return rows
  }

  /// One row for each of several sets of documents, all types together.
  static func breakdown(_ name: String, _ tables: [(name: String, table: ScoreTable)]) -> [[String]] {
    [[name, "gold", "system", "strict P", "R", "F1", "overlap F1", "value", "value F1"]]
      + tables.map { main($0.table.micro, name: $0.name) }
  }

  private static func main(_ score: TypeScore, name: String) -> [String] {
    [
      name, String(score.strict.gold), String(score.strict.predicted), TextTable.percent(score.strict.precision),
      TextTable.percent(score.strict.recall), TextTable.percent(score.strict.f1), TextTable.percent(score.overlap.f1),
      TextTable.percent(score.attributes["value"]?.accuracy), TextTable.percent(score.relaxedValue.f1),
    ]
  }

  static func schemes(_ schemes: SchemeCounts) -> [[String]] {
    func row(_ name: String, _ counts: MatchCounts) -> [String] {
      [
        name, String(counts.correct), String(counts.incorrect), String(counts.partial), String(counts.missing),
        String(counts.spurious), TextTable.percent(counts.precision), TextTable.percent(counts.recall),
        TextTable.percent(counts.f1),
      ]
    }
    return [
      ["scheme", "COR", "INC", "PAR", "MIS", "SPU", "P", "R", "F1"], row("strict", schemes.strict),
      row("exact", schemes.exact), row("partial", schemes.partial), row("type", schemes.type),
    ]
  }

  static func attributes(_ table: ScoreTable) -> [[String]] {
    var rows = [["attribute", "of", "right", "share", "only system's"]]
    for score in table.types {
      for name in AttributeScore.names {
        guard let attribute = score.attributes[name], attribute.total + attribute.extra > 0 else { continue }
        rows.append([
          "\(score.type) \(name)", String(attribute.total), String(attribute.right),
          TextTable.percent(attribute.accuracy), String(attribute.extra),
        ])
      }
    }
    return rows
  }

  static func relations(_ relations: RelationScore) -> [[String]] {
    func row(_ name: String, _ counts: ScoreCounts) -> [String] {
      [
        name, String(counts.gold), String(counts.predicted), TextTable.percent(counts.precision),
        TextTable.percent(counts.recall), TextTable.percent(counts.f1),
      ]
    }
    return [
      ["relations", "gold", "system", "P", "R", "F1"], row("strict", relations.strict),
      row("relaxed", relations.relaxed), row("positions", relations.positions),
    ]
  }

  static func entities(_ entities: [String: EntityScore]) -> [[String]] {
    var rows = [["entities", "MUC F1", "B³ P", "R", "F1", "CEAF-e F1", "LEA P", "R", "F1", "CoNLL"]]
    for (type, score) in entities.sorted(by: { $0.key < $1.key }) {
      let figures: [Double?] = [
        score.muc.f1, score.bCubed.precision.value, score.bCubed.recall.value, score.bCubed.f1, score.ceafE.f1,
        score.lea.precision.value, score.lea.recall.value, score.lea.f1, score.conllF1,
      ]
      rows.append([type] + figures.map(TextTable.percent))
    }
    return rows
  }

  /// Rules with most faults first.
  static func rules(_ rules: [String: RuleScore]) -> [[String]] {
    let sorted = rules.values.sorted { a, b in
      (b.predicted - b.correct, a.rule) < (a.predicted - a.correct, b.rule)
    }
    var rows = [["rule", "made", "right", "boundary", "type", "spurious", "precision"]]
    for rule in sorted {
      rows.append([
        rule.rule, String(rule.predicted), String(rule.correct), String(rule.boundary), String(rule.type),
        String(rule.spurious), TextTable.percent(rule.precision),
      ])
    }
    return rows
  }
}
