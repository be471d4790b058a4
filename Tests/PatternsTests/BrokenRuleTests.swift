import Lexicon
@testable import Patterns
import Testing

/// Every message of the rule parser that `RuleParserTests` does not show, each with its exact place.
@Suite struct BrokenRuleTests {
  private typealias Base = RuleParserTests

  static let cases: [RuleParserTests.Case] = [
    .init(
      name: "let without a value", file: "let a\n", messages: ["r.rules:1:1: error: expected 'let NAME = expression'"]),
    .init(
      name: "let twice", file: "let a = \"a\"\nlet a = \"b\"\n",
      messages: ["r.rules:2:5: error: 'a' is defined already in this file"]),
    .init(
      name: "let that does not end", file: "let a = \"a\" )\n",
      messages: ["r.rules:1:13: error: this does not fit here"]),
    .init(
      name: "gives nothing", file: Base.rule("\"a\"").replacing("gives place", with: "gives"),
      messages: [
        "r.rules:1:1: error: rule 'a' does not say what it gives",
        "r.rules:3:3: error: expected the name of a meaning after 'gives'",
      ]),
    .init(
      name: "attribute without a value", file: Base.rule("\"a\"").replacing("gives place", with: "gives title kind"),
      messages: [
        "r.rules:1:1: error: rule 'a' does not say what it gives", "r.rules:3:15: error: expected NAME=VALUE",
      ]),
    .init(
      name: "attribute with a class for a value",
      file: Base.rule("\"a\"").replacing("gives place", with: "gives title kind=<x>"),
      messages: ["r.rules:1:1: error: rule 'a' does not say what it gives", "r.rules:3:20: error: expected a value"]),
    .init(
      name: "example without quotes", file: Base.rule("\"a\"").replacing("no \"b\"", with: "no b"),
      messages: [
        "r.rules:1:1: error: rule 'a' needs at least one 'no' example", "r.rules:6:3: error: expected a text in quotes",
      ]),
    .init(
      name: "string of blanks", file: Base.rule("\" \""), messages: ["r.rules:2:3: error: this string holds no word"]),
    .init(
      name: "two words beside &", file: Base.rule("\"a b\"&Cap"),
      messages: ["r.rules:2:3: error: only a single word can stand beside '&'"]),
    .init(
      name: "macro of two items beside &", file: "let m = \"a\" \"b\"\n" + Base.rule("$m&Cap"),
      messages: ["r.rules:3:3: error: '$m' is not a single item and cannot stand beside '&'"]),
    .init(
      name: "! before a conjunction", file: "let m = \"a\"&Cap\n" + Base.rule("Cap&!$m"),
      messages: ["r.rules:3:8: error: '!' cannot stand before a conjunction"]),
    .init(
      name: "group of two items beside &", file: Base.rule("(\"a\" \"b\")&Cap"),
      messages: ["r.rules:2:3: error: only single items in a group can stand beside '&'"]),
    .init(
      name: "class without a sense", file: Base.rule("< >"),
      messages: ["r.rules:2:3: error: a class needs the name of a sense"]),
    .init(
      name: "begins without letters", file: Base.rule("begins"),
      messages: ["r.rules:2:3: error: expected letters in quotes and parentheses"]),
    .init(
      name: "& at the end", file: Base.rule("Cap&"),
      messages: ["r.rules:2:7: error: expected a word, <class>, shape or @mention"]),
    .init(
      name: "sign in the place of an item", file: Base.rule("\"a\" = \"b\""),
      messages: ["r.rules:2:7: error: expected a word, <class>, shape or @mention"]),
    .init(name: "open bracket", file: Base.rule("[\"a\""), messages: ["r.rules:2:7: error: expected ']'"]),
    .init(
      name: "bracket too many", file: Base.rule("\"a\"]"), messages: ["r.rules:2:6: error: this does not fit here"]),
    .init(
      name: "bounds without a number", file: Base.rule("number(x)"),
      messages: ["r.rules:2:10: error: expected a number"]),
    .init(
      name: "bounds without an end", file: Base.rule("number(1...)"),
      messages: ["r.rules:2:14: error: expected a number after '...'"]),
    .init(
      name: "mention test without a name", file: Base.rule("@ORG(=a)"),
      messages: ["r.rules:2:8: error: expected the name of an attribute"]),
    .init(
      name: "mention test without a value", file: Base.rule("@ORG(kind=)"),
      messages: ["r.rules:2:13: error: expected a value"]),
    .init(
      name: "condition without and", file: Base.rule("\"a\"\n  unless before(\"b\") after(\"c\")"),
      messages: ["r.rules:3:22: error: expected 'and'"]),
    .init(
      name: "empty condition", file: Base.rule("\"a\"\n  unless"),
      messages: ["r.rules:3:3: error: expected before(…), after(…) or inside(…)"]),
    .init(
      name: "unknown evidence", file: Base.rule("\"a\"").replacing("certain", with: "sure"),
      messages: ["r.rules:1:8: error: expected 'rule NAME [certain|likely|possible] in PHASE'"]),
  ]

  @Test(arguments: cases) func reportsWithPlace(_ test: RuleParserTests.Case) {
    #expect(Base.parse(test.file).diagnostics.map(\.summary) == test.messages)
  }

  /// The caret stands below what is meant, also behind letters of several scalars.
  @Test func caretStandsBelow() {
    let file = Base.rule("\"thị trấn\" Big").replacing("ị", with: "i\u{323}")
    let shown = Base.parse(file).diagnostics.first?.description ?? ""
    let lines = shown.split(separator: "\n").map { String($0) }
    #expect(Array(lines.suffix(2)) == ["  \"thi\u{323} trấn\" Big", "              ^"])
  }

  /// Faults that only show when all files are read together.
  @Test(arguments: [
    (
      "surface\tsense\na\tx\n", RuleParserTests.rule("<z>"), ["common/a.rules:2:3: error: no lexicon has the sense 'z'"]
    ),
    (
      "surface\tsense\nHoà\tx\nhoà\tx\n", RuleParserTests.rule("<x>"),
      ["common/a.tsv:3:1: error: 'hoà' is the same as 'Hoà' in line 2 once folded"]
    ),
    (
      "surface\tsense\na\tx\n\u{200B}\tx\n", RuleParserTests.rule("<x>"),
      ["common/a.tsv:3:1: error: '\u{200B}' holds no word"]
    ),
    (
      "surface\tsense\na\tx\tb\n", RuleParserTests.rule("<x>"),
      ["common/a.tsv:2:5: error: more cells than the header has columns"]
    ),
  ]) func reportsAcrossFiles(words: String, rules: String, messages: [String]) {
    let compiler = LanguageCompiler([
      SourceFile(path: "common/a.tsv", language: "common", bytes: Array(words.utf8)),
      SourceFile(path: "common/a.rules", language: "common", bytes: Array(rules.utf8)),
    ])
    #expect(compiler.diagnostics.map(\.summary) == messages)
  }
}
