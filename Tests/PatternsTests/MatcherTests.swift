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

  private func rule(
    _ number: Int, _ pattern: Pattern, unless: [[ContextTest]] = [], conditions: [EvidenceCondition] = []
  ) -> Rule {
    Rule(
      name: "r\(number)", language: "xx", phase: "place", isReject: false, evidence: .certain, pattern: pattern,
      unless: unless, conditions: conditions, action: RuleAction(meaning: "place", constants: [:]), examples: [],
      file: "",
      line: 0)
  }

  /// One or two tests that must hold together; what stands before the mention is read from right to left.
  private func tests(_ random: inout Random) -> [ContextTest] {
    (0...random.next(2)).map { _ in
      let side = ContextTest.Side.allCases[random.next(3)]
      let pattern = pattern(&random, depth: 1)
      return ContextTest(
        side: side, pattern: side == .before ? pattern.reversed : pattern, isNegated: random.next(2) == 0)
    }
  }

  /// A rule whose mention is all of what it matches, written with brackets around everything, around every way or with none.
  private func conditionalRule(_ number: Int, _ random: inout Random) -> Rule {
    let plain = pattern(&random, depth: 2)
    let patterns: [Pattern] = [
      plain, .mention(plain), .choice([.mention(plain), .mention(pattern(&random, depth: 1))]),
      .sequence([.lineBound, .mention(plain)]),
    ]
    let unless = (0..<random.next(4)).map { _ in tests(&random) }
    let conditions = (0..<random.next(3)).map { _ in
      EvidenceCondition(evidence: Evidence.allCases[random.next(3)], tests: tests(&random))
    }
    return rule(number, patterns[random.next(4)], unless: unless, conditions: conditions)
  }

  @Test(arguments: 0..<60) func agreesWithTheReference(seed: Int) {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    check((0..<8).map { rule($0, pattern(&random, depth: 3)) }, &random)
  }

  @Test(arguments: 0..<60) func conditionsAgreeWithTheReference(seed: Int) {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7)
    check((0..<8).map { conditionalRule($0, &random) }, &random)
  }

  /// Compares what the matcher and the reference find of some rules in random texts: rule, tokens and evidence.
  private func check(_ rules: [Rule], _ random: inout Random) {
    var loader = LexiconLoader(splitter: WordSplitter())
    loader.add(SourceFile(path: "x.tsv", language: "xx", bytes: Array(Self.lexicon.utf8)))
    var words = loader.words
    for rule in rules {
      words.formUnion(rule.pattern.literals)
      for test in (rule.unless + rule.conditions.map(\.tests)).joined() { words.formUnion(test.pattern.literals) }
    }
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
    for round in 0..<40 {
      if round % 8 == 7 { matcher.forgetEasy() }
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
      for match in matches {
        #expect(match.mention == match.range)
        found.insert([match.rule, match.range.lowerBound, match.range.upperBound, Int(match.evidence.rawValue)])
      }
      let reference = ReferenceMatcher(tokens: tokens, types: types, line: line, entries: entries)
      var expected: Set<[Int]> = []
      for (number, rule) in rules.enumerated() {
        for start in line {
          for end in reference.ends(rule.pattern, from: start) where end > start {
            guard let evidence = reference.evidence(of: rule, over: start..<end) else { continue }
            expected.insert([number, start, end, Int(evidence.rawValue)])
          }
        }
      }
      #expect(found == expected, "text '\(text)', rules \(rules)")
      if found != expected { return }
    }
  }
}
