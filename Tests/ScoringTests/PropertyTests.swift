import Testing

@testable import Scoring

/// What must hold whatever the documents are.
@Suite struct PropertyTests {
  static let runs: [(gold: [AnnotatedDocument], predicted: [AnnotatedDocument])] = {
    var random = RandomDocuments(seed: 42)
    return (0..<80).map { run in
      let gold = (0..<(1 + run % 5)).map { random.gold(id: "d\($0)") }
      return (gold, gold.map { random.answer(to: $0) })
    }
  }()

  @Test func goldAgainstItselfIsOne() {
    for run in Self.runs {
      let report = Scorer.score(gold: run.gold, predicted: run.gold)
      let hasMentions = run.gold.contains { !$0.mentions.isEmpty }
      #expect(report.total.micro.strict.f1 == (hasMentions ? 1 : nil))
      #expect(report.errors.isEmpty)
      for score in report.total.types {
        for metric in Metric.allCases {
          #expect(abs((metric.value(in: report.total, type: score.type) ?? 1) - 1) < 1e-12, "\(score.type) \(metric)")
        }
      }
      for counts in [report.total.relations.strict, report.total.relations.relaxed, report.total.relations.positions] {
        #expect(counts.f1 ?? 1 == 1)
      }
      for score in report.total.entities.values {
        for link in [score.muc, score.bCubed, score.ceafE, score.lea] { #expect(abs((link.f1 ?? 1) - 1) < 1e-12) }
      }
    }
  }

  @Test func exchangingSidesExchangesPrecisionAndRecall() {
    for run in Self.runs {
      let one = Scorer.score(gold: run.gold, predicted: run.predicted)
      let other = Scorer.score(gold: run.predicted, predicted: run.gold)
      for score in one.total.types + [one.total.micro] {
        let mirrored = other.total[score.type]
        #expect(score.strict.precision == mirrored?.strict.recall && score.strict.f1 == mirrored?.strict.f1)
        #expect(score.overlap.precision == mirrored?.overlap.recall)
      }
      let schemes = one.total.schemes
      let mirrored = other.total.schemes
      for (a, b) in [
        (schemes.strict, mirrored.strict), (schemes.exact, mirrored.exact), (schemes.partial, mirrored.partial),
        (schemes.type, mirrored.type),
      ] {
        #expect(a.correct == b.correct && a.incorrect == b.incorrect && a.partial == b.partial)
        #expect(a.missing == b.spurious && a.spurious == b.missing)
      }
    }
  }

  @Test func orderOfDocumentsAndMentionsChangesNothing() {
    for run in Self.runs {
      let one = Scorer.score(gold: run.gold, predicted: run.predicted)
      let turned = run.predicted.reversed().map { document in
        var copy = document
        copy.mentions.reverse()
        copy.relations = []
        return copy
      }
      var goldWithoutRelations = run.gold
      for index in goldWithoutRelations.indices { goldWithoutRelations[index].relations = [] }
      let other = Scorer.score(gold: goldWithoutRelations.reversed(), predicted: turned)
      #expect(one.total.schemes == other.total.schemes)
      #expect(one.total.types.map(\.strict) == other.total.types.map(\.strict))
      #expect(one.total.types.map(\.overlap) == other.total.types.map(\.overlap))
      #expect(one.errors.count == other.errors.count)
    }
  }

  @Test func aFarPredictionChangesOnlySpurious() {
    for run in Self.runs {
      let before = Scorer.score(gold: run.gold, predicted: run.predicted)
      var predicted = run.predicted
      predicted[0].mentions.append(AnnotatedMention(type: "LOC", start: 9000, end: 9003))
      let after = Scorer.score(gold: run.gold, predicted: predicted)
      for (a, b) in [
        (before.total.schemes.strict, after.total.schemes.strict),
        (before.total.schemes.exact, after.total.schemes.exact),
        (before.total.schemes.partial, after.total.schemes.partial),
        (before.total.schemes.type, after.total.schemes.type),
      ] {
        var expected = a
        expected.spurious += 1
        #expect(b == expected)
      }
      #expect(after.errors.filter { $0.kind != .spurious } == before.errors.filter { $0.kind != .spurious })
    }
  }

  @Test func countsAddUp() {
    for run in Self.runs {
      for pairing in Scorer.Pairing.allCases {
        let report = Scorer.score(gold: run.gold, predicted: run.predicted, options: .init(pairing: pairing))
        let mentions = run.gold.reduce(0) { $0 + $1.mentions.count }
        let answers = run.predicted.reduce(0) { $0 + $1.mentions.count }
        for counts in [
          report.total.schemes.strict, report.total.schemes.exact, report.total.schemes.partial,
          report.total.schemes.type,
        ] {
          #expect(counts.possible == mentions && counts.actual == answers)
        }
      }
    }
  }

  /// The pairing is the best of all, found by trying all.
  @Test func pairingIsOptimal() {
    var random = RandomDocuments(seed: 5)
    for round in 0..<400 {
      func spans(flat: Bool) -> [LabelledSpan] {
        var spans = [LabelledSpan]()
        var position = 0
        for _ in 0..<random.number(below: 6) {
          let start = flat ? position + random.number(below: 3) : random.number(below: 10)
          let end = start + 1 + random.number(below: 5)
          spans.append(LabelledSpan(start: start, end: end, label: random.number(below: 2)))
          position = end
        }
        return spans
      }
      let gold = spans(flat: round % 2 == 0)
      let predicted = spans(flat: round % 4 < 2)
      let pairs = SpanPairing(gold: gold, predicted: predicted).pairs
      #expect(Set(pairs.map(\.gold)).count == pairs.count && Set(pairs.map(\.predicted)).count == pairs.count)
      #expect(Self.value(pairs, gold, predicted) == Self.best(gold, predicted, 0, []), "\(gold) \(predicted)")
    }
  }

  private static func value(
    _ pairs: [(gold: Int, predicted: Int)], _ gold: [LabelledSpan], _ predicted: [LabelledSpan]
  ) -> [Int] {
    var value = [0, 0, 0, 0, 0]
    for pair in pairs {
      let (a, b) = (gold[pair.gold], predicted[pair.predicted])
      if a.overlap(b) <= 0 { return [-1] }
      if a == b { value[0] += 1 }
      if a.covers(sameStretchAs: b) { value[1] += 1 }
      if a.label == b.label { value[2] += 1 }
      value[3] += 1
      value[4] += a.overlap(b)
    }
    return value
  }

  private static func best(
    _ gold: [LabelledSpan], _ predicted: [LabelledSpan], _ index: Int, _ pairs: [(gold: Int, predicted: Int)]
  ) -> [Int] {
    guard index < gold.count else { return value(pairs, gold, predicted) }
    var best = best(gold, predicted, index + 1, pairs)
    for other in predicted.indices
    where gold[index].overlap(predicted[other]) > 0 && !pairs.contains(where: { $0.predicted == other }) {
      let candidate = self.best(gold, predicted, index + 1, pairs + [(index, other)])
      if best.lexicographicallyPrecedes(candidate) { best = candidate }
    }
    return best
  }

  @Test func assignmentIsOptimal() {
    var random = RandomDocuments(seed: 11)
    for _ in 0..<200 {
      let rows = random.number(below: 5)
      let columns = random.number(below: 5)
      let weights = (0..<rows).map { _ in (0..<columns).map { _ in random.number(below: 9) - 2 } }
      func best(_ row: Int, _ taken: Set<Int>) -> Int {
        guard row < rows else { return 0 }
        return (0..<columns).filter { !taken.contains($0) }
          .map { weights[row][$0] + best(row + 1, taken.union([$0])) }.reduce(best(row + 1, taken), max)
      }
      let found = Assignment.maximum(rows: rows, columns: columns) { weights[$0][$1] }
      let taken = found.compactMap { $0 }
      #expect(Set(taken).count == taken.count)
      var sum = 0
      for (row, column) in found.enumerated() {
        if let column { sum += weights[row][column] }
      }
      #expect(sum == best(0, []))
    }
  }

  /// A hundred thousand mentions, with mistakes; the bound is for optimized code and is generous here.
  @Test func manyMentions() {
    let types = ["ORG", "LOC", "PERSON", "DATE"]
    let gold = (0..<1000).map { document in
      AnnotatedDocument(
        id: "\(document)",
        mentions: (0..<100).map { AnnotatedMention(type: types[$0 % 4], start: $0 * 10, end: $0 * 10 + 6) })
    }
    let predicted = gold.map { document in
      AnnotatedDocument(
        id: document.id,
        mentions: document.mentions.enumerated().map { index, mention in
          var mention = mention
          if index % 7 == 0 { mention.end += 5 }
          if index % 11 == 0 { mention.type = "ORG" }
          return mention
        })
    }
    let clock = ContinuousClock()
    var report: ScoreReport?
    let duration = clock.measure { report = Scorer.score(gold: gold, predicted: predicted) }
    #expect(report?.total.micro.strict.gold == 100_000)
    #expect(duration < .seconds(10), "\(duration)")
  }

  /// One long chain of overlaps, and ten thousand equal predictions, cost no more than others.
  @Test func hostileOverlaps() {
    let gold = (0..<20_000).map { LabelledSpan(start: $0 * 4, end: $0 * 4 + 4, label: 0) }
    let shifted = gold.map { LabelledSpan(start: $0.start + 2, end: $0.end + 2, label: 0) }
    #expect(SpanPairing(gold: gold, predicted: shifted).pairs.count == 20_000)
    let same = [LabelledSpan](repeating: LabelledSpan(start: 3, end: 9, label: 0), count: 10_000)
    #expect(SpanPairing(gold: [same[0]], predicted: same).pairs.count == 1)
  }
}
