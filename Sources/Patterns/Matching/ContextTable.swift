import Lexicon

/// Answers whether the contexts of rules match beside a place.
///
/// Most contexts are one item or begin with an item that is not there, or need one that the line has not: bits of the items'
/// classes say so, and only for the others an automaton, one for all contexts, is asked.
struct ContextTable {
  /// An answer that was given.
  private struct Answer {
    /// The context, and the place: twice its number, plus one where the test looked leftwards.
    var context: Int32 = -1
    var place: Int32 = -1
    /// Twice the number of the run, plus one where the context matched.
    var verdict: UInt32 = 0
  }

  private static let answerCount = 1 << 11

  private let flags: ImageNumbers
  private let contextsByFirst: ImageLists
  private let contextsByRequired: ImageLists
  private var automaton: Automaton
  private var scanner = Scanner()
  /// The words of 64 contexts that a class takes in `beginnings` and `requirements`.
  private let width: Int
  /// A bit for each context that an item of a class can begin.
  private var beginnings: [UInt64] = []
  /// A bit for each context of whose requirement a class is.
  private var requirements: [UInt64] = []
  /// A bit for each context whose requirement an item of the line meets, and how many arcs have been looked at.
  private var present: [UInt64]
  private var knownArcs = -1
  private var knownClasses = 0
  /// The answers of this run by a hash of what was asked, since many matches begin or end at one place.
  private var answers = Array(repeating: Answer(), count: Self.answerCount)
  /// The number of the run over a line, so that answers of another are not taken.
  private var round: UInt32 = 0

  /// The contexts of some rules.
  init(_ rules: RuleSet) {
    let count = rules.contextProgram.count
    flags = rules.contextFlags
    contextsByFirst = rules.contextsByFirst
    contextsByRequired = rules.contextsByRequired
    automaton = Automaton(
      rules.contextProgram, patterns: 0..<count, predicates: rules.alphabets[Phase.names.count],
      hasGlue: rules.glue[Phase.names.count] == 1, isJoint: false)
    width = (count + 63) / 64
    present = Array(repeating: 0, count: width)
  }

  /// About how many bytes it takes.
  var byteCount: Int { automaton.byteCount + (beginnings.count + requirements.count) * 8 }

  /// Begins another line.
  mutating func beginLine() { knownArcs = -1 }

  /// Begins another run, in which the items of the line stay as they are; since the last one arcs may have been added.
  mutating func begin(_ lattice: Lattice, _ classes: ClassSets) {
    if round == .max >> 1 {
      answers = Array(repeating: Answer(), count: answers.count)
      round = 0
    }
    round += 1
    if knownClasses < classes.count { add(classes) }
    if knownArcs < 0 {
      for word in 0..<width { present[word] = 0 }
      // The last place is the end of the line and holds no item.
      for place in lattice.places.dropLast() { note(place.symbol.id) }
      knownArcs = 0
    }
    while knownArcs < lattice.arcs.count {
      note(lattice.arcs[knownArcs].id)
      knownArcs += 1
    }
  }

  /// Notes that the line has an item of a class.
  @inline(__always)
  private mutating func note(_ id: ClassID) {
    let first = Int(id.rawValue) &* width
    for word in 0..<width { present[word] |= requirements[first &+ word] }
  }

  /// Whether a context matches at a place, to the right or to the left.
  @inline(__always)
  mutating func holds(
    _ context: Int, at place: Int, leftwards: Bool, _ lattice: Lattice, _ classes: ClassSets
  ) -> Bool {
    let key = Int32(truncatingIfNeeded: place << 1 | (leftwards ? 1 : 0))
    let index = (context &* 31 &+ Int(key)) & (Self.answerCount - 1)
    let known = answers[index]
    if known.verdict >> 1 == round, known.context == Int32(truncatingIfNeeded: context), known.place == key {
      return known.verdict & 1 == 1
    }
    let holds = matches(context, at: place, leftwards: leftwards, bound: .max, lattice, classes)
    answers[index] = Answer(
      context: Int32(truncatingIfNeeded: context), place: key, verdict: round << 1 | (holds ? 1 : 0))
    return holds
  }

  /// Whether a context matches at a place, to the right up to a bound or to the left.
  mutating func matches(
    _ context: Int, at place: Int, leftwards: Bool, bound: Int, _ lattice: Lattice, _ classes: ClassSets
  ) -> Bool {
    let flags = ContextFlags(rawValue: flags[context])
    if flags.contains(.empty) { return true }
    let word = context >> 6
    let bit: UInt64 = 1 << UInt64(context & 63)
    if flags.contains(.required), present[word] & bit == 0 { return false }
    let isAtBound = place == lattice.line.lowerBound || place == lattice.line.upperBound
    if !isAtBound || !flags.contains(.lineBound) {
      let isBegun = lattice.containsItem(at: place, leftwards: leftwards, bound: bound) { id in
        beginnings[Int(id.rawValue) &* width &+ word] & bit != 0
      }
      if !isBegun || flags.contains(.single) { return isBegun }
    }
    automaton.trim()
    let start = automaton.start(of: context)
    return scanner.matches(lattice, &automaton, classes, from: start, at: place, leftwards: leftwards, bound: bound)
  }

  @inline(never)
  private mutating func add(_ classes: ClassSets) {
    beginnings += repeatElement(0, count: width * (classes.count - knownClasses))
    requirements += repeatElement(0, count: width * (classes.count - knownClasses))
    for number in knownClasses..<classes.count {
      classes.forEach(in: ClassID(rawValue: Int32(truncatingIfNeeded: number))) { predicate in
        guard predicate < contextsByFirst.count else { return }
        for context in contextsByFirst[predicate] {
          beginnings[number * width + context >> 6] |= 1 << UInt64(context & 63)
        }
        for context in contextsByRequired[predicate] {
          requirements[number * width + context >> 6] |= 1 << UInt64(context & 63)
        }
      }
    }
    knownClasses = classes.count
  }
}
