import Lexicon

/// A program run as a deterministic automaton over item classes, made as far as texts ask for it.
///
/// A state is a set of instructions that wait for an item. Steps are remembered in one hash table, and a bit for each item that
/// begins no match, since most places of a text begin none; when more states than the limit have been made, everything is
/// forgotten between two matches, so memory is bounded.
struct Automaton {
  /// A state; 0 is the dead one.
  typealias State = Int32

  static let dead: State = 0
  private static let limit = 20_000
  /// The most waiting instructions of all states, and the most steps, some 16 MB each.
  private static let waitingLimit = 2_000_000
  private static let stepLimit = 1_000_000
  /// From how many waiting instructions on a start is indexed.
  private static let indexed = 64
  /// The symbol of the virtual item at the bounds of a line; memory does not hold as many classes of items.
  private static let lineSymbol = StepTable.largestSymbol

  /// What is known of a state without a look at its instructions.
  private struct Facts {
    /// Where its patterns begin in `patterns`.
    var firstPattern: Int32
    var patternCount: Int32
    /// Whether it waits for the bound of a line.
    var awaitsLine: Bool
  }

  private let program: Program
  private let roots: [Int32]
  /// The first instruction of the patterns, which stand together.
  private let firstInstruction: Int
  private var states: [[Int32]: State] = [:]
  /// The key of each state, in one piece of memory with that in `states`.
  private var waiting: [[Int32]] = []
  private var waitingCount = 0
  private var facts: [Facts] = []
  private var patterns: [Int32] = []
  private var steps = StepTable()
  /// A bit for each symbol that is known to lead nowhere from the start: there is an automaton for each context of a rule, and
  /// symbols are many.
  private var hopeless: [UInt64] = []
  /// What the start waits for, where that is much; made when first asked.
  private var startIndex: StartIndex?
  /// A bit for each entry that `intern` has seen, and the entries themselves.
  private var seen: [UInt64]
  private var seenEntries: [Int32] = []

  /// The state before anything has matched.
  private(set) var start: State = 1

  /// Creates an automaton for some patterns of a program.
  init(_ program: Program, patterns: Range<Int>) {
    self.program = program
    roots = patterns.map { Int32(truncatingIfNeeded: program.starts[$0]) }
    let first = patterns.isEmpty ? 0 : program.instructions(of: patterns.lowerBound).lowerBound
    let end = patterns.isEmpty ? first : program.instructions(of: patterns.upperBound - 1).upperBound
    firstInstruction = first
    seen = Array(repeating: 0, count: ((end - first) * 2 + 63) / 64)
    reset()
  }

  /// Forgets all states if there are too many; to be called only between matches.
  @inline(__always)
  mutating func trim() {
    if facts.count > Self.limit || waitingCount > Self.waitingLimit || steps.count > Self.stepLimit { reset() }
  }

  /// The number of patterns that have matched in a state.
  @inline(__always)
  func acceptedCount(in state: State) -> Int { Int(facts[Int(state)].patternCount) }

  /// A pattern that has matched in a state.
  @inline(__always)
  func accepted(_ index: Int, in state: State) -> Int32 { patterns[Int(facts[Int(state)].firstPattern) + index] }

  /// Whether some pattern has matched in a state.
  @inline(__always)
  func isAccepting(_ state: State) -> Bool { facts[Int(state)].patternCount > 0 }

  /// Whether a state waits for the bound of a line.
  @inline(__always)
  func awaitsLine(_ state: State) -> Bool { facts[Int(state)].awaitsLine }

  /// The state after an item.
  @inline(__always)
  mutating func step(_ state: State, _ symbol: ItemSymbol, _ classes: ClassSets) -> State {
    let known = steps.find(state, symbol.rawValue)
    if known >= 0 { return known }
    return make(state, symbol, classes)
  }

  /// The state after the first item.
  @inline(__always)
  mutating func firstStep(_ symbol: ItemSymbol, _ classes: ClassSets) -> State {
    let index = Int(symbol.rawValue)
    if index >> 6 < hopeless.count, hopeless[index >> 6] >> UInt64(index & 63) & 1 == 1 { return Self.dead }
    return makeFirst(symbol, classes)
  }

  /// The state after the bound of a line.
  @inline(__always)
  mutating func stepLine(_ state: State) -> State {
    guard facts[Int(state)].awaitsLine else { return Self.dead }
    let known = steps.find(state, Self.lineSymbol)
    return known >= 0 ? known : makeLine(state)
  }

