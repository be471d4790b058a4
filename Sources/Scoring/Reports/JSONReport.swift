extension ScoreReport {
  /// The report as one JSON object; ratios are 0 to 1, undefined ones null.
  ///
  /// Members: `total`, `languages`, `documents`, `rules`, `errors`, `unanswered`, `unknown`. Each table has `types`, `micro`,
  /// `macro`, `relations` and `entities`.
  public func json() -> String {
    let languages = languageRows.map { ($0.name, JSONReport.table($0.table)) }
    let documents = documents.map { document in
      JSONText.object([
        ("id", JSONText.quoted(document.gold.id)), ("scores", JSONReport.table(document.table)),
      ])
    }
    let rules = rules.sorted { $0.key < $1.key }.map { name, rule in
      let members = [
        ("made", String(rule.predicted)), ("right", String(rule.correct)), ("boundary", String(rule.boundary)),
        ("type", String(rule.type)), ("spurious", String(rule.spurious)),
        ("precision", JSONText.number(rule.precision)),
      ]
      return (name, JSONText.object(members))
    }
    return JSONText.object([
      ("total", JSONReport.table(total)), ("languages", JSONText.object(languages)),
      ("documents", JSONText.array(documents)), ("rules", JSONText.object(rules)),
      ("errors", JSONText.array(errors.map(JSONReport.error))),
      ("unanswered", JSONText.array(unanswered.map(JSONText.quoted))),
      ("unknown", JSONText.array(unknown.map(JSONText.quoted))),
    ])
  }
}

/// The parts of the JSON report.
enum JSONReport {
  static func table(_ table: ScoreTable) -> String {
    let macro = Metric.ofMentions.map { ($0.rawValue, JSONText.number($0.value(in: table, type: "macro"))) }
    let entities = table.entities.sorted { $0.key < $1.key }.map { ($0.key, JSONReport.entities($0.value)) }
    return JSONText.object([
      ("types", JSONText.object(table.types.map { ($0.type, score($0)) })), ("micro", score(table.micro)),
      ("macro", JSONText.object(macro)), ("relations", relations(table.relations)),
      ("entities", JSONText.object(entities)),
    ])
  }

  private static func score(_ score: TypeScore) -> String {
    let attributes = AttributeScore.names.compactMap { name in
      score.attributes[name].map { attribute in
        let members = [
          ("of", String(attribute.total)), ("right", String(attribute.right)), ("extra", String(attribute.extra)),
        ]
        return (name, JSONText.object(members))
      }
    }
    return JSONText.object(
      [
        ("gold", String(score.strict.gold)), ("system", String(score.strict.predicted)),
        ("strict", String(score.strict.correct)), ("overlap", String(score.overlap.correct)),
      ] + Metric.ofMentions.map { ($0.rawValue, JSONText.number($0.ratio(of: score)?.value)) } + [
        (
          "schemes",
          JSONText.object([
            ("strict", counts(score.schemes.strict)), ("exact", counts(score.schemes.exact)),
            ("partial", counts(score.schemes.partial)), ("type", counts(score.schemes.type)),
          ])
        ), ("attributes", JSONText.object(attributes)),
      ])
  }

  private static func counts(_ counts: MatchCounts) -> String {
    JSONText.object([
      ("COR", String(counts.correct)), ("INC", String(counts.incorrect)), ("PAR", String(counts.partial)),
      ("MIS", String(counts.missing)), ("SPU", String(counts.spurious)), ("p", JSONText.number(counts.precision)),
      ("r", JSONText.number(counts.recall)), ("f1", JSONText.number(counts.f1)),
    ])
  }

  private static func relations(_ relations: RelationScore) -> String {
    func counts(_ counts: ScoreCounts) -> String {
      JSONText.object([
        ("gold", String(counts.gold)), ("system", String(counts.predicted)), ("right", String(counts.correct)),
        ("p", JSONText.number(counts.precision)), ("r", JSONText.number(counts.recall)),
        ("f1", JSONText.number(counts.f1)),
      ])
    }
    return JSONText.object([
      ("strict", counts(relations.strict)), ("relaxed", counts(relations.relaxed)),
      ("positions", counts(relations.positions)),
    ])
  }

  private static func entities(_ score: EntityScore) -> String {
    func link(_ link: LinkScore) -> String {
      JSONText.object([
        ("p", JSONText.number(link.precision.value)), ("r", JSONText.number(link.recall.value)),
        ("f1", JSONText.number(link.f1)),
      ])
    }
    return JSONText.object([
      ("muc", link(score.muc)), ("b3", link(score.bCubed)), ("ceafe", link(score.ceafE)), ("lea", link(score.lea)),
      ("conll", JSONText.number(score.conllF1)),
    ])
  }

  static func error(_ error: ScoreError) -> String {
    func mention(_ mention: AnnotatedMention) -> String {
      JSONText.object(
        [("type", JSONText.quoted(mention.type)), ("start", String(mention.start)), ("end", String(mention.end))]
          + mention.attributes.sorted { $0.key < $1.key }.map { ($0.key, JSONText.quoted($0.value)) })
    }
    var members = [("document", JSONText.quoted(error.document)), ("kind", JSONText.quoted(error.kind.rawValue))]
    if let gold = error.gold { members.append(("gold", mention(gold))) }
    if let predicted = error.predicted { members.append(("system", mention(predicted))) }
    if !error.attributes.isEmpty {
      members.append(("attributes", JSONText.array(error.attributes.map(JSONText.quoted))))
    }
    return JSONText.object(members)
  }
}
