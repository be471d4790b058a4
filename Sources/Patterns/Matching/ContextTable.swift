import Lexicon

/// The contexts that the conditions of rules ask for.
///
/// Most contexts ask for one item or for one that cannot stand there. So for each side of a place there is a set of those that
/// the items beside it can begin, the same for all places with such items; only for what is in the set, and does not consist
/// of the one item alone, an automaton is asked, one for all contexts.
struct ContextTable: ~Copyable {
  /// An answer that the automaton gave.
  private struct Answer {
    /// The context, and the place: twice its number, plus one where the test looked leftwards.
    var context: Int32 = -1
    var place: Int32 = -1
    /// The end of what was looked at.
    var bound: Int32 = 0
    /// Twice the number of the run, plus one where the context matched.
    var verdict: UInt32 = 0
  }

  private static let answerCount = 1 << 11

  private let flags: ImageNumbers
  private let contextsByFirst: ImageLists
  private let contextsByRequired: ImageLists
  /// The predicates that have contexts in the one list and in the other; made when first asked.
  private var firsts: [UInt64] = []
  private var requireds: [UInt64] = []
  private var automaton: Automaton
  private var scanner = Scanner()
  private var sets: SetTable
  /// The set of contexts that an item of each class can begin, and that of those whose requirement it meets.
  private var beginnings: [Int32] = []
  private var requirements: [Int32] = []
  /// The contexts that match where nothing stands, those with the ones that can begin with the bound of a line, and the
  /// contexts that require something.
  private let empty: Int32
  private let bound: Int32
  private let required: Int32
  /// The contexts whose requirement an item of the line meets and those without one, and how many arcs have been looked at.
  private var possible: [UInt64] = []
  private var knownArcs = -1
  /// The last line in which each set of met requirements was noted.
  private var notes: [UInt32] = []
  private var lineNumber: UInt32 = 0
  /// The set of contexts that can begin on each side of each place, right before left; -1 where nobody asked in this run.
  private var sides: [Int32] = []
  /// The answers of this run by a hash of what was asked, since many matches begin or end at one place.
  private var answers = Array(repeating: Answer(), count: Self.answerCount)
  /// The number of the run over a line, so that answers of another are not taken.
  private var round: UInt32 = 0

  /// The contexts of some rules.
  init(_ rules: RuleSet) {
    let count = rules.contextProgram.count
    let flags = rules.contextFlags
    self.flags = flags
    contextsByFirst = rules.contextsByFirst
    contextsByRequired = rules.contextsByRequired
    automaton = Automaton(
      rules.contextProgram, patterns: 0..<count, predicates: rules.alphabets[Phase.names.count],
      hasGlue: rules.glue[Phase.names.count] == 1, isJoint: false)
    var sets = SetTable(below: count)
    func contexts(with wanted: ContextFlags) -> Int32 {
      var set = Array(repeating: UInt64(0), count: sets.width)
      for context in 0..<count where !ContextFlags(rawValue: flags[context]).isDisjoint(with: wanted) {
        set[context >> 6] |= 1 << UInt64(context & 63)
      }
      return sets.insert(set)
    }
    empty = contexts(with: .empty)
    bound = contexts(with: [.empty, .lineBound])
    required = contexts(with: .required)
    self.sets = sets
  }

  /// About how many bytes it takes.
  var byteCount: Int {
    automaton.byteCount + sets.byteCount + (beginnings.count + requirements.count + notes.count) * 4
  }

  /// Begins another line.
  mutating func beginLine() { knownArcs = -1 }

  /// Begins another run, in which the items of the line stay as they are; since the last one arcs may have been added.
  mutating func begin(_ lattice: Lattice, _ classes: ClassSets) {
    if round == .max >> 1 {
      answers = Array(repeating: Answer(), count: answers.count)
      round = 0
    }
    round += 1
    if beginnings.count < classes.count { add(classes) }
    if knownArcs < 0 {
      lineNumber &+= 1
      possible.removeAll(keepingCapacity: true)
      for word in 0..<sets.width { possible.append(~sets.word(word, of: required)) }
      // The last place is the end of the line and holds no item.
      for place in 0..<(lattice.places.count - 1) { note(lattice.places[place].symbol.id) }
      knownArcs = 0
    }
    while knownArcs < lattice.arcs.count {
      note(lattice.arcs[knownArcs].id)
      knownArcs += 1
    }
    let missing = 2 * lattice.places.count - sides.count
    if missing > 0 { sides += repeatElement(-1, count: missing) }
    sides.withUnsafeMutableBufferPointer { $0.prefix(2 * lattice.places.count).update(repeating: -1) }
  }

  /// Notes that the line has an item of a class.
  @inline(__always)
  private mutating func note(_ id: ClassID) {
    let set = requirements[Int(id.rawValue)]
    if set == 0 || notes[Int(set)] == lineNumber { return }
    notes[Int(set)] = lineNumber
    sets.add(set, to: &possible)
  }

  /// Those of some contexts that can begin on their side of a mention.
  @inline(__always)
  mutating func candidates(_ mask: ConditionTable.Mask, of mention: Range<Int>, _ lattice: Lattice) -> UInt64 {
    let isBefore = mask.side == .before
    let place = mask.side == .after ? mention.upperBound : mention.lowerBound
    let index = (place &- lattice.line.lowerBound) << 1 | (isBefore ? 1 : 0)
    let known = sides[index]
    let set = known >= 0 ? known : judge(index, at: place, leftwards: isBefore, lattice)
    let word = Int(mask.word)
    return sets.word(word, of: set) & possible[word] & mask.bits
  }

