import Lexicon
@testable import Patterns
import Testing

/// What hostile rule and lexicon files ask for is refused with its place, at once.
@Suite struct LimitTests {
  private typealias Base = RuleParserTests

  /// A rule file that asks for too much, and what is told of it.
  struct Case: CustomTestStringConvertible {
    let name: String
    let file: String
    let message: String
    var testDescription: String { name }
  }

  private static let items = "with its macros put in and its repetitions written out this has more than 200000 items"
  private static let depth = "this lies more than 50 groups deep"

  private static func macros(_ count: Int, _ body: (Int) -> String) -> String {
    (1...count).map { "let m\($0) = \(body($0))\n" }.joined()
  }

  static let cases: [Case] = [
    Case(
      name: "brackets in brackets", file: Base.rule(String(repeating: "(", count: 90_000)),
      message: "r.rules:2:53: error: \(depth)"),
    Case(
      name: "names of names", file: Base.rule(String(repeating: "a:", count: 40_000) + "any"),
      message: "r.rules:2:103: error: \(depth)"),
    Case(
      name: "repetitions of repetitions", file: Base.rule("any" + String(repeating: "?", count: 90_000)),
      message: "r.rules:2:56: error: \(depth)"),
    Case(
      name: "repetitions multiply", file: Base.rule("((((any{40}){40}){40}){40}){40}"),
      message: "r.rules:2:29: error: \(items)"),
    Case(
      name: "loops double", file: Base.rule("any" + String(repeating: "+", count: 30)),
      message: "r.rules:2:24: error: \(items)"),
    Case(
      name: "macros of macros", file: "let m0 = \"a\" \"b\"\n" + macros(40) { "$m\($0 - 1) $m\($0 - 1)" },
      message: "r.rules:18:20: error: \(items)"),
    Case(
      name: "macros beside &", file: "let m0 = Cap\n" + macros(40) { "$m\($0 - 1)&$m\($0 - 1)" },
      message: "r.rules:19:20: error: \(items)"),
    Case(
      name: "macros in macros", file: "let m0 = \"a\"\n" + macros(400) { "$m\($0 - 1)?" },
      message: "r.rules:52:15: error: \(depth)"),
    Case(
      name: "a count without end", file: Base.rule("any{41,}"),
      message: "r.rules:2:11: error: a count must rise and be at most 40"),
    Case(
      name: "a line without end", file: Base.rule(String(repeating: "any ", count: 30_000)),
      message: "r.rules:2:1: error: the line has 120002 bytes; at most 100000 are read"),
  ]

  @Test(.timeLimit(.minutes(20)), arguments: cases) func hostileRulesAreRefused(_ test: Case) {
    let told = Base.parse(test.file).diagnostics.map(\.summary)
    #expect(told.contains(test.message) && told.count <= 2 + 400, "\(told.prefix(3))")
  }

  /// Of a file of nothing but errors a thousand are told, and that there are more.
  @Test(.timeLimit(.minutes(20))) func errorsAreBounded() {
    let rules = Base.parse(String(repeating: "§\n", count: 100_000)).diagnostics
    #expect(rules.count == 1001 && rules.last?.message.contains("only the first 1000") == true)
    let file = "surface\tsense\n" + String(repeating: "x\n", count: 100_000)
    let words = LexiconParser(SourceFile(path: "f.tsv", language: "xx", bytes: Array(file.utf8))).diagnostics
    #expect(words.count == 1001 && words.last?.message.contains("only the first 1000") == true)
    #expect(words.last?.line == 1001)
  }

  @Test func longLinesOfWordsAreRefused() {
    let file = "surface\tsense\n" + String(repeating: "x", count: 100_001) + "\ty\na\tz\n"
    let parser = LexiconParser(SourceFile(path: "f.tsv", language: "xx", bytes: Array(file.utf8)))
    #expect(
      parser.diagnostics.map(\.summary) == ["f.tsv:2:1: error: the line has 100003 bytes; at most 100000 are read"])
    #expect(parser.entries.map(\.surface) == ["a"])
  }

  /// As many senses as entries cost no more than few.
  @Test(.timeLimit(.minutes(20))) func sensesAreMany() {
    let file = "surface\tsense\n" + (0..<60_000).map { "a\ts\($0)\n" }.joined()
    var loader = LexiconLoader(splitter: WordSplitter())
    loader.add(SourceFile(path: "f.tsv", language: "xx", bytes: Array(file.utf8)))
    #expect(loader.diagnostics.isEmpty)
  }

  /// To follow one rule costs as much as that rule has items, not as all rules have.
  @Test func oneRuleIsFollowedAlone() throws {
    let words = ["ba", "da", "ga", "ka", "la", "ma", "na", "ra", "sa", "ta"]
    let rules = words.map { word in
      """
      rule place.\(word) certain in place
        "\(word)" "\(word)\(word)"
        gives place
        yes "[\(word) \(word)\(word)]"
        yes "a [\(word) \(word)\(word)] b"
        no  "\(word)"


      """
    }.joined()
    let compiler = LanguageCompiler([
      SourceFile(path: "r.rules", language: "common", bytes: Array(rules.utf8)),
      SourceFile(path: "w.tsv", language: "common", bytes: Array("surface\tsense\nzz\tplace\n".utf8)),
    ])
    try #require(compiler.diagnostics.isEmpty)
    let languages = Languages(compiler.compiled)
    let rule = try #require(languages[Languages.undetermined]).rules
    #expect(rule.predicates.count == 20)
    let code = TraceCode(rule.program, pattern: 7, predicates: rule.predicates)
    #expect(code.tests.map(\.terms.count) == [1, 1])
    let line = 0..<1_000
    #expect(Array(RuleTracer.starts(of: 500..<502, in: line)) == Array((500 - TraceWalk.window...500).reversed()))
    #expect(Array(RuleTracer.starts(of: 2..<3, in: line)) == [2, 1, 0])
  }
}
