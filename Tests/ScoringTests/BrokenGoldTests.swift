import Scoring
import Testing

/// Every way gold is commonly broken is reported with its place and in words an annotator understands.
@Suite struct BrokenGoldTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let markup: String
    let message: String
    var testDescription: String { message }

    init(_ markup: String, _ message: String) {
      self.markup = markup
      self.message = message
    }

    /// Broken text inside a sound `<doc>`.
    static func inside(_ text: String, _ message: String) -> Broken {
      Broken("<doc lang=\"en\">\n\(text)\n</doc>\n", message)
    }
  }

  static let cases: [Broken] = [
    Broken("Text without markup", "x.gold.xml:1:1: a gold document begins with <doc lang=\"…\">"),
    Broken("<doc lang=\"en\">\nText", "x.gold.xml:2:5: </doc> is missing"),
    Broken("<doc>\nText\n</doc>", "x.gold.xml:1:1: <doc> has no lang"),
    Broken(
      "<doc lang=\"en\" date=\"27/2/2024\">\nText\n</doc>",
      "x.gold.xml:1:22: date=\"27/2/2024\" is not a date YYYY-MM-DD"),
    Broken("<doc lang=\"en\" source=\"x\">\nText\n</doc>", "x.gold.xml:1:16: <doc> takes lang and date, not source"),
    Broken(
      "<doc lang=\"en\">\nText\n</doc>\nMore",
      "x.gold.xml:4:1: text after </doc>"),
    .inside(
      "An <EVENT>opening</EVENT>.",
      "x.gold.xml:2:4: unknown element <EVENT>: use one of TITLE, PERSON, ORG, LOC, DATE, NUMBER"),
    .inside(
      "The <ORG>Bank of <LOC>Hue</LOC></ORG>.",
      "x.gold.xml:2:18: <LOC> inside <ORG>: mentions never overlap, the outermost wins"),
    .inside("The <ORG>Bank of Hue</LOC>.", "x.gold.xml:2:21: </LOC> where <ORG> is open"),
    .inside("The <ORG>Bank of Hue.", "x.gold.xml:2:5: <ORG> is never closed"),
    .inside("The Bank</ORG>.", "x.gold.xml:2:9: </ORG> closes nothing"),
    .inside("The <ORG>Bank of Hue.\n\nMore", "x.gold.xml:2:5: <ORG> is never closed"),
    .inside("R&D grew.", "x.gold.xml:2:2: a bare & in the text: write &amp;"),
    .inside("R&nbsp;D grew.", "x.gold.xml:2:2: unknown reference &nbsp;"),
    .inside("if a < b", "x.gold.xml:2:6: a bare < in the text: write &lt;"),
    .inside("if a > b", "x.gold.xml:2:6: a bare > in the text: write &gt;"),
    .inside("In <LOC kind=\"city\">Hue</LOC>.", "x.gold.xml:2:9: LOC takes id, entity, not kind"),
    .inside("In <LOC id=l1>Hue</LOC>.", "x.gold.xml:2:12: the value of id is not in quotes"),
    .inside("In <LOC id=\"l1>Hue</LOC>.", "x.gold.xml:2:12: the quote of id is not closed"),
    .inside("In <LOC id>Hue</LOC>.", "x.gold.xml:2:9: attribute id has no value"),
    .inside("In <LOC id=\"l1\" id=\"l2\">Hue</LOC>.", "x.gold.xml:2:17: attribute id stands twice"),
    .inside("In <LOC id=\"l1\"entity=\"l2\">Hue</LOC>.", "x.gold.xml:2:16: a blank is missing before this attribute"),
    .inside(
      "The <TITLE kind=\"post\">Head</TITLE>.",
      "x.gold.xml:2:18: kind=\"post\" is not one of position, honorific, degree, rank"),
    .inside("The <TITLE>Head</TITLE>.", "x.gold.xml:2:5: TITLE has no kind"),
    .inside("On <DATE type=\"DATE\">Monday</DATE>.", "x.gold.xml:2:4: DATE has no value"),
    .inside(
      "On <DATE type=\"DATE\" value=\"2024-02-30\">30 February</DATE>.",
      "x.gold.xml:2:29: value=\"2024-02-30\" is not a TIMEX3 value"),
    .inside(
      "On <DATE type=\"DAY\" value=\"2024-02-03\">3 February</DATE>.",
      "x.gold.xml:2:16: type=\"DAY\" is not one of DATE, TIME, DURATION, SET"),
    .inside(
      "<NUMBER kind=\"cardinal\" value=\"3,000\">3,000</NUMBER> men",
      "x.gold.xml:2:32: value=\"3,000\" is not a number: write 28.5, 90..100, 14/101"),
    .inside(
      "<NUMBER kind=\"fraction\" value=\"14\">14/101</NUMBER> men",
      "x.gold.xml:2:32: value=\"14\": a fraction is written a/b"),
    .inside(
      "<NUMBER kind=\"cardinal\" value=\"3\" mod=\"OVER\">over 3</NUMBER> men",
      "x.gold.xml:2:40: mod=\"OVER\" is not one of MORE_THAN, LESS_THAN, APPROX, EQUAL_OR_MORE, EQUAL_OR_LESS"),
    .inside("<TITLE kind=\"position\" of=\"p1\">Head</TITLE> Lan", "x.gold.xml:2:24: of=\"p1\": no PERSON has this id"),
    .inside(
      "<TITLE kind=\"position\" of=\"o1\">Head</TITLE> of <ORG id=\"o1\">Bank</ORG>",
      "x.gold.xml:2:24: of=\"o1\" is ORG, not a PERSON"),
    .inside(
      "<TITLE kind=\"position\" at=\"o1\">Head</TITLE> Lan", "x.gold.xml:2:24: at=\"o1\": no ORG or LOC has this id"),
    .inside(
      "<ORG id=\"o1\">Bank</ORG>, <ORG id=\"o1\">Office</ORG>", "x.gold.xml:2:35: id=\"o1\" already names another ORG"),
    .inside(
      "<PERSON id=\"x\">Lan</PERSON>, <ORG id=\"x\">Office</ORG>",
      "x.gold.xml:2:39: id=\"x\" already names another PERSON"),
    .inside("<PERSON id=\"\">Lan</PERSON>", "x.gold.xml:2:13: id is empty"),
    .inside("In <LOC>Hue </LOC>today.", "x.gold.xml:2:4: <LOC> ends with a blank"),
    .inside("In <LOC>Hue,</LOC> today.", "x.gold.xml:2:4: <LOC> ends with a comma"),
    .inside("In <LOC></LOC>Hue.", "x.gold.xml:2:4: <LOC> holds no text"),
    .inside("In <LOC/>Hue.", "x.gold.xml:2:4: <LOC> holds no text"),
    .inside("In <!-- where? -->Hue.", "x.gold.xml:2:4: a comment inside the text"),
    .inside("In <LOC Hue.", "x.gold.xml:2:9: attribute Hue. has no value"),
  ]

  @Test(arguments: cases) func message(broken: Broken) throws {
    let error = try #require(throws: AnnotationError.self) {
      try GoldMarkupReader.read(broken.markup.utf8, id: "x", file: "x.gold.xml")
    }
    #expect(error.headline == broken.message)
  }

  @Test func notUTF8() throws {
    let bytes: [UInt8] = Array("<doc lang=\"en\">\nHu".utf8) + [0xE9] + Array("\n</doc>".utf8)
    let error = try #require(throws: AnnotationError.self) {
      try GoldMarkupReader.read(bytes, id: "x", file: "x.gold.xml")
    }
    #expect(error.headline == "x.gold.xml:2:3: this byte is not UTF-8 (0xE9)")
  }

  @Test func caretStandsUnderThePlace() throws {
    let markup = "<doc lang=\"vi\">\nTại <LOC>tỉnh Hà Giang và <PERSON>Lan</PERSON></LOC>\n</doc>\n"
    let error = try #require(throws: AnnotationError.self) {
      try GoldMarkupReader.read(markup.utf8, id: "x", file: "x.gold.xml")
    }
    #expect(
      error.description == """
        x.gold.xml:2:27: <PERSON> inside <LOC>: mentions never overlap, the outermost wins
        Tại <LOC>tỉnh Hà Giang và <PERSON>Lan</PERSON></LOC>
                                  ^
        """)
  }
}
