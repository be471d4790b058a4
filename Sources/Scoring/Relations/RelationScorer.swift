/// Compares the relations of one answer with gold; linear in mentions and relations, sorting aside.
struct RelationScorer {
  private let gold: AnnotatedDocument
  private let predicted: AnnotatedDocument
  /// Gold mentions of one entity; a mention outside every entity stands for itself.
  private let mentionsOfEntity: [String: [Int]]
  private let predictedOfTitle: [Int: [AnnotatedRelation]]
  private let goldRelations: [AnnotatedRelation]
  private let predictedCount: Int

  static func score(gold: AnnotatedDocument, predicted: AnnotatedDocument) -> RelationScore {
    let scorer = RelationScorer(gold: gold, predicted: predicted)
    var score = RelationScore()
    score.strict = scorer.counts(partners: scorer.equalTitles(), isStrict: true)
    score.relaxed = scorer.counts(partners: scorer.overlappingTitles(), isStrict: false)
    score.positions = WrittenPositions.counts(gold: gold, predicted: predicted)
    return score
  }

  private init(gold: AnnotatedDocument, predicted: AnnotatedDocument) {
    self.gold = gold
    self.predicted = predicted
    var mentionsOfEntity = [String: [Int]]()
    for (index, mention) in gold.mentions.enumerated() {
      if let entity = mention.entity { mentionsOfEntity[entity, default: []].append(index) }
    }
    self.mentionsOfEntity = mentionsOfEntity
    func says(_ relation: AnnotatedRelation) -> Bool { relation.person != nil || relation.organization != nil }
    goldRelations = gold.relations.filter(says)
    let others = predicted.relations.filter(says)
    predictedOfTitle = Dictionary(grouping: others, by: \.title)
    predictedCount = others.count
  }

  private func counts(partners: [Int: Int], isStrict: Bool) -> ScoreCounts {
    var left = predictedOfTitle
    var correct = 0
    for relation in goldRelations {
      guard let partner = partners[relation.title], let candidates = left[partner] else { continue }
      let match = candidates.firstIndex { candidate in
        (!isStrict || candidate.status == relation.status)
          && same(relation.person, candidate.person, isStrict: isStrict)
          && same(relation.organization, candidate.organization, isStrict: isStrict)
      }
      if let match {
        left[partner]?.remove(at: match)
        correct += 1
      }
    }
    return ScoreCounts(gold: goldRelations.count, predicted: predictedCount, correct: correct)
  }

  private func same(_ goldArgument: Int?, _ argument: Int?, isStrict: Bool) -> Bool {
    guard let goldArgument, let argument else { return goldArgument == nil && argument == nil }
    let mention = predicted.mentions[argument]
    let alternatives = gold.mentions[goldArgument].entity.flatMap { mentionsOfEntity[$0] } ?? [goldArgument]
    return alternatives.contains { index in
      let other = gold.mentions[index]
      guard other.type == mention.type else { return false }
      return isStrict
        ? other.start == mention.start && other.end == mention.end
        : other.start < mention.end && mention.start < other.end
    }
  }

  private func equalTitles() -> [Int: Int] { titlePartners(.agreement).filter { isEqual($0.key, $0.value) } }

  private func overlappingTitles() -> [Int: Int] { titlePartners(.count) }

  private func isEqual(_ goldIndex: Int, _ index: Int) -> Bool {
    let a = gold.mentions[goldIndex]
    let b = predicted.mentions[index]
    return a.start == b.start && a.end == b.end
  }

  private func titlePartners(_ objective: SpanPairing.Objective) -> [Int: Int] {
    func titles(_ document: AnnotatedDocument) -> [Int] {
      document.mentions.indices.filter { document.mentions[$0].type == "TITLE" }
    }
    func spans(_ indices: [Int], _ document: AnnotatedDocument) -> [LabelledSpan] {
      indices.map { LabelledSpan(start: document.mentions[$0].start, end: document.mentions[$0].end, label: 0) }
    }
    let goldTitles = titles(gold)
    let otherTitles = titles(predicted)
    let pairing = SpanPairing(
      gold: spans(goldTitles, gold), predicted: spans(otherTitles, predicted), objective: objective)
    return Dictionary(uniqueKeysWithValues: pairing.pairs.map { (goldTitles[$0.gold], otherTitles[$0.predicted]) })
  }
}
