import Lexicon
@testable import Patterns
import Testing

@Suite struct RuleParserTests {
  /// A rule file and the summaries of its diagnostics.
  struct Case: CustomTestStringConvertible {
    let name: String
    let file: String
    let messages: [String]
    var testDescription: String { name }
  }

  static func parse(_ text: String) -> RuleParser {
    RuleParser(
      SourceFile(path: "r.rules", language: "xx", bytes: Array(text.utf8)), phases: Phase.names,
      catalog: Meaning.catalog, splitter: WordSplitter())
  }

  /// A rule with all it needs, around one pattern.
  static func rule(_ pattern: String) -> String {
    "rule a certain in place\n  \(pattern)\n  gives place\n  yes \"[a] b\"\n  yes \"[a] c\"\n  no \"b\"\n"
  }

  static let cases = [
    Case(name: "stray word", file: "hello\n", messages: ["r.rules:1:1: error: expected 'let', 'rule' or 'reject'"]),
    Case(
      name: "stray indent", file: "  \"a\"\n", messages: ["r.rules:1:3: error: an indented line must belong to a rule"]),
    Case(
      name: "no phase", file: "rule a certain\n  \"a\"\n",
      messages: ["r.rules:1:6: error: expected 'rule NAME [certain|likely|possible] in PHASE'"]),
    Case(
      name: "unknown phase", file: "rule a certain in nowhere\n  \"a\"\n",
      messages: [
        "r.rules:1:19: error: unknown phase 'nowhere'; known are number, date, place, organization, title, person, late, "
          + "relation"
      ]),
    Case(name: "no name", file: "rule\n", messages: ["r.rules:1:1: error: expected a name after 'rule'"]),
    Case(
      name: "no pattern", file: "rule a in place\n  gives place\n  yes \"[a]\"\n",
      messages: ["r.rules:1:1: error: rule 'a' has no pattern"]),
    Case(
      name: "no meaning", file: "rule a in place\n  \"a\"\n  yes \"[a]\"\n  yes \"[a] b\"\n  no \"b\"\n",
      messages: ["r.rules:1:1: error: rule 'a' does not say what it gives"]),
    Case(
      name: "unknown meaning", file: rule("\"a\"").replacing("gives place", with: "gives planet"),
      messages: [
        "r.rules:1:1: error: rule 'a' does not say what it gives",
        "r.rules:3:9: error: unknown meaning 'planet'; known are back, date, duration, holds, number, organization, period, "
          + "person, place, recurrence, reject, shift, title",
      ]),
    Case(
      name: "unknown attribute", file: rule("\"a\"").replacing("gives place", with: "gives place size=big"),
      messages: ["r.rules:3:15: error: meaning 'place' has no attribute 'size'"]),
    Case(
      name: "unknown value", file: rule("\"a\"").replacing("gives place", with: "gives title kind=big"),
      messages: ["r.rules:3:20: error: 'kind' can be degree, honorific, position, rank"]),
    Case(
      name: "unknown capture", file: rule("depth:\"a\""),
      messages: ["r.rules:1:1: error: meaning 'place' has no use for the capture 'depth'; it knows head, name"]),
    Case(
      name: "unknown shape", file: rule("Big"),
      messages: [
        "r.rules:2:3: error: unknown shape 'Big'; known are Cap, ALLCAPS, lower, word, latin, arabic, initial, syllable, "
          + "marked, definite, proclitic, bound, roman, dotted, mixed, punct, symbol, address, number, digits, begins, ends, any"
      ]),
    Case(
      name: "open string", file: rule("\"a"),
      messages: [
        "r.rules:1:1: error: rule 'a' has no pattern", "r.rules:2:3: error: this string has no closing quote",
      ]),
    Case(name: "open class", file: rule("\"a\" <b"), messages: ["r.rules:2:7: error: this '<' has no closing '>'"]),
    Case(name: "open group", file: rule("(\"a\" \"b\""), messages: ["r.rules:2:11: error: expected ')'"]),
    Case(name: "empty choice", file: rule("\"a\" | "), messages: ["r.rules:2:8: error: expected something to match"]),
    Case(
      name: "unknown macro", file: rule("$name"), messages: ["r.rules:2:3: error: no 'let name' stands before this"]),
    Case(
      name: "falling count", file: rule("\"a\"{3,2}"),
      messages: ["r.rules:2:11: error: a count must rise and be at most 40"]),
    Case(name: "falling bounds", file: rule("number(3...1)"), messages: ["r.rules:2:16: error: bounds must rise"]),
    Case(
      name: "matches nothing", file: rule("\"a\"?"),
      messages: ["r.rules:2:3: error: the pattern of 'a' also matches nothing at all"]),
    Case(
      name: "too few examples", file: "rule a in place\n  \"a\"\n  gives place\n  yes \"[a]\"\n",
      messages: [
        "r.rules:1:1: error: rule 'a' needs at least two 'yes' examples",
        "r.rules:1:1: error: rule 'a' needs at least one 'no' example",
      ]),
    Case(
      name: "yes without brackets", file: rule("\"a\"").replacing("[a] b", with: "a b"),
      messages: ["r.rules:4:7: error: a 'yes' example marks its mention with brackets"]),
    Case(
      name: "stray sign", file: rule("\"a\" ; \"b\""),
      messages: ["r.rules:2:7: error: ';' means nothing here; words of the text stand in quotes"]),
    Case(
      name: "bad context", file: rule("\"a\"\n  unless beside(\"b\")"),
      messages: ["r.rules:3:10: error: expected before(…), after(…) or inside(…)"]),
    Case(
      name: "all errors together", file: rule("Big") + "rule b in place\n  Small\n  gives place\n",
      messages: [
        "r.rules:2:3: error: unknown shape 'Big'; known are "
          + ShapeTest.allCases.map(\.rawValue).joined(separator: ", ")
          + ", number, digits, begins, ends, any",
        "r.rules:8:3: error: unknown shape 'Small'; known are "
          + ShapeTest.allCases.map(\.rawValue).joined(separator: ", ") + ", number, digits, begins, ends, any",
      ]),
    Case(
      name: "twice", file: rule("\"a\"") + rule("\"b\""), messages: ["r.rules:7:6: error: rule 'a' stands here twice"]),
  ]

