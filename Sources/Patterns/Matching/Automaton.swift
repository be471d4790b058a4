/// A program run as a deterministic automaton over item classes, made as far as texts ask for it.
///
/// A state is a set of instructions that wait for an item. Steps are remembered in one hash table; when more states than the
/// limit have been made, everything is forgotten between two matches, so memory is bounded. Mutable and not shared.
final class Automaton {
  /// A state; 0 is the dead one.
  typealias State = Int32

  static let dead: State = 0
  private static let limit = 20_000
  /// The class of the virtual item at the bounds of a line.
  private static let lineSymbol: UInt32 = .max

  private let program: Program
  private let classes: ClassTable
  private let roots: [Int32]
  private var states: [[Int32]: State] = [:]
  private var waiting: [[Int32]] = []
  private var accepts: [[Int32]] = []
  private var steps = StepTable()
  private var mark: [Int32]
  private var round: Int32 = 0

  /// The state before anything has matched.
  private(set) var start: State = 1

  /// Creates an automaton for some patterns of a program.
  init(_ program: Program, patterns: Range<Int>, classes: ClassTable) {
    self.program = program
    self.classes = classes
    roots = program.starts[patterns].map { $0 }
    mark = Array(repeating: 0, count: program.instructions.count * 2)
    reset()
  }

  /// Forgets all states if there are too many; to be called only between matches.
  @inline(__always)
  func trim() {
    if waiting.count > Self.limit { reset() }
  }

  /// The patterns that have matched in a state.
  @inline(__always)
  func accepted(in state: State) -> [Int32] { accepts[Int(state)] }

  /// Whether some pattern has matched in a state.
  @inline(__always)
  func isAccepting(_ state: State) -> Bool { !accepts[Int(state)].isEmpty }

  /// The state after an item.
  @inline(__always)
  func step(_ state: State, _ id: ClassID, glued: Bool) -> State {
    let symbol = UInt32(bitPattern: id.rawValue) << 1 | (glued ? 1 : 0)
    if let known = steps.find(state, symbol) { return known }
    return make(state, symbol, id, glued: glued)
  }

  /// The state after the bound of a line.
  @inline(__always)
  func stepLine(_ state: State) -> State {
    if let known = steps.find(state, Self.lineSymbol) { return known }
    return makeLine(state)
  }

  private func reset() {
    states.removeAll(keepingCapacity: true)
    waiting = [[]]
    accepts = [[]]
    steps.removeAll()
    states[[]] = Self.dead
    start = intern(roots)
  }

  private func make(_ state: State, _ symbol: UInt32, _ id: ClassID, glued: Bool) -> State {
    var next: [Int32] = []
    for entry in waiting[Int(state)] {
      if case .item(let predicate, let follower) = program.instructions[Int(entry >> 1)],
        entry & 1 == 0 || glued, classes.contains(predicate, in: id)
      {
        next.append(follower)
      }
    }
    let result = intern(next)
    steps.insert(state, symbol, result)
    return result
  }

  private func makeLine(_ state: State) -> State {
    var next: [Int32] = []
    for entry in waiting[Int(state)] {
      if case .line(let follower) = program.instructions[Int(entry >> 1)] { next.append(follower) }
    }
    let result = intern(next)
    steps.insert(state, Self.lineSymbol, result)
    return result
  }

  /// The state of all instructions reached from `heads` without an item.
  private func intern(_ heads: [Int32]) -> State {
    round += 1
    // Twice the instruction, plus one where the next item must be glued.
    var stack = heads.map { $0 << 1 }
    var items: [Int32] = []
    var matched: [Int32] = []
    while let entry = stack.popLast() {
      if mark[Int(entry)] == round { continue }
      mark[Int(entry)] = round
      let glue = entry & 1
      switch program.instructions[Int(entry >> 1)] {
      case .item, .line: items.append(entry)
      case .split(let first, let second):
        stack.append(second << 1 | glue)
        stack.append(first << 1 | glue)
      case .save(_, let next): stack.append(next << 1 | glue)
      case .glue(let next): stack.append(next << 1 | 1)
      case .match(let number): if !matched.contains(number) { matched.append(number) }
      }
    }
    items.sort()
    matched.sort()
    // Match instructions are told apart from waiting ones by their sign.
    let key = items + matched.map { -$0 - 1 }
    if let known = states[key] { return known }
    let state = State(waiting.count)
    states[key] = state
    waiting.append(items)
    accepts.append(matched)
    return state
  }
}
