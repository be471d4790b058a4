import Scoring
import Testing

@Suite struct AttributeTests {
  static func number(_ start: Int, _ end: Int, _ attributes: [String: String]) -> AnnotatedMention {
    AnnotatedMention(type: "NUMBER", start: start, end: end, attributes: attributes)
  }

  @Test func valuesAndUnits() throws {
    let gold = AnnotatedDocument(
      id: "a",
      mentions: [
        Self.number(0, 4, ["value": "6", "unit": "tập thể"]), Self.number(10, 14, ["value": "7", "mod": "APPROX"]),
        Self.number(20, 24, ["value": "8"]), Self.number(30, 34, ["value": "9"]),
      ])
    let predicted = AnnotatedDocument(
      id: "a",
      mentions: [
        Self.number(0, 4, ["value": "6", "unit": "tập"]), Self.number(10, 14, ["value": "70"]),
        Self.number(21, 24, ["value": "8", "mod": "APPROX"]), Self.number(50, 54, ["value": "9"]),
      ])
    let report = Scorer.score(gold: [gold], predicted: [predicted])
    let score = try #require(report.total["NUMBER"])
    #expect(score.attributes["value"]?.total == 2 && score.attributes["value"]?.accuracy == 0.5)
    #expect(score.attributes["unit"]?.accuracy == 1 && score.attributes["mod"]?.accuracy == 0)
    #expect(score.strictValue == ScoreCounts(gold: 4, predicted: 4, correct: 1))
    #expect(score.relaxedValue == ScoreCounts(gold: 4, predicted: 4, correct: 2))
    #expect(report.errors.first { $0.kind == .attribute }?.attributes == ["value", "mod"])
  }

  @Test(arguments: [("مريضًا", "مريضا", true), ("hòa giải viên", "hoà", true), ("مريضا", "مرضى", false)])
  func spellingsOfUnits(gold: String, predicted: String, agrees: Bool) {
    func document(_ unit: String) -> AnnotatedDocument {
      AnnotatedDocument(id: "a", mentions: [Self.number(0, 4, ["value": "6", "unit": unit])])
    }
    let report = Scorer.score(gold: [document(gold)], predicted: [document(predicted)])
    #expect(report.total["NUMBER"]?.attributes["unit"]?.accuracy == (agrees ? 1 : 0))
  }

  @Test func typesWithoutValuesHaveNoValueScore() {
    let gold = AnnotatedDocument(id: "a", mentions: [AnnotatedMention(type: "ORG", start: 0, end: 4)])
    let score = Scorer.score(gold: [gold], predicted: [gold]).total.micro
    #expect(score.relaxedValue.f1 == nil && score.attributes["value"]?.accuracy == nil)
  }
}
