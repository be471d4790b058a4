import Lexicon
@testable import Patterns
import Testing
import UnicodeText

/// What does nothing in files is told, at its place; what does something is not.
@Suite struct CheckerTests {
  /// Files and the warnings about them.
  struct Case: CustomTestStringConvertible {
    let name: String
    var words = "surface\tsense\tkind\na\tx\tone\nb c\tx\ttwo\nd\ty\n"
    let rules: String
    let messages: [String]
    var testDescription: String { name }
  }

  private static func rule(
    _ name: String, _ pattern: String, evidence: String = "certain", phase: String = "place", extra: String = ""
  ) -> String {
    "rule \(name) \(evidence) in \(phase)\n  \(pattern)\n\(extra)  gives \(phase)\n  yes \"[a]\"\n  yes \"[a] a\"\n  no \"e\"\n"
  }

  /// A rule that reads both senses.
  private static let all = rule("all", "<x> <y>")

  static let cases = [
    Case(name: "nothing to say", rules: all, messages: []),
    Case(
      name: "a feature that no entry has", rules: all + rule("r", "<x kind=three>"),
      messages: [
        "common/a.rules:7:6: warning: rule 'r' can never match",
        "common/a.rules:8:3: warning: nothing can be '<x kind=three>': no entry is <x kind=three>",
      ]),
    Case(
      name: "one alternative that never holds", rules: all + rule("r", "\"e\" | <x>&<y>"),
      messages: ["common/a.rules:8:9: warning: nothing can be '<x>&<y>': no entry is all of these at once"]),
    Case(
      name: "a word that has no such entry", rules: all + rule("r", "\"e\" | \"d\"&<x>"),
      messages: ["common/a.rules:8:9: warning: nothing can be '\"d\"&<x>': 'd' has no such entry"]),
    Case(
      name: "shapes that exclude each other", rules: all + rule("r", "Cap&lower | <y>"),
      messages: ["common/a.rules:8:3: warning: nothing can be 'Cap&lower': no token has these shapes at once"]),
    Case(
      name: "a contradiction", rules: all + rule("r", "\"e\" | <x kind=one>&!<x>"),
      messages: ["common/a.rules:8:9: warning: nothing can be '<x kind=one>&!<x>': it is always <x>"]),
    Case(
      name: "a mention that nothing finds", rules: all + rule("r", "\"e\"", extra: "  unless before(@DATE)\n"),
      messages: ["common/a.rules:9:17: warning: nothing can be '@DATE': no rule of a phase before 'place' finds @DATE"]),
    Case(
      name: "a mention of a later phase",
      rules: all + rule("r", "\"e\" | @ORG") + rule("o", "\"f\"", phase: "organization"),
      messages: ["common/a.rules:8:9: warning: nothing can be '@ORG': no rule of a phase before 'place' finds @ORG"]),
    Case(
      name: "an item of a macro that is alive in one of its uses",
      rules: "let m = \"e\" | @ORG\n" + all + rule("r", "$m") + rule("o", "\"f\"", phase: "organization")
        + rule("p", "$m", phase: "person"),
      messages: []),
    Case(
      name: "the same rule again", rules: all + rule("r", "<y> <x>") + rule("s", "<y> <x>", evidence: "likely"),
      messages: [
        "common/a.rules:13:6: warning: rule 's' never wins: 'r' (common/a.rules:7) matches all that it does, with no less evidence"
      ]),
    Case(
      name: "a rule inside another",
      rules: all + rule("r", "(<x> | \"e\")+ [any{1,3}]") + rule("s", "<x kind=one> \"e\"? [\"f\" \"g\"]"),
      messages: [
        "common/a.rules:13:6: warning: rule 's' never wins: 'r' (common/a.rules:7) matches all that it does, with no less evidence"
      ]),
    Case(
      name: "rules that are not inside one another",
      rules: all + rule("r", "<x kind=one> \"e\"") + rule("s", "<x> \"e\"") + rule("t", "<x> [\"e\"]")
        + rule("u", "<x> \"e\"?", extra: "  unless after(\"g\")\n") + rule("v", "<x> \"e\" \"e\""),
      messages: []),
    Case(
      name: "stronger evidence is not shadowed", rules: all + rule("r", "<x>", evidence: "likely") + rule("s", "<x>"),
      messages: [
        "common/a.rules:7:6: warning: rule 'r' never wins: 's' (common/a.rules:13) matches all that it does, with no less evidence"
      ]),
    Case(
      name: "a sense that no rule reads", rules: rule("r", "<x>"),
      messages: ["common/a.tsv:4:3: warning: no rule reads the sense 'y' (1 entry)"]),
    Case(
      name: "macros that nobody uses", rules: "let m = \"e\"\nlet n = \"f\"\n" + all + rule("r", "$m"),
      messages: ["common/a.rules:2:5: warning: no rule uses '$n'"]),
  ]

  @Test(arguments: cases) func saysWhatDoesNothing(_ test: Case) {
    let files = [
      SourceFile(path: "common/a.tsv", language: "common", bytes: Array(test.words.utf8)),
      SourceFile(path: "common/a.rules", language: "common", bytes: Array(test.rules.utf8)),
      SourceFile(path: "xx/b.tsv", language: "xx", bytes: Array("surface\tsense\nq\tx\n".utf8)),
    ]
    let compiler = LanguageCompiler(files)
    #expect(compiler.diagnostics.map(\.summary) == [])
    let types = ["place": "LOC", "organization": "ORG", "person": "PERSON"]
    let checker = LexiconChecker(compiler, files: files, senses: []) { types[$0] }
    #expect(checker.warnings.map(\.summary) == test.messages)
  }
  @Test func saysHowTextsAreCut() {
    let reader = Readability(Vocabulary([FoldedKey(folding: "thing")]))
    #expect(reader.otherCut(of: "some thing", words: ["some", "thing"].map { FoldedKey(folding: $0) }) == nil)
    #expect(reader.otherCut(of: "some thing", words: [FoldedKey(folding: "something")]) == "some | thing")
  }

  @Test func coverageCountsRulesAndEntries() throws {
    let files = [
      SourceFile(path: "common/a.tsv", language: "common", bytes: Array("surface\tsense\na\tx\n".utf8)),
      SourceFile(path: "xx/b.tsv", language: "xx", bytes: Array("surface\tsense\nq\tx\n".utf8)),
      SourceFile(path: "yy/b.tsv", language: "yy", bytes: Array("surface\tsense\nq\tz\n".utf8)),
      SourceFile(path: "xx/a.rules", language: "xx", bytes: Array(Self.rule("r", "<x>").utf8)),
    ]
    let coverage = RuleCoverage(LanguageCompiler(files))
    #expect(coverage.tags == ["xx", "yy"])
    #expect(coverage.meanings.first { $0.name == "place" }?.counts == ["xx": 1])
    #expect(coverage.meanings.first { $0.name == "person" }?.counts == [:])
    #expect(coverage.senses.map(\.name) == ["<x>", "<z>"])
    #expect(coverage.senses.map(\.counts) == [["xx": 2, "yy": 1], ["yy": 1]])
    let lines = coverage.text.split(separator: "\n").map { String($0) }
    let last = lines[lines.count - 1]
    #expect(last.hasPrefix("<z> ") && last.hasSuffix("  –   1"))
  }
}
