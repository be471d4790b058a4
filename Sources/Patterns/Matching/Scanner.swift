/// A match of a pattern before its conditions have been looked at.
struct RawMatch {
  var pattern: Int32
  var start: Int32
  var end: Int32
}

/// Runs an automaton over a lattice from every position, or against one side of a position.
///
/// From one position the automaton follows every arc; since a pair of position and state is visited once and no match is
/// longer than `window` items, the cost is linear in the line.
struct Scanner {
  /// The most tokens a match can span.
  static let window = 96

  private struct Step: Equatable {
    var position: Int32
    var state: Automaton.State
  }

  /// A step taken, and the number of the one taken before it at such a position.
  private struct Visit {
    var step: Step
    var next: Int32
  }

  private var stack: [Step] = []
  /// The steps taken since the ways parted; on a single way none comes twice.
  private var visits: [Visit] = []
  /// The last of the visits at each position, by the position's low bits; -1 where there is none.
  private var latest = [Int32](repeating: -1, count: 1 << 7)
  private var isForked = false

  init() {}

  /// Appends every match that begins in the line.
  mutating func scan(
    _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets,
    into matches: inout [RawMatch]
  ) {
    let line = lattice.line
    for start in line {
      automaton.trim()
      let place = lattice[start]
      // Most tokens begin nothing: one look at a table says so.
      if place.outgoing < 0, start > line.lowerBound,
        place.isCovered || automaton.firstStep(place.symbol, classes) == Automaton.dead
      {
        continue
      }
      begin()
      if start == line.lowerBound {
        isForked = true
        push(start, automaton.stepLine(automaton.start))
      }
      push(start, automaton.start)
      while let step = stack.popLast() {
        follow(step, lattice, &automaton, classes, from: start, to: line.upperBound)
        guard step.position > start else { continue }
        for index in 0..<automaton.acceptedCount(in: step.state) {
          matches.append(
            RawMatch(pattern: automaton.accepted(index, in: step.state), start: Int32(start), end: step.position))
        }
      }
    }
  }

  /// Whether a context pattern matches from `position` on, to the right or to the left, within `bound`.
  mutating func matches(
    _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets, at position: Int,
    leftwards: Bool, bound: Int = .max
  ) -> Bool {
    automaton.trim()
    if isHopeless(lattice, &automaton, classes, at: position, leftwards: leftwards) { return false }
    begin()
    push(position, automaton.start)
    while let step = stack.popLast() {
      if automaton.isAccepting(step.state), step.position <= bound { return true }
      if leftwards {
        followLeft(step, lattice, &automaton, classes, from: position)
      } else {
        follow(step, lattice, &automaton, classes, from: position, to: bound)
      }
    }
    return false
  }

  /// Whether the first token already says that nothing matches; false where that takes a closer look.
  @inline(__always)
  private func isHopeless(
    _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets, at position: Int, leftwards: Bool
  ) -> Bool {
    if automaton.isAccepting(automaton.start) || automaton.awaitsLine(automaton.start) { return false }
    let place = lattice[position]
    if leftwards {
      guard place.incoming < 0, position > lattice.line.lowerBound else { return false }
      let before = lattice[position - 1]
      let symbol = ItemSymbol(before.symbol.id, glued: lattice.isGlued(at: position))
      return before.isCovered || automaton.firstStep(symbol, classes) == Automaton.dead
    }
    guard place.outgoing < 0, position < lattice.line.upperBound else { return false }
    return place.isCovered || automaton.firstStep(place.symbol, classes) == Automaton.dead
  }

  @inline(__always)
  private mutating func begin() {
    stack.removeAll(keepingCapacity: true)
    for visit in visits { latest[Int(visit.step.position) & (1 << 7 - 1)] = -1 }
    visits.removeAll(keepingCapacity: true)
    isForked = false
  }

  @inline(__always)
  private mutating func push(_ position: Int, _ state: Automaton.State) {
    guard state != Automaton.dead else { return }
    let step = Step(position: Int32(truncatingIfNeeded: position), state: state)
    if isForked {
      let place = position & (1 << 7 - 1)
      var known = latest[place]
      while known >= 0 {
        if visits[Int(known)].step == step { return }
        known = visits[Int(known)].next
      }
      visits.append(Visit(step: step, next: latest[place]))
      latest[place] = Int32(truncatingIfNeeded: visits.count - 1)
    }
    stack.append(step)
  }

  /// Goes on from a step to the places up to `end`.
  @inline(__always)
  private mutating func follow(
    _ step: Step, _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets,
    from start: Int, to end: Int
  ) {
    let position = Int(step.position)
    let line = lattice.line
    if position == line.upperBound || position == line.lowerBound {
      isForked = true
      push(position, automaton.stepLine(step.state))
    }
    guard position < min(line.upperBound, end), position - start < Self.window else { return }
    let place = lattice[position]
    var arc = place.outgoing
    if arc >= 0 { isForked = true }
    while arc >= 0 {
      let found = lattice.arcs[Int(arc)]
      if found.end <= end {
        let symbol = ItemSymbol(found.id, glued: place.symbol.isGlued)
        push(Int(found.end), automaton.step(step.state, symbol, classes))
      }
      arc = found.nextOutgoing
    }
    if !place.isCovered { push(position + 1, automaton.step(step.state, place.symbol, classes)) }
  }

  @inline(__always)
  private mutating func followLeft(
    _ step: Step, _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets,
    from end: Int
  ) {
    let position = Int(step.position)
    let line = lattice.line
    if position == line.upperBound || position == line.lowerBound {
      isForked = true
      push(position, automaton.stepLine(step.state))
    }
    guard position > line.lowerBound, end - position < Self.window else { return }
    // Glue is a matter of the place between two items, in both directions.
    let glued = lattice.isGlued(at: position)
    var arc = lattice[position].incoming
    if arc >= 0 { isForked = true }
    while arc >= 0 {
      let found = lattice.arcs[Int(arc)]
      push(Int(found.start), automaton.step(step.state, ItemSymbol(found.id, glued: glued), classes))
      arc = found.nextIncoming
    }
    let place = lattice[position - 1]
    if !place.isCovered {
      push(position - 1, automaton.step(step.state, ItemSymbol(place.symbol.id, glued: glued), classes))
    }
  }
}
