@testable import Lexicon
@testable import Patterns
import Testing
import UnicodeText

/// Rules and a text that ask for more states than an automaton keeps: it forgets, and the answers stay right.
@Suite struct OverflowTests {
  /// A rule whose automaton must know of each of the last sixteen words whether it was an `a`.
  private static let rules = """
    rule place.window certain in place
      ("a" | "b")* "a" ("a" | "b"){16} "c"
      gives place
      yes "[a b b b b b b b b b b b b b b b b c]"
      yes "[a a a a a a a a a a a a a a a a a c]"
      no  "a c"

    """

  @Test func answersStayRight() throws {
    var compiled: LanguageCompiler {
      LanguageCompiler([
        SourceFile(path: "r.rules", language: "common", bytes: Array(Self.rules.utf8)),
        SourceFile(path: "w.tsv", language: "common", bytes: Array("surface\tsense\nzz\tplace\n".utf8)),
      ])
    }
    let compiler = compiled
    #expect(compiler.diagnostics.isEmpty)
    let languages = Languages(compiler.compiled)
    let language = try #require(languages[Languages.undetermined])
    let types = TypeTable(isKnown: { _ in false })
    let matcher = Matcher(language.rules, lexicon: language.lexicon, vocabulary: languages.vocabulary, types: types)
    var state: UInt64 = 3
    let words = (0..<3_000).map { _ -> Character in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33) % 60
      return number == 0 ? "c" : number % 2 == 0 ? "a" : "b"
    }
    var tokens = Tokens()
    Tokenizer(table: types).tokenize(Text(words.map(String.init).joined(separator: " ")), into: &tokens)
    #expect(tokens.count == words.count)
    matcher.begin(tokens, line: 0..<tokens.count)
    var matches: [Match] = []
    matcher.run(phase: Phase.place.index, into: &matches)
    var expected: Set<Range<Int>> = []
    var first = 0
    for (place, word) in words.enumerated() where word == "c" {
      if place - 17 >= first, words[place - 17] == "a" {
        for start in max(first, place + 1 - Scanner.window)...(place - 17) { expected.insert(start..<place + 1) }
      }
      first = place + 1
    }
    #expect(!expected.isEmpty && Set(matches.map(\.range)) == expected)
  }
}