  private mutating func reset() {
    states.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    waitingCount = 0
    facts.removeAll(keepingCapacity: true)
    patterns.removeAll(keepingCapacity: true)
    hopeless.removeAll(keepingCapacity: true)
    steps = StepTable()
    _ = intern([])
    start = intern(roots)
  }

  private mutating func makeFirst(_ symbol: ItemSymbol, _ classes: ClassSets) -> State {
    let known = steps.find(start, symbol.rawValue)
    if known >= 0 { return known }
    let heads = firstFollowers(symbol, classes)
    if heads.isEmpty {
      let index = Int(symbol.rawValue)
      if index >> 6 >= hopeless.count {
        hopeless += repeatElement(0, count: index >> 6 + 1 + index >> 7 - hopeless.count)
      }
      hopeless[index >> 6] |= 1 << UInt64(index & 63)
      return Self.dead
    }
    let state = intern(heads)
    steps.insert(start, symbol.rawValue, state)
    return state
  }

  @inline(never)
  private mutating func make(_ state: State, _ symbol: ItemSymbol, _ classes: ClassSets) -> State {
    let result = intern(state == start ? firstFollowers(symbol, classes) : followers(of: state, symbol, classes))
    steps.insert(state, symbol.rawValue, result)
    return result
  }

  /// The instructions that follow where a state takes an item.
  @inline(never)
  private func followers(of state: State, _ symbol: ItemSymbol, _ classes: ClassSets) -> [Int32] {
    var next: [Int32] = []
    for entry in waiting[Int(state)] where entry >= 0 {
      if case .item(let predicate, let follower) = program.instructions[Int(entry >> 1)],
        entry & 1 == 0 || symbol.isGlued, classes.contains(predicate, in: symbol.id)
      {
        next.append(follower)
      }
    }
    return next
  }

  private mutating func firstFollowers(_ symbol: ItemSymbol, _ classes: ClassSets) -> [Int32] {
    let waiting = waiting[Int(start)]
    if waiting.count < Self.indexed { return followers(of: start, symbol, classes) }
    if let startIndex { return startIndex.followers(of: symbol, classes) }
    let items = waiting.compactMap { entry -> (predicate: Int32, next: Int32, isGlued: Bool)? in
      guard entry >= 0, case .item(let predicate, let next) = program.instructions[Int(entry >> 1)] else { return nil }
      return (predicate, next, entry & 1 == 1)
    }
    let index = StartIndex(items, predicates: classes.capacity)
    startIndex = index
    return index.followers(of: symbol, classes)
  }

  @inline(never)
  private mutating func makeLine(_ state: State) -> State {
    var next: [Int32] = []
    for entry in waiting[Int(state)] where entry >= 0 {
      if case .line(let follower) = program.instructions[Int(entry >> 1)] { next.append(follower) }
    }
    let result = intern(next)
    steps.insert(state, Self.lineSymbol, result)
    return result
  }

  /// The state of all instructions reached from `heads` without an item.
  private mutating func intern(_ heads: [Int32]) -> State {
    // Twice the instruction, plus one where the next item must be glued.
    var stack = heads.map { $0 << 1 }
    var items: [Int32] = []
    var matched: [Int32] = []
    var awaitsLine = false
    while let entry = stack.popLast() {
      let place = Int(entry) - 2 * firstInstruction
      if seen[place >> 6] >> UInt64(place & 63) & 1 == 1 { continue }
      seen[place >> 6] |= 1 << UInt64(place & 63)
      seenEntries.append(Int32(truncatingIfNeeded: place))
      let glue = entry & 1
      switch program.instructions[Int(entry >> 1)] {
      case .item: items.append(entry)
      case .line:
        items.append(entry)
        awaitsLine = true
      case .split(let first, let second):
        stack.append(second << 1 | glue)
        stack.append(first << 1 | glue)
      case .save(_, let next): stack.append(next << 1 | glue)
      case .glue(let next): stack.append(next << 1 | 1)
      case .match(let number): if !matched.contains(number) { matched.append(number) }
      }
    }
    for place in seenEntries { seen[Int(place) >> 6] = 0 }
    seenEntries.removeAll(keepingCapacity: true)
    items.sort()
    matched.sort()
    // Match instructions are told apart from waiting ones by their sign.
    let key = items + matched.map { -$0 - 1 }
    if let known = states[key] { return known }
    let state = State(facts.count)
    states[key] = state
    waiting.append(key)
    waitingCount += key.count
    facts.append(
      Facts(firstPattern: Int32(patterns.count), patternCount: Int32(matched.count), awaitsLine: awaitsLine))
    patterns += matched
    return state
  }
}
