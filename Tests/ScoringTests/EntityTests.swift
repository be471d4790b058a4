import Testing

@testable import Scoring

@Suite struct EntityTests {
  static func close(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) < 1e-9 }

  /// The worked example of Moosavi and Strube (2016): the measures' figures by hand.
  @Test func workedExample() {
    let score = EntityScorer(gold: [[0, 1, 2], [3, 4, 5, 6]], predicted: [[0, 1], [2, 3], [5, 6, 7, 8]]).score()
    #expect(Self.close(score.muc.recall.value, 2.0 / 5) && Self.close(score.muc.precision.value, 2.0 / 5))
    #expect(Self.close(score.bCubed.recall.value, (5.0 / 3 + 5.0 / 4) / 7))
    #expect(Self.close(score.bCubed.precision.value, 4.0 / 8))
    #expect(Self.close(score.ceafE.recall.value, 1.3 / 2) && Self.close(score.ceafE.precision.value, 1.3 / 3))
    #expect(Self.close(score.lea.recall.value, (1 + 4.0 / 6) / 7))
    #expect(Self.close(score.lea.precision.value, (2 + 4.0 / 6) / 8))
  }

  @Test func loneMentions() {
    let score = EntityScorer(gold: [[0], [1]], predicted: [[0], [1, 2]]).score()
    #expect(score.muc.recall.value == nil && score.muc.precision.value == 0 && score.muc.f1 == nil)
    #expect(score.lea.recall.value == 0.5 && Self.close(score.lea.precision.value, 1.0 / 3))
  }

  @Test func onlyGroupedTypesAreScored() {
    func mention(_ type: String, _ start: Int, _ entity: String?) -> AnnotatedMention {
      AnnotatedMention(type: type, start: start, end: start + 2, entity: entity)
    }
    let gold = AnnotatedDocument(
      id: "a", mentions: [mention("PERSON", 0, "p1"), mention("PERSON", 5, "p1"), mention("ORG", 9, nil)])
    let predicted = AnnotatedDocument(
      id: "a", mentions: [mention("PERSON", 0, "e1"), mention("PERSON", 5, "e2"), mention("ORG", 9, "e3")])
    let entities = Scorer.score(gold: [gold], predicted: [predicted]).total.entities
    #expect(Set(entities.keys) == ["PERSON"])
    #expect(entities["PERSON"]?.muc.recall.value == 0 && entities["PERSON"]?.bCubed.recall.value == 0.5)
  }

  /// Spans that no reader gives, but a program may.
  @Test func spansWithoutLength() {
    let mentions = [
      AnnotatedMention(type: "PERSON", start: 5, end: 2, id: "m1", entity: "e1"),
      AnnotatedMention(type: "PERSON", start: -3, end: -3, id: "m2", entity: "e1"),
    ]
    let document = AnnotatedDocument(id: "d", text: "ab", mentions: mentions)
    let report = Scorer.score(gold: [document], predicted: [document])
    #expect(Metric.leaF1.value(in: report.total, type: "PERSON") == 1)
  }
}
