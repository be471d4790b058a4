import Lexicon

/// A named part of a match.
public struct Capture: Sendable, Hashable {
  /// The name in the rule.
  public var name: String
  /// The tokens it covers.
  public var range: Range<Int>
  /// The mention that fills it, where one arc does.
  public var mention: Int?
}

/// The parts of one match, in text order.
public struct Captures: Sendable {
  /// The tokens of the mention: those between brackets, or all.
  public internal(set) var mention: Range<Int>
  /// The named parts; a name can come several times.
  public internal(set) var parts: [Capture] = []
  /// The mentions taken as items, with their tokens.
  public internal(set) var mentions: [(number: Int, range: Range<Int>)] = []

  /// The first part of a name.
  public subscript(name: String) -> Capture? { parts.first { $0.name == name } }
}

/// Finds the parts of a match whose ends are known.
///
/// A depth-first walk in the order of preference that goes on once from a pair of instruction and position where ways part, so
/// its cost is at most some times their product; mostly it is a step for each item.
struct CaptureFinder: ~Copyable {
  private let program: Program
  private var ways: WayTable
  /// The pairs of instruction and position that the walk has come by where ways part.
  private var visits = VisitSet()
  private var path = Stack<Event>()
  /// The ways over arcs that are still to be tried.
  private var choices = Stack<Choice>()

  /// What a walk is about: the instructions of a pattern and the places of the match.
  private struct Question {
    let pattern: Range<Int>
    let range: Range<Int>
  }

  enum Event: BitwiseCopyable {
    case save(slot: Int32, position: Int)
    case mention(Int32, start: Int, end: Int)
  }

  /// A way over an arc, or over the token itself where that is -1.
  struct Choice: BitwiseCopyable {
    var rank: Int32
    var way: Int32
    var arc: Int32
  }

  private let facts: [RuleSet.Facts]
  /// Where each slot of the pattern at hand began, -1 where it did not.
  private var open: [Int] = []
  /// The names of the slots of the patterns that parts were asked of.
  private var slotNames: [[String]?]

  init(_ rules: RuleSet) {
    program = rules.program
    ways = WayTable(rules.program)
    facts = rules.facts
    slotNames = Array(repeating: nil, count: rules.count)
  }

  /// About how many bytes the ways that are known take.
  var byteCount: Int { ways.byteCount }

  /// Forgets the ways that are known.
  mutating func forget() { ways = WayTable(program) }

  /// Whether pattern `number` matches over `range`; the way it took is kept until the next question.
  mutating func matches(
    pattern number: Int, over range: Range<Int>, in lattice: Lattice, classes: ClassSets
  ) -> Bool {
    path.removeAll()
    let instructions = program.instructions(of: number)
    visits.removeAll()
    let question = Question(pattern: instructions, range: range)
    let start = Int32(truncatingIfNeeded: program.starts[number])
    return lattice.withView { walk(start, range.lowerBound, question, $0, classes) }
  }

  /// The tokens of the mention of a pattern that has just matched over `range`.
  func mention(of number: Int, over range: Range<Int>) -> Range<Int> {
    let slot = facts[number].mentionSlot
    guard slot >= 0 else { return range }
    var start = range.lowerBound
    var mention = range
    for place in 0..<path.count {
      guard case .save(let found, let position) = path[place] else { continue }
      if found == slot { start = position }
      if found == slot + 1 { mention = start..<position }
    }
    return mention
  }

  /// Whether the pattern goes on from an instruction at a place to its end; what did not lead there is left on the path.
  ///
  /// Only where ways part it is noted that one has been there: between two such places all is a single way.
  private mutating func walk(
    _ start: Int32, _ first: Int, _ question: Question, _ lattice: Lattice.View, _ classes: ClassSets
  ) -> Bool {
    var (instruction, position) = (start, first)
    while position < question.range.upperBound {
      let place = lattice[position]
      if place.outgoing >= 0 { return walkArcs(instruction, position, question, lattice, classes) }
      if place.isCovered { return false }
      let found = ways.find(
        from: instruction, of: question.pattern, over: place.symbol.id, isGlued: place.symbol.isGlued,
        isAtBound: position == lattice.line.lowerBound, classes)
      if found.isEmpty { return false }
      if found.count > 1 {
        if isVisited(instruction, position, question) { return false }
        let length = path.count
        for way in found.dropLast() {
          if walk(take(way, at: position), position + 1, question, lattice, classes) { return true }
          path.shorten(to: length)
        }
      }
      instruction = take(found.upperBound - 1, at: position)
      position += 1
    }
    // The end of a line is a place, too, and not glued.
    let found = ways.find(
      from: instruction, of: question.pattern, over: nil, isGlued: lattice[position].symbol.isGlued,
      isAtBound: position == lattice.line.lowerBound || position == lattice.line.upperBound, classes)
    guard let way = found.first else { return false }
    _ = take(way, at: position)
    return true
  }

