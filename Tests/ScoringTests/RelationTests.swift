import Scoring
import Testing

@Suite struct RelationTests {
  static let gold = """
    <doc lang="en">
    <TITLE kind="honorific" of="p1">Mr.</TITLE> <PERSON id="p1">An Bui</PERSON>, \
    <TITLE kind="position" of="p1" at="o1" status="former">Head</TITLE> of the <ORG id="o1">Bank of Hue</ORG>. \
    <PERSON id="p1">Bui</PERSON> left. The <TITLE kind="position" at="o2">Director</TITLE> of <ORG id="o2">CDC</ORG>.
    </doc>
    """

  static func document(_ markup: String) throws -> AnnotatedDocument {
    try GoldMarkupReader.read(markup.utf8, id: "a", file: "a")
  }

  static func score(_ change: (String) -> String) throws -> RelationScore {
    Scorer.score(gold: [try document(gold)], predicted: [try document(change(gold))]).total.relations
  }

  @Test func unchanged() throws {
    let score = try Self.score { $0 }
    #expect(score.strict == ScoreCounts(gold: 3, predicted: 3, correct: 3) && score.relaxed == score.strict)
    #expect(score.positions == ScoreCounts(gold: 1, predicted: 1, correct: 1))
  }

  @Test func statusCountsOnlyStrictly() throws {
    let score = try Self.score { $0.replacing(" status=\"former\"", with: "") }
    #expect(score.strict.correct == 2 && score.relaxed.correct == 3)
  }

  @Test func boundariesCountOnlyStrictly() throws {
    let score = try Self.score {
      $0.replacing("<ORG id=\"o1\">Bank of Hue</ORG>", with: "<ORG id=\"o1\">Bank</ORG> of Hue")
    }
    #expect(score.strict.correct == 2 && score.relaxed.correct == 3 && score.positions.correct == 0)
  }

  @Test func lostOrganization() throws {
    let score = try Self.score { $0.replacing(" at=\"o2\"", with: "") }
    #expect(score.strict == ScoreCounts(gold: 3, predicted: 2, correct: 2))
  }

  @Test func anyMentionOfThePersonWillDo() throws {
    var answer = try Self.document(Self.gold)
    let later = try #require(answer.mentions.lastIndex { $0.type == "PERSON" })
    answer.relations[1].person = later
    let score = Scorer.score(gold: [try Self.document(Self.gold)], predicted: [answer]).total.relations
    #expect(score.strict.correct == 3)
    answer.relations[1].person = nil
    #expect(
      Scorer.score(gold: [try Self.document(Self.gold)], predicted: [answer]).total.relations.relaxed.correct == 2)
  }
}