  @Test(arguments: cases) func reportsWithPlace(_ test: Case) {
    #expect(Self.parse(test.file).diagnostics.map(\.summary) == test.messages)
  }

  @Test func readsARule() throws {
    let parser = Self.parse(
      """
      # comment
      let day = day:number(1...31)
      rule date.day certain in date
        [part:<part-of-day kind=x !doubtful>? "ngày" $day ~ ("/" | "-") month:number] Cap{1,3}
        unless before("a" ~) and !after($)
        likely if inside(any lower&!<common>)
        gives date mod=START
        yes "vào [ngày 27/2] tại"  XXXX-02-27 timex=DATE
        yes "[ngày 1-2] A"
        no "ngày mai"
      """)
    #expect(parser.diagnostics.isEmpty)
    let rule = try #require(parser.rules.first)
    #expect(rule.qualifiedName == "xx.date.day" && rule.evidence == .certain && rule.phase == "date")
    #expect(rule.pattern.captureNames == ["day", "month", "part"] && rule.pattern.hasMention)
    #expect(rule.action == RuleAction(meaning: "date", constants: ["mod": "START"]))
    #expect(rule.unless.first?.map(\.side) == [.before, .after] && rule.unless.first?.last?.isNegated == true)
    #expect(rule.conditions.map(\.evidence) == [.likely])
    #expect(rule.examples.first?.expected == ["value": "XXXX-02-27", "timex": "DATE"])
    #expect(rule.examples.first?.span == 4..<13)
    #expect(parser.senseUses.map(\.name) == ["common", "part-of-day"])
  }
}
