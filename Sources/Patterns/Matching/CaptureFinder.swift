import Lexicon

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
  /// The slots of the patterns that parts were asked of.
  private var slots: [[Slot]?]

  /// What is noted between two places of a pattern.
  private enum Slot {
    /// The mention, between brackets.
    case mention
    case part(PartName, number: UInt8)
  }

  init(_ rules: RuleSet) {
    program = rules.program
    ways = WayTable(rules.program)
    facts = rules.facts
    slots = Array(repeating: nil, count: rules.count)
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

  /// Reads the parts of a pattern that has just matched over `range`; what `out` holds gives way.
  mutating func read(_ number: Int, over range: Range<Int>, into out: inout Captures) {
    let slots = slots(of: number)
    out.reset(mention: range)
    for index in open.indices { open[index] = -1 }
    if open.count < slots.count { open += repeatElement(-1, count: slots.count - open.count) }
    for place in 0..<path.count {
      switch path[place] {
      case .mention(let number, let start, let end): out.mentions.append((Int(number), start..<end))
      case .save(let slot, let position) where slot % 2 == 0: open[Int(slot / 2)] = position
      case .save(let slot, let position):
        let start = open[Int(slot / 2)]
        if start < 0 { continue }
        switch slots[Int(slot / 2)] {
        case .mention: out.mention = start..<position
        case .part(let name, let number) where start < position:
          let filled = out.mentions.last.flatMap { $0.range == start..<position ? $0.number : nil }
          out.parts.append(Capture(name: name, number: number, range: start..<position, mention: filled))
        case .part: break
        }
      }
    }
    out.sort()
  }

  private mutating func slots(of number: Int) -> [Slot] {
    if let known = slots[number] { return known }
    let found = program.slotNames(of: number).map { text -> Slot in
      if text == Program.mentionSlot { return .mention }
      let part = PartName.read(text)
      return .part(part.name, number: part.number)
    }
    slots[number] = found
    return found
  }
}
