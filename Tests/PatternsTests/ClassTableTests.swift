@testable import Lexicon
@testable import Patterns
import Testing
import UnicodeText

/// Classes of items against what each test says of each item by itself.
@Suite struct ClassTableTests {
  private static let lexicon = """
    surface\tsense\tkind\tgender\tcode
    a\tx\tone\tm\tA1
    a\ty\t\t\t
    b\tx\ttwo\tf\tB1
    ab\tx\tone\tf\tC1
    c\tx\tone\tm\tD1
    c d\tx\ttwo\tm\tE1
    C d\tz\t\t\tF1
    d\tw\tone\t\t

    """

  private static let atoms: [Atom] = [
    .literal(FoldedKey(folding: "a")), .literal(FoldedKey(folding: "ab")), .literal(FoldedKey(folding: "-")), .any,
    .sense("x", []), .sense("y", []), .sense("z", []), .shape(.capitalized), .shape(.allCaps), .shape(.word),
    .shape(.punctuation), .number(nil), .number(3...12), .digits(4...4), .begins("a"), .begins("ba"), .ends("b"),
    .sense("x", [FeatureTest(name: "kind", values: ["two"], isNegated: false)]),
    .sense("x", [FeatureTest(name: "kind", values: ["two"], isNegated: true)]),
    .sense(
      "x",
      [
        FeatureTest(name: "kind", values: ["one"], isNegated: false),
        FeatureTest(name: "gender", values: [], isNegated: true),
      ]),
    .sense("y", [FeatureTest(name: "gender", values: ["f"], isNegated: true)]), .mention("PERSON", []),
    .mention("PERSON", [FeatureTest(name: "kind", values: ["poet"], isNegated: false)]),
  ]

  private static let text = "a b c d ab bab A B AB Ab C D - . 7 11 44 2026 1999 07 e E zab"

  /// Tests of one to three atoms, some denied.
  private func tests(seed: Int) -> [ItemTest] {
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<90).map { _ in
      ItemTest(
        terms: (0...next(3)).map { _ in .init(atom: Self.atoms[next(Self.atoms.count)], isNegated: next(3) == 0) })
    }
  }

  @Test(arguments: 0..<20) func classesHoldWhatTestsSay(seed: Int) throws {
    let rules = tests(seed: seed).enumerated().map { number, test in
      Rule(
        name: "r\(number)", language: "xx", phase: "place", isReject: false, evidence: .certain, pattern: .item(test),
        unless: [], conditions: [], action: RuleAction(meaning: "place", constants: [:]), examples: [], file: "",
        line: 0)
    }
    var loader = LexiconLoader(splitter: WordSplitter())
    loader.add(SourceFile(path: "x.tsv", language: "xx", bytes: Array(Self.lexicon.utf8)))
    let vocabulary = Vocabulary(rules.reduce(loader.words) { $0.union($1.pattern.literals) })
    var writer = ImageWriter()
    loader.write(to: &writer, vocabulary: vocabulary)
    RuleSetWriter.write(rules, to: &writer, vocabulary: vocabulary)
    var reader = ImageReader(Image(writer.bytes))
    let lexicon = Lexicon(&reader)
    let predicates = RuleSet(&reader).predicates
    var table = ClassTable(predicates, lexicon)
    var known: [ClassID] = []

    func expect(_ id: ClassID, _ item: Item) {
      known.append(id)
      for number in 0..<predicates.count {
        let test = predicates.test(number)
        #expect(table.sets.contains(Int32(number), in: id) == item.passes(test), "\(test) of \(item)")
      }
    }

    let types = TypeTable(isKnown: { _ in false })
    var tokens = Tokens()
    Tokenizer(table: types).tokenize(Text(Self.text), into: &tokens)
    // The second time round all is known.
    for _ in 0..<2 {
      for index in 0..<tokens.count {
        let type = types[tokens.types[index]]
        let words = type.keys.compactMap { vocabulary[$0] }
        let nodes = words.compactMap { lexicon.child(of: 0, by: $0) }
        let entries = nodes.flatMap { lexicon.entries(at: $0) }
        expect(
          table.classify(type, isPhrase: false, words: words, entries: entries),
          Item(type: type, entries: entries.map { lexicon.entry($0) }))
        guard let node = nodes.first, let last = vocabulary[FoldedKey(folding: "d")],
          let phrase = lexicon.child(of: node, by: last)
        else { continue }
        expect(
          table.classify(type, isPhrase: true, words: words, entries: lexicon.entries(at: phrase)),
          Item(type: type, isPhrase: true, entries: lexicon.entries(at: phrase).map { lexicon.entry($0) }))
      }
      for kind in [nil, "poet", "priest"] {
        let facts = MentionFacts(type: "PERSON", kind: kind.map { Term($0) })
        expect(table.classify(facts), Item(mention: facts))
      }
    }
    #expect(table.sets.count < known.count / 2)
    try lettersAgree(known, table.sets, predicates.count)
  }

  /// Classes are one letter just where they agree on what is asked, here every third predicate.
  private func lettersAgree(_ known: [ClassID], _ sets: ClassSets, _ count: Int) throws {
    let asked = Array(stride(from: 0, to: count, by: 3))
    var letters = LetterTable(asked)
    for one in known {
      for other in known {
        let agree = asked.allSatisfy { sets.contains(Int32($0), in: one) == sets.contains(Int32($0), in: other) }
        #expect((letters.letter(of: one, sets) == letters.letter(of: other, sets)) == agree)
      }
    }
  }
}
