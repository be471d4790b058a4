import Lexicon

/// A pattern as a nondeterministic automaton whose items know where they are written.
///
/// The matcher's program shares equal predicates among all rules; this one keeps every item of one pattern apart, so that a
/// trace can name the item that failed.
struct TraceCode: Sendable {
  enum Instruction {
    /// Takes an item that passes the test of this number.
    case item(Int, next: Int)
    /// Takes nothing; only where no blank stands.
    case glue(next: Int)
    /// Takes nothing; only where a line begins or ends.
    case line(next: Int)
    /// Goes on at both; the first is preferred.
    case split(Int, Int)
    /// The mention begins here.
    case open(next: Int)
    /// The mention ends here.
    case close(next: Int)
    /// The whole pattern has matched.
    case match
  }

  private(set) var instructions: [Instruction] = [.match]
  private(set) var tests: [ItemTest] = []
  private(set) var start = 0

  /// The code of a pattern as it was written.
  init(_ pattern: Pattern) { start = compile(pattern, next: 0) }

  /// The code of a compiled pattern, which no longer knows places.
  init(_ program: Program, pattern number: Int, predicates: PredicateTable) {
    let range = program.instructions(of: number)
    let brackets = program.slotNames(of: number).firstIndex(of: Program.mentionSlot).map { Int32(2 * $0) }
    var numbers: [Int32: Int] = [:]
    var tests: [ItemTest] = []
    func at(_ index: Int32) -> Int { Int(index) - range.lowerBound }
    // Of all tests of the rule set only those of this pattern are made.
    func test(_ predicate: Int32) -> Int {
      if let number = numbers[predicate] { return number }
      numbers[predicate] = tests.count
      tests.append(predicates.test(Int(predicate)))
      return tests.count - 1
    }
    instructions = range.map { index in
      switch program.instructions[index] {
      case .item(let predicate, let next): .item(test(predicate), next: at(next))
      case .glue(let next): .glue(next: at(next))
      case .line(let next): .line(next: at(next))
      case .split(let first, let second): .split(at(first), at(second))
      case .save(let slot, let next):
        if slot == brackets {
          .open(next: at(next))
        } else if let brackets, slot == brackets + 1 {
          .close(next: at(next))
        } else {
          .split(at(next), at(next))
        }
      case .match: .match
      }
    }
    self.tests = tests
    start = program.starts[number] - range.lowerBound
  }

  private mutating func append(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    return instructions.count - 1
  }

  /// Built from the end, so that every instruction knows its follower.
  private mutating func compile(_ pattern: Pattern, next: Int) -> Int {
    switch pattern {
    case .item(let test):
      tests.append(test)
      return append(.item(tests.count - 1, next: next))
    case .glue: return append(.glue(next: next))
    case .lineBound: return append(.line(next: next))
    case .sequence(let parts): return parts.reversed().reduce(next) { compile($1, next: $0) }
    case .choice(let parts):
      let heads = parts.map { compile($0, next: next) }
      return heads.dropLast().reversed().reduce(heads.last ?? next) { append(.split($1, $0)) }
    case .repetition(let part, let minimum, let maximum):
      var tail = next
      if let maximum {
        for _ in minimum..<max(minimum, maximum) { tail = append(.split(compile(part, next: tail), next)) }
      } else {
        tail = append(.split(next, next))
        instructions[tail] = .split(compile(part, next: tail), next)
      }
      for _ in 0..<minimum { tail = compile(part, next: tail) }
      return tail
    case .capture(_, let part): return compile(part, next: next)
    case .mention(let part): return append(.open(next: compile(part, next: append(.close(next: next)))))
    }
  }
}