  /// Whether the pattern goes on over some arc or token that begins at a place; of two over one item's instruction the arcs come
  /// first.
  private mutating func walkArcs(
    _ instruction: Int32, _ position: Int, _ question: Question, _ lattice: Lattice.View, _ classes: ClassSets
  ) -> Bool {
    if isVisited(instruction, position, question) { return false }
    let (length, known) = (path.count, choices.count)
    let place = lattice[position]
    let isAtBound = position == lattice.line.lowerBound
    var arc = place.outgoing
    while arc >= 0 {
      let found = lattice.arcs[Int(arc)]
      if found.end <= question.range.upperBound {
        let list = ways.find(
          from: instruction, of: question.pattern, over: found.id, isGlued: place.symbol.isGlued, isAtBound: isAtBound,
          classes)
        add(list, over: arc, after: known)
      }
      arc = found.nextOutgoing
    }
    if !place.isCovered {
      let list = ways.find(
        from: instruction, of: question.pattern, over: place.symbol.id, isGlued: place.symbol.isGlued,
        isAtBound: isAtBound, classes)
      add(list, over: -1, after: known)
    }
    var isFound = false
    var number = known
    while !isFound, number < choices.count {
      let choice = choices[number]
      number += 1
      path.shorten(to: length)
      let next = take(Int(choice.way), at: position)
      var end = position + 1
      if choice.arc >= 0 {
        end = Int(lattice.arcs[Int(choice.arc)].end)
        if case .mention(let mention) = lattice.arcs[Int(choice.arc)].content {
          path.push(.mention(mention, start: position, end: end))
        }
      }
      isFound = walk(next, end, question, lattice, classes)
    }
    choices.shorten(to: known)
    return isFound
  }

  /// Adds ways over an item to the choices from a place on, which stand in the order of their ranks.
  @inline(__always)
  private mutating func add(_ list: Range<Int>, over arc: Int32, after known: Int) {
    for way in list {
      let choice = Choice(rank: ways[way].rank, way: Int32(truncatingIfNeeded: way), arc: arc)
      choices.push(choice)
      var place = choices.count - 1
      while place > known, choices[place - 1].rank > choice.rank {
        choices[place] = choices[place - 1]
        place -= 1
      }
      choices[place] = choice
    }
  }

  /// Notes the slots of a way on the path; the instruction behind it.
  @inline(__always)
  private mutating func take(_ number: Int, at position: Int) -> Int32 {
    let way = ways[number]
    if way.slots > 0 {
      for slot in ways.slots(of: way.slots) { path.push(.save(slot: slot, position: position)) }
    }
    return way.next
  }

  /// Whether a way has come by an instruction at a place before in this walk; notes that one has now.
  @inline(__always)
  private mutating func isVisited(_ instruction: Int32, _ position: Int, _ question: Question) -> Bool {
    let place = (Int(instruction) &- question.pattern.lowerBound) &* (question.range.count &+ 1) &+ position
    return !visits.insert(place &- question.range.lowerBound)
  }

  /// The parts of a pattern that has just matched over `range`.
  mutating func captures(of number: Int, over range: Range<Int>) -> Captures {
    let names = slotNames[number] ?? program.slotNames(of: number)
    slotNames[number] = names
    var out = Captures(mention: range)
    for index in open.indices { open[index] = -1 }
    if open.count < names.count { open += repeatElement(-1, count: names.count - open.count) }
    out.parts.reserveCapacity(names.count)
    var lastMention: (number: Int, range: Range<Int>)?
    for place in 0..<path.count {
      switch path[place] {
      case .mention(let number, let start, let end):
        lastMention = (Int(number), start..<end)
        out.mentions.append((Int(number), start..<end))
      case .save(let slot, let position) where slot % 2 == 0: open[Int(slot / 2)] = position
      case .save(let slot, let position):
        let start = open[Int(slot / 2)]
        if start < 0 { continue }
        let name = names[Int(slot / 2)]
        if name == Program.mentionSlot {
          out.mention = start..<position
        } else if start < position {
          let filled = lastMention?.range == start..<position ? lastMention?.number : nil
          out.parts.append(Capture(name: name, range: start..<position, mention: filled))
        }
      }
    }
    if out.parts.count > 1 { out.parts.sort { $0.range.lowerBound < $1.range.lowerBound } }
    return out
  }
}
