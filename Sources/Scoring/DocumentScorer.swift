/// Compares one answer with its gold.
struct DocumentScorer {
  struct Result {
    var table: ScoreTable
    var rules: [String: RuleScore]
    var errors: [ScoreError]
  }

  private let id: String
  private let pairing: Scorer.Pairing
  private let relations: RelationScore
  private let entities: [String: EntityScore]
  private let gold: [AnnotatedMention]
  private let predicted: [AnnotatedMention]
  private var labels: [String: Int] = [:]
  private var scores: [TypeScore] = []
  /// By label, then in the order of `AttributeScore.names`.
  private var attributes: [[AttributeScore]] = []
  private var rules: [String: RuleScore] = [:]
  private var errors: [ScoreError] = []

  init(gold: AnnotatedDocument, predicted: AnnotatedDocument?, options: Scorer.Options) {
    id = gold.id
    pairing = options.pairing
    func counted(_ mentions: [AnnotatedMention]) -> [AnnotatedMention] {
      guard let types = options.types else { return mentions }
      return mentions.filter { types.contains($0.type) }
    }
    self.gold = counted(gold.mentions)
    self.predicted = counted(predicted?.mentions ?? [])
    let answer = predicted ?? AnnotatedDocument(id: gold.id)
    relations =
      options.types?.contains("TITLE") ?? true
      ? RelationScorer.score(gold: gold, predicted: answer) : RelationScore()
    entities = EntityScorer.score(gold: gold, predicted: answer).filter { options.types?.contains($0.key) ?? true }
  }

  mutating func score() -> Result {
    let goldSpans = spans(gold)
    let predictedSpans = spans(predicted)
    for span in goldSpans { scores[span.label].strict.gold += 1 }
    for span in predictedSpans { scores[span.label].strict.predicted += 1 }
    scoreSchemes(goldSpans, predictedSpans)
    scoreOverlap(goldSpans, predictedSpans)
    for label in scores.indices {
      for (name, score) in zip(AttributeScore.names, attributes[label]) where score != AttributeScore() {
        scores[label].attributes[name] = score
      }
    }
    var joint = SchemeCounts()
    switch pairing {
    case .optimal:
      for score in scores { joint += score.schemes }
    case .nervaluate:
      joint = NervaluatePairing.counts(gold: goldSpans, predicted: predictedSpans)
      for label in scores.indices {
        scores[label].schemes = NervaluatePairing.counts(
          gold: goldSpans.filter { $0.label == label }, predicted: predictedSpans.filter { $0.label == label })
      }
    }
    var table = ScoreTable(types: scores, schemes: joint)
    table.relations = relations
    table.entities = entities
    return Result(table: table, rules: rules, errors: errors)
  }

  private mutating func spans(_ mentions: [AnnotatedMention]) -> [LabelledSpan] {
    mentions.map { mention in
      let label: Int
      if let known = labels[mention.type] {
        label = known
      } else {
        label = scores.count
        labels[mention.type] = label
        scores.append(TypeScore(type: mention.type))
        attributes.append([AttributeScore](repeating: AttributeScore(), count: AttributeScore.names.count))
      }
      return LabelledSpan(start: mention.start, end: mention.end, label: label)
    }
  }

  private mutating func scoreSchemes(_ goldSpans: [LabelledSpan], _ predictedSpans: [LabelledSpan]) {
    let pairing = SpanPairing(gold: goldSpans, predicted: predictedSpans)
    var partnerOfGold = [Int?](repeating: nil, count: gold.count)
    var partnerOfPredicted = [Int?](repeating: nil, count: predicted.count)
    for pair in pairing.pairs {
      partnerOfGold[pair.gold] = pair.predicted
      partnerOfPredicted[pair.predicted] = pair.gold
    }
    for (index, span) in goldSpans.enumerated() {
      guard let partner = partnerOfGold[index] else {
        scores[span.label].schemes.addMissing()
        report(.missing, gold[index], nil)
        continue
      }
      let other = predictedSpans[partner]
      let sameSpan = span.covers(sameStretchAs: other)
      let sameType = span.label == other.label
      scores[span.label].schemes.addPair(sameSpan: sameSpan, sameType: sameType)
      switch (sameSpan, sameType) {
      case (true, true):
        scores[span.label].strict.correct += 1
        scoreAttributes(of: index, partner, label: span.label)
      case (true, false): report(.type, gold[index], predicted[partner])
      case (false, true): report(.boundary, gold[index], predicted[partner])
      case (false, false): report(.both, gold[index], predicted[partner])
      }
    }
    for (index, span) in predictedSpans.enumerated() {
      let partner = partnerOfPredicted[index]
      if partner == nil {
        scores[span.label].schemes.addSpurious()
        report(.spurious, nil, predicted[index])
      }
      if let rule = predicted[index]["rule"] {
        rules[rule, default: RuleScore(rule: rule)].add(span, partner: partner.map { goldSpans[$0] })
      }
    }
  }

  private mutating func scoreAttributes(of index: Int, _ partner: Int, label: Int) {
    let expected = gold[index].attributes
    let given = predicted[partner].attributes
    if expected.isEmpty { return }
    var wrong = [Int]()
    for (name, value) in expected {
      guard let place = AttributeScore.names.firstIndex(of: name) else { continue }
      let right = given[name].map { AttributeScore.agree(name, value, $0) } ?? false
      attributes[label][place].total += 1
      if right { attributes[label][place].right += 1 } else { wrong.append(place) }
      if name == "value" && right { scores[label].strictValue.correct += 1 }
    }
    for name in given.keys where expected[name] == nil {
      if let place = AttributeScore.names.firstIndex(of: name) { attributes[label][place].extra += 1 }
    }
    if !wrong.isEmpty {
      report(
        .attribute, gold[index], predicted[partner], attributes: wrong.sorted().map { AttributeScore.names[$0] })
    }
  }

  /// Overlap and values over overlaps, each type for itself.
  private mutating func scoreOverlap(_ goldSpans: [LabelledSpan], _ predictedSpans: [LabelledSpan]) {
    var goldOfLabel = [[Int]](repeating: [], count: scores.count)
    var predictedOfLabel = goldOfLabel
    for (index, span) in goldSpans.enumerated() { goldOfLabel[span.label].append(index) }
    for (index, span) in predictedSpans.enumerated() { predictedOfLabel[span.label].append(index) }
    for label in scores.indices {
      let golds = goldOfLabel[label]
      let others = predictedOfLabel[label]
      let pairing = SpanPairing(
        gold: golds.map { goldSpans[$0] }, predicted: others.map { predictedSpans[$0] }, objective: .count)
      scores[label].overlap = ScoreCounts(
        gold: golds.count, predicted: others.count, correct: pairing.pairs.count)
      guard golds.contains(where: { gold[$0]["value"] != nil }) else { continue }
      scores[label].strictValue.gold = golds.count
      scores[label].strictValue.predicted = others.count
      let right = pairing.pairs.filter { pair in
        let value = gold[golds[pair.gold]]["value"]
        return value != nil && value == predicted[others[pair.predicted]]["value"]
      }
      scores[label].relaxedValue = ScoreCounts(gold: golds.count, predicted: others.count, correct: right.count)
    }
  }

  private mutating func report(
    _ kind: ScoreError.Kind, _ gold: AnnotatedMention?, _ predicted: AnnotatedMention?, attributes: [String] = []
  ) {
    errors.append(ScoreError(document: id, kind: kind, gold: gold, predicted: predicted, attributes: attributes))
  }
}
