import Foundation
import Scoring
import Testing

@Suite struct ReportTests {
  static let gold: [AnnotatedDocument] = [
    AnnotatedDocument(
      id: "a", language: "en", text: "The CDC met in Hue <today> & left.",
      mentions: [
        AnnotatedMention(type: "ORG", start: 4, end: 7), AnnotatedMention(type: "LOC", start: 15, end: 18),
      ]),
    AnnotatedDocument(
      id: "b", language: "ar", text: "في مدينة هوي",
      mentions: [AnnotatedMention(type: "LOC", start: 3, end: 12)]),
  ]
  static let predicted: [AnnotatedDocument] = [
    AnnotatedDocument(
      id: "a",
      mentions: [
        AnnotatedMention(type: "ORG", start: 0, end: 7, attributes: ["rule": "en.org"]),
        AnnotatedMention(type: "PERSON", start: 15, end: 18, attributes: ["rule": "en.person"]),
      ]),
    AnnotatedDocument(id: "b", mentions: []),
  ]
  static let report = Scorer.score(gold: gold, predicted: predicted)

  @Test func text() {
    #expect(
      Self.report.text(by: [.language, .document, .rule], errors: 10) == """
        type    gold  system  strict P    R   F1  overlap F1  value  value F1
        LOC        2       0         –  0.0  0.0         0.0      –         –
        ORG        1       1       0.0  0.0  0.0       100.0      –         –
        PERSON     0       1       0.0    –  0.0         0.0      –         –
        micro      3       2       0.0  0.0  0.0        40.0      –         –
        macro                      0.0  0.0  0.0        33.3      –         –
        strict F1 of all types: 0.0 to 0.0 with 95 % confidence over 2 documents

        scheme   COR  INC  PAR  MIS  SPU     P     R    F1
        strict     0    2    0    1    0   0.0   0.0   0.0
        exact      1    1    0    1    0  50.0  33.3  40.0
        partial    1    0    1    1    0  75.0  50.0  60.0
        type       1    1    0    1    0  50.0  33.3  40.0

        ar     gold  system  strict P    R   F1  overlap F1  value  value F1
        LOC       1       0         –  0.0  0.0         0.0      –         –
        micro     1       0         –  0.0  0.0         0.0      –         –
        macro                       –  0.0  0.0         0.0      –         –

        en      gold  system  strict P    R   F1  overlap F1  value  value F1
        LOC        1       0         –  0.0  0.0         0.0      –         –
        ORG        1       1       0.0  0.0  0.0       100.0      –         –
        PERSON     0       1       0.0    –  0.0         0.0      –         –
        micro      2       2       0.0  0.0  0.0        50.0      –         –
        macro                      0.0  0.0  0.0        33.3      –         –

        document  gold  system  strict P    R   F1  overlap F1  value  value F1
        a            2       2       0.0  0.0  0.0        50.0      –         –
        b            1       0         –  0.0  0.0         0.0      –         –

        rule       made  right  boundary  type  spurious  precision
        en.org        1      0         1     0         0        0.0
        en.person     1      0         0     1         0        0.0

        a: boundary · ORG “CDC” · given as ORG “The CDC” · by en.org
        a: type · LOC “Hue” · given as PERSON “Hue” · by en.person
        b: missing · LOC “مدينة هوي”

        """)
  }

  @Test func json() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.report.json().utf8)) as? [String: Any])
    let total = try #require(object["total"] as? [String: Any])
    let types = try #require(total["types"] as? [String: Any])
    let location = try #require(types["LOC"] as? [String: Any])
    #expect(location["strict-p"] is NSNull && location["strict-r"] as? Double == 0)
    #expect((object["errors"] as? [Any])?.count == 3)
    #expect((object["rules"] as? [String: Any])?.count == 2)
  }

  @Test func html() {
    let html = Self.report.html(title: "A < B")
    #expect(html.contains("<title>A &lt; B</title>"))
    #expect(html.contains("&lt;today&gt; &amp; left."))
    #expect(html.components(separatedBy: "<article ").count == 4)
    #expect(html.components(separatedBy: "dir=\"rtl\"").count == 3)
    #expect(!html.contains("http") && !html.contains("src="))
  }

  @Test func difference() {
    var better = Self.predicted
    better[1].mentions = [AnnotatedMention(type: "LOC", start: 3, end: 12)]
    better[0].mentions.append(AnnotatedMention(type: "DATE", start: 20, end: 25))
    let difference = ReportDifference(
      from: Self.report, to: Scorer.score(gold: Self.gold, predicted: better))
    #expect(difference.mended.map(\.kind) == [.missing] && difference.broken.map(\.kind) == [.spurious])
    #expect(difference.significance?.isExact == true)
    #expect(difference.text().contains("broken: 1\n  a: spurious · DATE “today”\n"))
    #expect(ReportDifference(from: Self.report, to: Self.report).text().hasPrefix("no figure changed\n"))
  }

  @Test func floors() throws {
    let file = """
      # What each part must reach.
      part\tlanguage\ttype\tmetric\tfloor
      test\ten\tORG\toverlap-f1\t1
      test\ten\tORG\tstrict-f1\t0.5
      test\tar\tDATE\tvalue\t0.1
      test\tall\tmicro\tpartial-f1\t0.6
      development\ten\tORG\tstrict-f1\t0.9

      """
    let floors = try Floor.read(file.utf8, file: "floors.tsv")
    #expect(floors.count == 5)
    #expect(
      Floor.check(floors, part: "test", report: Self.report).map(\.description) == [
        "test en ORG strict-f1: 0.0000 is below 0.5000", "test ar DATE value: undefined is below 0.1000",
      ])
  }

  @Test func figuresOfRelationsAndEntities() throws {
    let gold = try GoldMarkupReader.read(RelationTests.gold.utf8, id: "a", file: "a")
    var answer = gold
    answer.relations.removeLast()
    let table = Scorer.score(gold: [gold], predicted: [answer]).total
    #expect(Metric.relationF1.value(in: table, type: "holds") == 0.8)
    #expect(Metric.positionF1.value(in: table, type: "holds") == 1)
    #expect(Metric.leaF1.value(in: table, type: "PERSON") == 1 && Metric.leaF1.value(in: table, type: "ORG") == nil)
    #expect(
      Metric.strictF1.value(in: table, type: "macro") == 1 && Metric.relationF1.value(in: table, type: "ORG") == nil)
    let report = Scorer.score(gold: [gold], predicted: [answer])
    #expect(
      report.interval(.relationF1, type: "holds")?.mean == 0.8 && report.interval(.strictF1, type: "macro") == nil)
  }

  @Test(arguments: [
    ("part\tlanguage\n", "f:1:1: the header is: part, language, type, metric, floor, with tabs between"),
    ("part\tlanguage\ttype\tmetric\tfloor\ntest\ten\n", "f:2:1: five cells are expected, not 2"),
    ("part\tlanguage\ttype\tmetric\tfloor\ntest\ten\tORG\tvalue\tx\n", "f:2:19: x is not a number from 0 to 1"),
  ])
  func brokenFloors(file: String, message: String) throws {
    let error = try #require(throws: AnnotationError.self) { try Floor.read(file.utf8, file: "f") }
    #expect(error.headline == message)
  }
}
