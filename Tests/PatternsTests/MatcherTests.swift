@testable import Lexicon
@testable import Patterns
import Testing
import UnicodeText

/// The matcher against the plain reference on random rules and texts.
@Suite struct MatcherTests {
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let lexicon = "surface\tsense\tkind\na\tx\none\na b\tx\ttwo\nb c d\tx\nc\ty\tone\nd d\ty\ttwo\n"

  private func test(_ random: inout Random) -> ItemTest {
    let atoms: [Atom] = [
      .literal(FoldedKey(folding: "a")), .literal(FoldedKey(folding: "b")), .literal(FoldedKey(folding: "-")), .any,
      .sense("x", []), .sense("y", []), .shape(.capitalized), .number(nil), .number(3...12), .shape(.word),
      .sense("x", [FeatureTest(name: "kind", values: ["two"], isNegated: false)]),
      .sense("y", [FeatureTest(name: "kind", values: [], isNegated: true)]),
    ]
    let count = random.next(4) == 0 ? 2 : 1
    return ItemTest(
      terms: (0..<count).map { _ in .init(atom: atoms[random.next(atoms.count)], isNegated: random.next(6) == 0) })
  }

  private func pattern(_ random: inout Random, depth: Int) -> Pattern {
    switch depth == 0 ? random.next(3) : random.next(9) {
    case 0, 1, 2: return .item(test(&random))
    case 3: return .sequence((0...random.next(3)).map { _ in pattern(&random, depth: depth - 1) })
    case 4: return .choice((0...random.next(2)).map { _ in pattern(&random, depth: depth - 1) })
    case 5: return .repetition(pattern(&random, depth: depth - 1), minimum: random.next(2), maximum: random.next(3) + 1)
    case 6: return .repetition(pattern(&random, depth: depth - 1), minimum: random.next(2), maximum: nil)
    case 7: return .sequence([pattern(&random, depth: depth - 1), .glue, pattern(&random, depth: depth - 1)])
    default: return random.next(2) == 0 ? .lineBound : .capture("name", pattern(&random, depth: depth - 1))
    }
  }

  private func rule(_ number: Int, _ pattern: Pattern) -> Rule {
    Rule(
      name: "r\(number)", language: "xx", phase: "place", isReject: false, evidence: .certain, pattern: pattern,
      unless: [],
      conditions: [], action: RuleAction(meaning: "place", constants: [:]), examples: [], file: "",
      line: 0)
  }

  @Test(arguments: 0..<60) func agreesWithTheReference(seed: Int) {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var loader = LexiconLoader(splitter: WordSplitter())
    loader.add(SourceFile(path: "x.tsv", language: "xx", bytes: Array(Self.lexicon.utf8)))
    let rules = (0..<8).map { rule($0, pattern(&random, depth: 3)) }
    var words = loader.words
    for rule in rules { words.formUnion(rule.pattern.literals) }
    let vocabulary = Vocabulary(words)
    var writer = ImageWriter()
    loader.write(to: &writer, vocabulary: vocabulary)
    RuleSetWriter.write(rules, to: &writer, vocabulary: vocabulary)
    var reader = ImageReader(Image(writer.bytes))
    let lexicon = Lexicon(&reader)
    let set = RuleSet(&reader)
    let types = TypeTable(isKnown: { _ in false })
    let matcher = Matcher(set, lexicon: lexicon, vocabulary: vocabulary, types: types)
    let splitter = WordSplitter()
    let entries = (0..<lexicon.count).map { (lexicon.entry($0), splitter.words(of: lexicon.entry($0).surface)) }
    for _ in 0..<40 {
      let pieces = ["a", "b", "c", "d", "A", "D", "7", "44", "-", "e"]
      let text = (0...random.next(12)).map { _ in pieces[random.next(pieces.count)] + (random.next(3) == 0 ? "" : " ") }
        .joined()
      var tokens = Tokens()
      Tokenizer(table: types).tokenize(Text(text), into: &tokens)
      let line = 0..<tokens.count
      matcher.begin(tokens, line: line)
      var found: Set<[Int]> = []
      var matches: [Match] = []
      matcher.run(phase: Phase.place.index, into: &matches)
      for match in matches { found.insert([match.rule, match.range.lowerBound, match.range.upperBound]) }
      let reference = ReferenceMatcher(tokens: tokens, types: types, line: line, entries: entries)
      var expected: Set<[Int]> = []
      for (number, rule) in rules.enumerated() {
        for start in line {
          for end in reference.ends(rule.pattern, from: start) where end > start {
            expected.insert([number, start, end])
          }
        }
      }
      #expect(found == expected, "seed \(seed), text '\(text)', rules \(rules.map(\.pattern))")
      if found != expected { return }
    }
  }
}
