public import Lexicon

/// The rules of one language (and those of `common`), compiled: immutable and shared by all workers.
public struct RuleSet: Sendable {
  /// The rules, those of a phase together, in file order within it.
  public let rules: [CompiledRule]

  let predicates: PredicateTable
  /// The patterns of the rules; pattern number = index of the rule.
  let program: Program
  /// The rules of each phase.
  let ranges: [Range<Int>]
  /// The patterns of all context tests.
  let contextProgram: Program

  /// Unpacks compiled rules; linear in their size.
  public init(_ reader: inout ImageReader) {
    // Many tests have the same names and values.
    let strings = reader.strings().all
    var numbers = NumberStream(reader.numbers())
    ranges = numbers.list { stream in
      let start = stream.next()
      return start..<stream.next()
    }
    rules = numbers.list { Self.rule(&$0, strings) }
    predicates = PredicateTable(&numbers, strings)
    program = Program(&numbers, strings)
    contextProgram = Program(&numbers, strings)
  }

  /// A rule set without rules.
  public init() {
    var writer = ImageWriter()
    RuleSetWriter.write([], to: &writer)
    var reader = ImageReader(Image(writer.bytes))
    self.init(&reader)
  }

  /// Whether a rule names parts of what it matches or takes mentions as items.
  func hasParts(_ rule: Int) -> Bool {
    program.slotNames[rule].contains { $0 != Program.mentionSlot }
      || program.instructions[program.instructions(of: rule)].contains { instruction in
        if case .item(let predicate, _) = instruction { predicates.tests[Int(predicate)].asksMention } else { false }
      }
  }

  /// Whether only a closer look tells the mention of a rule, or that it matches at all: where a part of the pattern is the
  /// mention, or where the pattern can end in `~`, about which the automaton does not ask.
  func needsLook(_ rule: Int) -> Bool {
    program.slotNames[rule].contains(Program.mentionSlot)
      || program.instructions[program.instructions(of: rule)].contains { instruction in
        if case .glue(let next) = instruction { program.canEnd(at: next) } else { false }
      }
  }

  private static func rule(_ stream: inout NumberStream, _ strings: [String]) -> CompiledRule {
    func tests(_ stream: inout NumberStream) -> [CompiledRule.Test] {
      stream.list { stream in
        let number = stream.next()
        let flags = stream.next()
        return CompiledRule.Test(
          number: number, side: ContextTest.Side.allCases[flags >> 1], isNegated: flags & 1 == 1)
      }
    }
    let name = strings[stream.next()]
    let evidence = Evidence(rawValue: UInt8(stream.next())) ?? .likely
    let meaning = Meaning.allCases[stream.next()]
    let constants = stream.list { stream in
      let key = strings[stream.next()]
      return (key, strings[stream.next()])
    }
    let unless = stream.list { tests(&$0) }
    let conditions = stream.list { stream in
      let evidence = Evidence(rawValue: UInt8(stream.next())) ?? .likely
      return (evidence: evidence, tests: tests(&stream))
    }
    return CompiledRule(
      name: name, evidence: evidence, meaning: meaning, constants: Dictionary(constants) { $1 }, unless: unless,
      conditions: conditions)
  }
}

/// Numbers read one after the other.
struct NumberStream {
  private let numbers: ImageNumbers
  private var at = 0

  init(_ numbers: ImageNumbers) { self.numbers = numbers }

  mutating func next() -> Int {
    defer { at += 1 }
    return numbers[at]
  }

  /// A count, then so many elements.
  mutating func list<Element>(_ element: (inout NumberStream) -> Element) -> [Element] {
    let count = next()
    var out: [Element] = []
    out.reserveCapacity(count)
    for _ in 0..<count { out.append(element(&self)) }
    return out
  }
}
