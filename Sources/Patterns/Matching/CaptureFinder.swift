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
/// its cost is at most some times their product.
struct CaptureFinder {
  private let program: Program
  /// The round in which a pair of instruction and position was last visited.
  private var visits: [UInt32] = []
  private var round: UInt32 = 0
  private var path: [Event] = []

  /// What a walk looks at, by its addresses: a walk takes some dozen steps for each match that a rule may have, and each step
  /// would check and count references again.
  private struct Ground {
    let instructions: Program.Instructions
    let first: Int32
    /// The first token of the line, and the first and last place of the match.
    let line: Int
    let origin: Int
    let end: Int
    let places: UnsafeBufferPointer<Lattice.Place>
    let arcs: UnsafeBufferPointer<Lattice.Arc>
    let classes: ClassSets.View
    let visits: UnsafeMutableBufferPointer<UInt32>
  }

  private enum Event {
    case save(slot: Int32, position: Int)
    case mention(Int32, Range<Int>)
  }

  private let facts: [RuleSet.Facts]
  /// Where each slot of the pattern at hand began, -1 where it did not.
  private var open: [Int] = []
  /// The names of the slots of the patterns that parts were asked of.
  private var slotNames: [[String]?]

  init(_ rules: RuleSet) {
    program = rules.program
    facts = rules.facts
    slotNames = Array(repeating: nil, count: rules.count)
  }

  /// Whether pattern `number` matches over `range`; the way it took is kept until the next question.
  mutating func matches(
    pattern number: Int, over range: Range<Int>, in lattice: Lattice, classes: ClassSets
  ) -> Bool {
    if !path.isEmpty { path.removeAll(keepingCapacity: true) }
    let instructions = program.instructions(of: number)
    let needed = instructions.count * (range.count + 1)
    if visits.count < needed { visits += repeatElement(0, count: needed - visits.count) }
    if round == .max {
      for index in visits.indices { visits[index] = 0 }
      round = 0
    }
    round += 1
    var visits: [UInt32] = []
    swap(&visits, &self.visits)
    defer { swap(&visits, &self.visits) }
    return visits.withUnsafeMutableBufferPointer { visits in
      lattice.places.withUnsafeBufferPointer { places in
        lattice.arcs.withUnsafeBufferPointer { arcs in
          classes.withView { classes in
            let ground = Ground(
              instructions: program.instructions, first: Int32(truncatingIfNeeded: instructions.lowerBound),
              line: lattice.line.lowerBound, origin: range.lowerBound, end: range.upperBound, places: places,
              arcs: arcs,
              classes: classes, visits: visits)
            return walk(Int32(truncatingIfNeeded: program.starts[number]), range.lowerBound, ground)
          }
        }
      }
    }
  }

  /// The tokens of the mention of a pattern that has just matched over `range`.
  func mention(of number: Int, over range: Range<Int>) -> Range<Int> {
    let slot = facts[number].mentionSlot
    guard slot >= 0 else { return range }
    var start = range.lowerBound
    var mention = range
    for case .save(let found, let position) in path {
      if found == slot { start = position }
      if found == slot + 1 { mention = start..<position }
    }
    return mention
  }

  /// Whether the pattern goes on from an instruction at a place to its end; what did not lead there is taken off the path.
  ///
  /// Only where ways part is it noted that one has been there: between two such places all is a single way.
  private mutating func walk(_ start: Int32, _ first: Int, _ ground: borrowing Ground) -> Bool {
    var (instruction, position) = (start, first)
    while true {
      switch ground.instructions[Int(instruction)] {
      case .match: return position == ground.end
      case .split(let one, let other):
        if isVisited(instruction, position, ground) { return false }
        let length = path.count
        if walk(one, position, ground) { return true }
        if path.count > length { path.removeLast(path.count - length) }
        instruction = other
      case .save(let slot, let next):
        path.append(.save(slot: slot, position: position))
        instruction = next
      case .line(let next):
        guard position == ground.line || position == ground.line + ground.places.count - 1 else { return false }
        instruction = next
      case .glue(let next):
        // The end of a line is a place, too, and not glued.
        guard ground.places[position &- ground.line].symbol.isGlued else { return false }
        instruction = next
      case .item(let predicate, let next):
        guard position < ground.end else { return false }
        let place = ground.places[position &- ground.line]
        if place.outgoing >= 0 {
          if isVisited(instruction, position, ground) { return false }
          if walkArcs(predicate, next, position, ground) { return true }
        }
        guard !place.isCovered, ground.classes.contains(predicate, in: place.symbol.id) else { return false }
        instruction = next
        position += 1
      }
    }
  }

  /// Whether the pattern goes on over some arc that passes a predicate.
  private mutating func walkArcs(_ predicate: Int32, _ next: Int32, _ position: Int, _ ground: borrowing Ground) -> Bool
  {
    let length = path.count
    var arc = ground.places[position &- ground.line].outgoing
    while arc >= 0 {
      let found = ground.arcs[Int(arc)]
      arc = found.nextOutgoing
      guard found.end <= ground.end, ground.classes.contains(predicate, in: found.id) else { continue }
      if case .mention(let number) = found.content { path.append(.mention(number, position..<Int(found.end))) }
      if walk(next, Int(found.end), ground) { return true }
      if path.count > length { path.removeLast(path.count - length) }
    }
    return false
  }

  /// Whether a way has come by an instruction at a place before in this round; notes that one has now.
  @inline(__always)
  private func isVisited(_ instruction: Int32, _ position: Int, _ ground: borrowing Ground) -> Bool {
    let visit =
      Int(instruction &- ground.first) &* (ground.end &- ground.origin &+ 1) &+ position &- ground.origin
    if ground.visits[visit] == round { return true }
    ground.visits[visit] = round
    return false
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
    for event in path {
      switch event {
      case .mention(let number, let range):
        lastMention = (Int(number), range)
        out.mentions.append((Int(number), range))
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
