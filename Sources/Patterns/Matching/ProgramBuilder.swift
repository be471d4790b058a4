import Lexicon

/// Compiles patterns to the instructions of a `Program` (Thompson's construction).
struct ProgramBuilder {
  typealias Instruction = Program.Instruction

  private(set) var instructions: [Instruction] = []
  /// The first instruction of each pattern.
  private(set) var starts: [Int32] = []
  /// Where the instructions of each pattern end.
  private var ends: [Int32] = []
  /// The names of the slots of each pattern.
  private(set) var slotNames: [[String]] = []

  /// The number of patterns.
  var count: Int { starts.count }

  /// Adds a pattern under the next number.
  mutating func add(_ pattern: Pattern, predicates: inout PredicatePool) {
    let number = Int32(starts.count)
    var names: [String] = []
    // Built from the end, so that every instruction knows its follower.
    let match = append(.match(number))
    let start = compile(pattern, next: match, names: &names, predicates: &predicates)
    starts.append(start)
    ends.append(Int32(instructions.count))
    slotNames.append(names)
  }

  /// Writes what `Program` reads.
  func write(to writer: inout ImageWriter, _ pool: inout StringPool) {
    writer.add(instructions.flatMap(Self.numbers))
    writer.add(starts)
    writer.add(ends)
    writer.add(lists: slotNames.map { names in names.map { pool.number(of: $0) } })
  }

  /// The instructions of a pattern; they stand together.
  func instructions(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Whether a pattern can have matched after an instruction without another item.
  func canEnd(at start: Int32, throughLines: Bool = true) -> Bool {
    var stack = [start]
    var seen: Set<Int32> = []
    while let place = stack.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch instructions[Int(place)] {
      case .match: return true
      case .split(let first, let second): stack += [first, second]
      case .save(_, let next), .glue(let next): stack.append(next)
      case .line(let next): if throughLines { stack.append(next) }
      case .item: break
      }
    }
    return false
  }

  /// The predicates that some patterns ask, in order, and whether one of them asks for glue.
  func alphabet(of patterns: Range<Int>) -> (predicates: [Int], hasGlue: Bool) {
    var predicates: Set<Int> = []
    var hasGlue = false
    for number in patterns {
      for instruction in instructions[instructions(of: number)] {
        switch instruction {
        case .item(let predicate, _): predicates.insert(Int(predicate))
        case .glue: hasGlue = true
        case .line, .split, .save, .match: break
        }
      }
    }
    return (predicates.sorted(), hasGlue)
  }

  /// How a pattern can begin.
  func beginning(of number: Int) -> (predicates: Set<Int>, flags: ContextFlags) {
    var predicates: Set<Int> = []
    var flags: ContextFlags = [.single]
    // Twice the instruction, plus one behind glue.
    var stack = [starts[number] << 1]
    var seen: Set<Int32> = []
    while let entry = stack.popLast() {
      guard seen.insert(entry).inserted else { continue }
      switch instructions[Int(entry >> 1)] {
      case .match: flags.insert(.empty)
      case .split(let first, let second): stack += [first << 1 | entry & 1, second << 1 | entry & 1]
      case .save(_, let next): stack.append(next << 1 | entry & 1)
      case .glue(let next): stack.append(next << 1 | 1)
      case .line: flags.insert(.lineBound)
      case .item(let predicate, let next):
        predicates.insert(Int(predicate))
        if entry & 1 == 1 || !canEnd(at: next, throughLines: false) { flags.remove(.single) }
      }
    }
    return (predicates, flags)
  }

  /// The two numbers of an instruction in a compiled program; the first holds its kind in three bits.
  private static func numbers(_ instruction: Instruction) -> [Int32] {
    switch instruction {
    case .item(let predicate, let next): [predicate << 3, next]
    case .glue(let next): [next << 3 | 1, 0]
    case .line(let next): [next << 3 | 2, 0]
    case .split(let first, let second): [first << 3 | 3, second]
    case .save(let slot, let next): [slot << 3 | 4, next]
    case .match(let number): [number << 3 | 5, 0]
    }
  }

  private mutating func append(_ instruction: Instruction) -> Int32 {
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  private mutating func compile(
    _ pattern: Pattern, next: Int32, names: inout [String], predicates: inout PredicatePool
  ) -> Int32 {
    switch pattern {
    case .item(let test):
      return append(.item(predicate: predicates.intern(test), next: next))
    case .glue:
      return append(.glue(next: next))
    case .lineBound:
      return append(.line(next: next))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { compile($1, next: $0, names: &names, predicates: &predicates) }
    case .choice(let parts):
      let heads = parts.map { compile($0, next: next, names: &names, predicates: &predicates) }
      return heads.dropLast().reversed().reduce(heads[heads.count - 1]) { append(.split($1, $0)) }
    case .repetition(let part, let minimum, let maximum):
      var tail = next
      if let maximum {
        for _ in minimum..<max(minimum, maximum) {
          let head = compile(part, next: tail, names: &names, predicates: &predicates)
          // Leaving is always to the end of the whole repetition.
          tail = append(.split(head, next))
        }
      } else {
        let loop = append(.split(0, next))
        instructions[Int(loop)] = .split(
          compile(part, next: loop, names: &names, predicates: &predicates), next)
        tail = loop
      }
      for _ in 0..<minimum { tail = compile(part, next: tail, names: &names, predicates: &predicates) }
      return tail
    case .capture(let name, let part):
      return compile(part, savedAs: name, next: next, names: &names, predicates: &predicates)
    case .mention(let part):
      return compile(part, savedAs: Program.mentionSlot, next: next, names: &names, predicates: &predicates)
    }
  }

  private mutating func compile(
    _ part: Pattern, savedAs name: String, next: Int32, names: inout [String], predicates: inout PredicatePool
  ) -> Int32 {
    let index = names.firstIndex(of: name) ?? names.count
    if index == names.count { names.append(name) }
    let end = append(.save(slot: Int32(2 * index + 1), next: next))
    let inner = compile(part, next: end, names: &names, predicates: &predicates)
    return append(.save(slot: Int32(2 * index), next: inner))
  }
}
