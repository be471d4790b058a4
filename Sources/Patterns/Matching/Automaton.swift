import Lexicon

/// A program run as a deterministic automaton over letters, as it reads classes of items, made as far as texts ask for it.
///
/// A state is a set of instructions that stand where an item was taken. Steps are remembered in one hash table, those from the
/// start by letter, since most places of a text begin no match; when more states than the limit have been made, everything
/// is forgotten between two matches, so memory is bounded.
struct Automaton {
  /// A state: twice its number, plus one where some pattern has matched; 0 is the dead one.
  typealias State = Int32

  static let dead: State = 0
  private static let limit = 10_000
  /// The most instructions of all states, the most items waited for, and the most steps, some 2 to 4 MB each.
  private static let waitingLimit = 500_000
  private static let stepLimit = 250_000
  /// From how many items waited for on a start is indexed.
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

  private let roots: [Int32]
  /// Whether all patterns are matched at once, and not each by itself.
  private let isJoint: Bool
  /// One where some pattern asks whether a blank stands before an item, which no letter tells otherwise.
  private let glueBit: UInt32
  private var letters: LetterTable
  private var closures: Closures
  /// The states by the instructions that they stand at, in order.
  private var states = StateTable()
  private var facts: [Facts] = []
  private var patterns: [Int32] = []
  private var steps = StepTable()
  /// The states after each first letter, -1 where that has not been asked.
  private var firstSteps: [State] = []
  /// Whether so much is remembered that all should be forgotten.
  private var isFull = false
  /// What the start waits for, where that is much; made when first asked.
  private var startIndex: StartIndex?
  /// The instructions of the state that is being made.
  private var heads: InstructionSet
  /// The predicates of the item that it is made for.
  private var held: [UInt64] = []

  /// The state before anything has matched, where all patterns are matched at once.
  private(set) var start: State = dead
  /// The states before each pattern by itself, -1 where that has not been asked.
  private var starts: [State] = []

  /// Creates an automaton for some patterns of a program that ask no other predicates, and for glue only if `hasGlue`.
  init(_ program: Program, patterns: Range<Int>, predicates: some Sequence<Int>, hasGlue: Bool, isJoint: Bool) {
    roots = patterns.map { Int32(truncatingIfNeeded: program.starts[$0]) }
    self.isJoint = isJoint
    glueBit = hasGlue ? 1 : 0
    letters = LetterTable(predicates)
    let first = patterns.isEmpty ? 0 : program.instructions(of: patterns.lowerBound).lowerBound
    let end = patterns.isEmpty ? first : program.instructions(of: patterns.upperBound - 1).upperBound
    closures = Closures(program, instructions: first..<end)
    heads = InstructionSet(of: first..<end)
    reset()
  }

  /// Forgets all states if there are too many; to be called only between matches.
  @inline(__always)
  mutating func trim() {
    if isFull { reset() }
  }

  /// About how many bytes its states and steps take.
  var byteCount: Int {
    facts.count * 40 + (states.numbers.count + patterns.count + firstSteps.count) * 4 + steps.byteCount
      + closures.byteCount + letters.byteCount
  }

  /// The number of patterns that have matched in a state.
  @inline(__always)
  func acceptedCount(in state: State) -> Int { Int(facts[Int(state >> 1)].patternCount) }

  /// A pattern that has matched in a state.
  @inline(__always)
  func accepted(_ index: Int, in state: State) -> Int32 { patterns[Int(facts[Int(state >> 1)].firstPattern) + index] }

  /// Whether some pattern has matched in a state.
  @inline(__always)
  static func isAccepting(_ state: State) -> Bool { state & 1 == 1 }

  /// Whether a state waits for the bound of a line.
  @inline(__always)
  func awaitsLine(_ state: State) -> Bool { facts[Int(state >> 1)].awaitsLine }

  /// The state after an item.
  @inline(__always)
  mutating func step(_ state: State, _ symbol: ItemSymbol, _ classes: ClassSets) -> State {
    let letter = letter(symbol, classes)
    let known = steps.find(state, letter)
    if known >= 0 { return known }
    return make(state, letter, classes)
  }

  /// The state after the first item, where all patterns are matched at once.
  @inline(__always)
  mutating func firstStep(_ symbol: ItemSymbol, _ classes: ClassSets) -> State {
    let letter = letter(symbol, classes)
    if Int(letter) < firstSteps.count, firstSteps[Int(letter)] >= 0 { return firstSteps[Int(letter)] }
    return makeFirst(letter, classes)
  }

  /// The state before a pattern, counted from the first, by itself.
  @inline(__always)
  mutating func start(of pattern: Int) -> State {
    let known = starts[pattern]
    return known >= 0 ? known : makeStart(of: pattern)
  }

