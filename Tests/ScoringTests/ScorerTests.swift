import Scoring
import Testing

@Suite struct ScorerTests {
  static func document(_ id: String = "d", _ mentions: (String, Int, Int)...) -> AnnotatedDocument {
    AnnotatedDocument(
      id: id, language: "en", mentions: mentions.map { AnnotatedMention(type: $0.0, start: $0.1, end: $0.2) })
  }

  @Test func strictAndOverlap() throws {
    let gold = Self.document("d", ("ORG", 0, 5), ("ORG", 6, 9), ("PERSON", 10, 12))
    let predicted = Self.document("d", ("ORG", 0, 5), ("ORG", 7, 9), ("DATE", 20, 22))
    let report = Scorer.score(gold: [gold], predicted: [predicted])
    let organizations = try #require(report.total["ORG"])
    #expect(organizations.strict == ScoreCounts(gold: 2, predicted: 2, correct: 1))
    #expect(organizations.overlap == ScoreCounts(gold: 2, predicted: 2, correct: 2))
    #expect(report.total["PERSON"]?.strict.precision == nil)
    #expect(report.total["PERSON"]?.strict.f1 == 0)
    #expect(report.total["DATE"]?.strict.recall == nil)
    #expect(report.total.micro.strict == ScoreCounts(gold: 3, predicted: 3, correct: 1))
    #expect(report.errors.map(\.kind) == [.boundary, .missing, .spurious])
  }

  @Test func overlapPairsAsManyAsCanBe() {
    // Taking the greatest overlap first would pair the long prediction with the second gold and leave the first alone.
    let gold = Self.document("d", ("ORG", 0, 4), ("ORG", 4, 12))
    let predicted = Self.document("d", ("ORG", 2, 11), ("ORG", 11, 13))
    let report = Scorer.score(gold: [gold], predicted: [predicted])
    #expect(report.total.micro.overlap.correct == 2)
  }

  @Test func duplicateIsSpurious() {
    let gold = Self.document("d", ("ORG", 0, 4))
    let predicted = Self.document("d", ("ORG", 0, 4), ("ORG", 0, 4))
    let micro = Scorer.score(gold: [gold], predicted: [predicted]).total.micro
    #expect(micro.strict == ScoreCounts(gold: 1, predicted: 2, correct: 1))
    #expect(micro.schemes.strict.spurious == 1)
  }

  @Test func documentsWithoutPartner() {
    let report = Scorer.score(gold: [Self.document("a", ("ORG", 0, 4))], predicted: [Self.document("b")])
    #expect(report.unanswered == ["a"] && report.unknown == ["b"])
    #expect(report.total.micro.strict.recall == 0 && report.total.micro.strict.precision == nil)
  }

  @Test func nothingAtAll() {
    let micro = Scorer.score(gold: [], predicted: []).total.micro
    #expect(micro.strict.f1 == nil && micro.strict.precision == nil && micro.strict.recall == nil)
  }
}
