import Lexicon

/// Compiles rules into what `RuleSet` reads.
struct RuleSetWriter {
  private var pool = StringPool()
  private var predicates = PredicatePool()
  private var program = ProgramBuilder()
  private var contexts = ProgramBuilder()
  private var contextNumbers: [Pattern: Int] = [:]
  private var contextFlags: [ContextFlags] = []
  /// Pairs of a predicate and a context that an item of it can begin, and pairs of one that the context requires.
  private var beginnings: [(predicate: Int, context: Int)] = []
  private var requirements: [(predicate: Int, context: Int)] = []
  private var fields: [Int] = []
  private var constants: [[Int]] = []
  /// The groups of tests of each rule: what they decide, and where their tests end.
  private var groups: [[Int]] = []
  /// Pairs: the number of the context, its side and whether it is negated.
  private var tests: [Int] = []

  /// Writes rules whose words are of `vocabulary`; linear in the size of their patterns.
  static func write(_ unordered: [Rule], to writer: inout ImageWriter, vocabulary: Vocabulary) {
    var bounds: [Int] = []
    var made = Self()
    for phase in Phase.names {
      bounds.append(made.constants.count)
      for rule in unordered where rule.phase == phase { made.add(rule) }
      bounds.append(made.constants.count)
    }
    made.write(to: &writer, bounds, vocabulary)
  }

  private mutating func add(_ rule: Rule) {
    program.add(rule.pattern, predicates: &predicates)
    let number = constants.count
    let slot = program.slotNames[number].firstIndex(of: Program.mentionSlot)
    fields += [
      pool.number(of: rule.qualifiedName), Int(rule.evidence.rawValue),
      Meaning.allCases.firstIndex { $0.rawValue == rule.action.meaning } ?? 0,
      (needsLook(number, rule.pattern) ? 1 : 0) | (hasParts(number) ? 2 : 0) | (rule.pattern.beginsWithMention ? 4 : 0)
        | (rule.pattern.endsWithMention ? 8 : 0), slot.map { 2 * $0 + 1 } ?? 0,
    ]
    constants.append(
      rule.action.constants.sorted { $0.key < $1.key }.flatMap { [pool.number(of: $0.key), pool.number(of: $0.value)] })
    var groups: [Int] = []
    func addGroup(_ contextTests: [ContextTest], _ evidence: Evidence?) {
      // All must hold: those that one look decides come first.
      let numbered = contextTests.map { (number: self.number(of: $0.pattern), test: $0) }
      for isSingle in [true, false] {
        for (number, test) in numbered where contextFlags[number].contains(.single) == isSingle { add(test, number) }
      }
      groups += [evidence.map { Int($0.rawValue) + 1 } ?? 0, tests.count / 2]
    }
    for tests in rule.unless { addGroup(tests, nil) }
    for condition in rule.conditions { addGroup(condition.tests, condition.evidence) }
    self.groups.append(groups)
  }

  /// The number of a context, a new one where it has none.
  private mutating func number(of pattern: Pattern) -> Int {
    if let known = contextNumbers[pattern] { return known }
    let number = contexts.count
    contextNumbers[pattern] = number
    contexts.add(pattern, predicates: &predicates)
    var (first, flags) = contexts.beginning(of: number)
    beginnings += first.sorted().map { ($0, number) }
    if let requirement = Requirement(pattern) {
      flags.insert(.required)
      requirements += requirement.tests.map { (Int(predicates.intern($0)), number) }
    }
    contextFlags.append(flags)
    return number
  }

  private mutating func add(_ test: ContextTest, _ number: Int) {
    let side = ContextTest.Side.allCases.firstIndex(of: test.side) ?? 0
    tests += [number, side << 1 | (test.isNegated ? 1 : 0)]
  }

  private func write(to writer: inout ImageWriter, _ bounds: [Int], _ vocabulary: Vocabulary) {
    var pool = pool
    var body = ImageWriter()
    body.add(bounds)
    body.add(fields)
    body.add(lists: constants)
    body.add(lists: groups)
    body.add(tests)
    predicates.write(to: &body, &pool, vocabulary)
    program.write(to: &body, &pool)
    contexts.write(to: &body, &pool)
    writeAlphabets(to: &body, bounds)
    writeContexts(to: &body)
    writer.add(pool)
    writer.add(body)
  }

  /// Writes which predicates each phase asks, and behind them those that contexts ask, and who asks for glue.
  private func writeAlphabets(to body: inout ImageWriter, _ bounds: [Int]) {
    let phases = stride(from: 0, to: bounds.count, by: 2).map { program.alphabet(of: bounds[$0]..<bounds[$0 + 1]) }
    let alphabets = phases + [contexts.alphabet(of: 0..<contexts.count)]
    body.add(lists: alphabets.map(\.predicates))
    body.add(alphabets.map { $0.hasGlue ? 1 : 0 })
  }

  /// Writes the flags of the contexts, and by predicate those that an item of it can begin and those that require one.
  private func writeContexts(to body: inout ImageWriter) {
    body.add(contextFlags.map(\.rawValue))
    for pairs in [beginnings, requirements] {
      var lists: [[Int]] = Array(repeating: [], count: predicates.tests.count)
      for (predicate, context) in pairs { lists[predicate].append(context) }
      body.add(lists: lists.map { $0.sorted() })
    }
  }

  private func hasParts(_ rule: Int) -> Bool {
    program.slotNames[rule].contains { $0 != Program.mentionSlot }
      || program.instructions[program.instructions(of: rule)].contains { instruction in
        if case .item(let predicate, _) = instruction { predicates.tests[Int(predicate)].asksMention } else { false }
      }
  }

  private func needsLook(_ rule: Int, _ pattern: Pattern) -> Bool {
    !pattern.isMention
      || program.instructions[program.instructions(of: rule)].contains { instruction in
        if case .glue(let next) = instruction { program.canEnd(at: next) } else { false }
      }
  }
}