  /// What it reads where an item stands: twice the letter, plus one where it matters that no blank stands before.
  @inline(__always)
  private mutating func letter(_ symbol: ItemSymbol, _ classes: ClassSets) -> UInt32 {
    UInt32(bitPattern: letters.letter(of: symbol.id, classes)) << 1 | symbol.rawValue & glueBit
  }

  /// An item that is read as a letter.
  private func symbol(_ letter: UInt32) -> ItemSymbol {
    ItemSymbol(letters.classes[Int(letter >> 1)], glued: letter & 1 == 1)
  }

  /// The state after the bound of a line.
  @inline(__always)
  mutating func stepLine(_ state: State) -> State {
    guard facts[Int(state >> 1)].awaitsLine else { return Self.dead }
    let known = steps.find(state, Self.lineSymbol)
    return known >= 0 ? known : makeLine(state)
  }

  private mutating func reset() {
    states.removeAll()
    closures.reset()
    facts.removeAll(keepingCapacity: true)
    patterns.removeAll(keepingCapacity: true)
    firstSteps.removeAll(keepingCapacity: true)
    steps = StepTable()
    isFull = false
    _ = intern()
    if isJoint {
      for root in roots { heads.insert(root) }
      start = intern()
    } else {
      starts = Array(repeating: -1, count: roots.count)
    }
  }

  @inline(never)
  private mutating func makeStart(of pattern: Int) -> State {
    heads.insert(roots[pattern])
    starts[pattern] = intern()
    return starts[pattern]
  }

  @inline(never)
  private mutating func makeFirst(_ letter: UInt32, _ classes: ClassSets) -> State {
    addFirstFollowers(symbol(letter), classes)
    let state = heads.list.isEmpty ? Self.dead : intern()
    let missing = Int(letter) + 1 - firstSteps.count
    if missing > 0 { firstSteps += repeatElement(-1, count: missing) }
    firstSteps[Int(letter)] = state
    return state
  }

  @inline(never)
  private mutating func make(_ state: State, _ letter: UInt32, _ classes: ClassSets) -> State {
    if isJoint, state == start {
      addFirstFollowers(symbol(letter), classes)
    } else {
      addFollowers(of: state, symbol(letter), classes)
    }
    let result = intern()
    insert(state, letter, result)
    return result
  }

  private mutating func insert(_ state: State, _ letter: UInt32, _ result: State) {
    steps.insert(state, letter, result)
    if steps.count > Self.stepLimit { isFull = true }
  }

  /// Adds the instructions that follow where a state takes an item.
  @inline(never)
  private mutating func addFollowers(of state: State, _ symbol: ItemSymbol, _ classes: ClassSets) {
    if held.isEmpty { held = classes.empty }
    classes.read(symbol.id, into: &held)
    for place in states.range(of: state >> 1) {
      closures.addFollowers(of: states.numbers[place], held, isGlued: symbol.isGlued, to: &heads)
    }
  }

  private mutating func addFirstFollowers(_ symbol: ItemSymbol, _ classes: ClassSets) {
    if startIndex == nil {
      let waiting = states.range(of: start >> 1).reduce(0) { $0 + closures[states.numbers[$1]].items.count }
      if waiting < Self.indexed { return addFollowers(of: start, symbol, classes) }
      let items = states.range(of: start >> 1).flatMap { closures.items(of: states.numbers[$0]) }
      startIndex = StartIndex(items, predicates: classes.capacity)
    }
    guard let startIndex else { return }
    for next in startIndex.followers(of: symbol, classes) { heads.insert(next) }
  }

  @inline(never)
  private mutating func makeLine(_ state: State) -> State {
    for place in states.range(of: state >> 1) {
      for number in closures[states.numbers[place]].lines { heads.insert(closures.afterLine[Int(number)]) }
    }
    let result = intern()
    insert(state, Self.lineSymbol, result)
    return result
  }

  /// The state of the instructions added since the last one.
  private mutating func intern() -> State {
    heads.sort()
    let (number, isNew) = states.insert(heads.list)
    if isNew {
      var awaitsLine = false
      let firstPattern = patterns.count
      for head in heads.list {
        let reach = closures.find(head)
        awaitsLine = awaitsLine || !reach.lines.isEmpty
        for number in reach.patterns {
          let pattern = closures.matched[Int(number)]
          if !patterns[firstPattern...].contains(pattern) { patterns.append(pattern) }
        }
      }
      patterns[firstPattern...].sort()
      facts.append(
        Facts(
          firstPattern: Int32(truncatingIfNeeded: firstPattern),
          patternCount: Int32(truncatingIfNeeded: patterns.count - firstPattern), awaitsLine: awaitsLine))
      isFull =
        isFull || facts.count > Self.limit || closures.waitCount > Self.waitingLimit
        || states.numbers.count > Self.waitingLimit
    }
    heads.removeAll()
    return number << 1 | (facts[Int(number)].patternCount > 0 ? 1 : 0)
  }
}