  /// Whether some of the contexts matches on its side of a mention.
  @inline(__always)
  mutating func holds(
    _ mask: ConditionTable.Mask, of mention: Range<Int>, _ lattice: Lattice, _ classes: ClassSets
  ) -> Bool {
    var candidates = candidates(mask, of: mention, lattice)
    while candidates != 0 {
      let context = Int(mask.word) << 6 | candidates.trailingZeroBitCount
      let holds =
        switch mask.side {
        case .inside: find(context, within: mention, lattice, classes)
        case .before: find(context, at: mention.lowerBound, leftwards: true, lattice, classes)
        case .after: find(context, at: mention.upperBound, leftwards: false, lattice, classes)
        }
      if holds { return true }
      candidates &= candidates - 1
    }
    return false
  }

  /// The contexts that the items on a side of a place can begin, which is noted.
  @inline(never)
  private mutating func judge(_ index: Int, at place: Int, leftwards: Bool, _ lattice: Lattice) -> Int32 {
    let isAtBound = place == lattice.line.lowerBound || place == lattice.line.upperBound
    var set = isAtBound ? bound : empty
    lattice.forEachItem(at: place, leftwards: leftwards) { set = sets.union(set, beginnings[Int($0.rawValue)]) }
    sides[index] = set
    return set
  }

  /// Whether a context that can begin on a side of a place matches there.
  @inline(__always)
  private mutating func find(
    _ context: Int, at place: Int, leftwards: Bool, _ lattice: Lattice, _ classes: ClassSets
  ) -> Bool {
    let flags = ContextFlags(rawValue: flags[context])
    let isAtBound = place == lattice.line.lowerBound || place == lattice.line.upperBound
    if flags.contains(.empty) || flags.contains(.single) && !(isAtBound && flags.contains(.lineBound)) { return true }
    return ask(context, at: place, leftwards: leftwards, bound: .max, lattice, classes)
  }

  /// Whether a context that can begin where a mention does matches inside it.
  @inline(__always)
  private mutating func find(_ context: Int, within mention: Range<Int>, _ lattice: Lattice, _ classes: ClassSets)
    -> Bool
  {
    let flags = ContextFlags(rawValue: flags[context])
    if flags.contains(.empty) { return true }
    let isAtBound = mention.lowerBound == lattice.line.lowerBound || mention.lowerBound == lattice.line.upperBound
    if flags.contains(.single), !(isAtBound && flags.contains(.lineBound)) {
      let (word, bit) = (context >> 6, UInt64(1) << UInt64(context & 63))
      return lattice.containsItem(at: mention.lowerBound, bound: mention.upperBound) {
        sets.word(word, of: beginnings[Int($0.rawValue)]) & bit != 0
      }
    }
    return ask(context, at: mention.lowerBound, leftwards: false, bound: mention.upperBound, lattice, classes)
  }

  /// Asks the automaton, once in a run.
  @inline(never)
  private mutating func ask(
    _ context: Int, at place: Int, leftwards: Bool, bound: Int, _ lattice: Lattice, _ classes: ClassSets
  ) -> Bool {
    let key = Int32(truncatingIfNeeded: place << 1 | (leftwards ? 1 : 0))
    let end = Int32(clamping: bound)
    let index = (context &* 31 &+ Int(key) &+ Int(end) &* 37) & (Self.answerCount - 1)
    let known = answers[index]
    if known.verdict >> 1 == round, known.context == Int32(truncatingIfNeeded: context), known.place == key,
      known.bound == end
    {
      return known.verdict & 1 == 1
    }
    automaton.trim()
    let holds = scanner.matches(
      lattice, &automaton, classes, from: automaton.start(of: context), at: place, leftwards: leftwards, bound: bound)
    answers[index] = Answer(
      context: Int32(truncatingIfNeeded: context), place: key, bound: end, verdict: round << 1 | (holds ? 1 : 0))
    return holds
  }

  @inline(never)
  private mutating func add(_ classes: ClassSets) {
    if firsts.isEmpty {
      firsts = Self.predicates(in: contextsByFirst, classes)
      requireds = Self.predicates(in: contextsByRequired, classes)
    }
    for number in beginnings.count..<classes.count {
      let id = ClassID(rawValue: Int32(truncatingIfNeeded: number))
      beginnings.append(set(of: id, contextsByFirst, firsts, classes))
      requirements.append(set(of: id, contextsByRequired, requireds, classes))
    }
    if notes.count < sets.count { notes += repeatElement(0, count: sets.count - notes.count) }
  }

  /// The predicates that have a list that is not empty, a bit each.
  private static func predicates(in lists: ImageLists, _ classes: ClassSets) -> [UInt64] {
    var set = classes.empty
    for predicate in 0..<lists.count where !lists[predicate].isEmpty {
      set[predicate >> 6] |= 1 << UInt64(predicate & 63)
    }
    return set
  }

  /// The set of the contexts that lists give for the predicates of a class.
  private mutating func set(of id: ClassID, _ lists: ImageLists, _ asked: [UInt64], _ classes: ClassSets) -> Int32 {
    var set = Array(repeating: UInt64(0), count: sets.width)
    classes.forEach(in: id, among: asked) { predicate in
      for context in lists[predicate] { set[context >> 6] |= 1 << UInt64(context & 63) }
    }
    return sets.insert(set)
  }
}
