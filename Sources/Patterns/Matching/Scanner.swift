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
struct Scanner: ~Copyable {
  /// The most tokens a match can span.
  static let window = 96

  struct Step: Equatable, BitwiseCopyable {
    var position: Int32
    var state: Automaton.State
  }

  /// A step taken, and the number of the one taken before it at such a position.
  struct Visit: BitwiseCopyable {
    var step: Step
    var next: Int32
  }

  private var stack = Stack<Step>()
  /// The steps taken since the ways parted; on a single way none comes twice.
  private var visits = Stack<Visit>()
  /// The last of the visits at each position, by the position's low bits; -1 where there is none.
  private var latest = [128 of Int32](repeating: -1)
  private var isForked = false

  init() {}

  /// Appends every match that begins in the line.
  mutating func scan(
    _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets,
    into matches: inout [RawMatch]
  ) {
    lattice.withView { lattice in
      for start in lattice.line {
        automaton.trim()
        guard begin(start, lattice, &automaton, classes) else { continue }
        while var step = stack.pop() {
          while !isForked, goOn(&step, lattice, &automaton, classes, from: start, into: &matches) {}
          follow(step, lattice, &automaton, classes, from: start, to: lattice.line.upperBound)
          if step.position > start { append(step, &automaton, from: start, to: &matches) }
        }
      }
    }
  }

  /// Whether a context pattern, from the state before it, matches from `position` on, to the right within `bound` or to the left.
  mutating func matches(
    _ lattice: Lattice, _ automaton: inout Automaton, _ classes: ClassSets, from start: Automaton.State,
    at position: Int, leftwards: Bool, bound: Int
  ) -> Bool {
    lattice.withView { lattice in
      var step = Step(position: Int32(truncatingIfNeeded: position), state: start)
      while let next = goOn(step, lattice, &automaton, classes, from: position, leftwards, bound) {
        if next.state == Automaton.dead { return false }
        if Automaton.isAccepting(next.state) { return true }
        step = next
      }
      begin()
      push(Int(step.position), step.state)
      while let step = stack.pop() {
        if Automaton.isAccepting(step.state), step.position <= bound { return true }
        if leftwards {
          followLeft(step, lattice, &automaton, classes, from: position)
        } else {
          follow(step, lattice, &automaton, classes, from: position, to: bound)
        }
      }
      return false
    }
  }

  /// Goes on from a step that has one way only; nil where the way parts or a bound is reached.
  @inline(__always)
  private func goOn(
    _ step: Step, _ lattice: Lattice.View, _ automaton: inout Automaton, _ classes: ClassSets, from start: Int,
    _ leftwards: Bool, _ bound: Int
  ) -> Step? {
    let position = Int(step.position)
    guard position > lattice.line.lowerBound, position < min(lattice.line.upperBound, bound),
      abs(position - start) < Self.window
    else { return nil }
    let place = lattice[position]
    if leftwards {
      if place.incoming >= 0 { return nil }
      let token = lattice[position - 1]
      if token.isCovered { return Step(position: step.position, state: Automaton.dead) }
      let symbol = ItemSymbol(token.symbol.id, glued: place.symbol.isGlued)
      return Step(position: step.position - 1, state: automaton.step(step.state, symbol, classes))
    }
    if place.outgoing >= 0 { return nil }
    if place.isCovered { return Step(position: step.position, state: Automaton.dead) }
    return Step(position: step.position + 1, state: automaton.step(step.state, place.symbol, classes))
  }

  /// Takes the steps over the first item; false where no match begins, as at most tokens.
  @inline(__always)
  private mutating func begin(
    _ start: Int, _ lattice: Lattice.View, _ automaton: inout Automaton, _ classes: ClassSets
  ) -> Bool {
    if start == lattice.line.lowerBound {
      begin()
      isForked = true
      push(start, automaton.stepLine(automaton.start))
      push(start, automaton.start)
      return true
    }
    let place = lattice[start]
    var isBegun = false
    var arc = place.outgoing
    while arc >= 0 {
      let found = lattice.arcs[Int(arc)]
      let state = automaton.firstStep(ItemSymbol(found.id, glued: place.symbol.isGlued), classes)
      if state != Automaton.dead {
        if !isBegun { begin() }
        isBegun = true
        isForked = true
        push(Int(found.end), state)
      }
      arc = found.nextOutgoing
    }
    if place.isCovered { return isBegun }
    let state = automaton.firstStep(place.symbol, classes)
    if state == Automaton.dead { return isBegun }
    if !isBegun { begin() }
    push(start + 1, state)
    return true
  }

  /// Goes on from a step that has one way only, which it appends where a match ends there; false where the way ends or parts.
  @inline(__always)
  private func goOn(
    _ step: inout Step, _ lattice: Lattice.View, _ automaton: inout Automaton, _ classes: ClassSets, from start: Int,
    into matches: inout [RawMatch]
  ) -> Bool {
    let position = Int(step.position)
    guard position < lattice.line.upperBound, position > lattice.line.lowerBound, position - start < Self.window else {
      return false
    }
    let place = lattice[position]
    if place.outgoing >= 0 || place.isCovered { return false }
    let state = automaton.step(step.state, place.symbol, classes)
    if state == Automaton.dead { return false }
    append(step, &automaton, from: start, to: &matches)
    step = Step(position: step.position + 1, state: state)
    return true
  }

  @inline(__always)
  private func append(_ step: Step, _ automaton: inout Automaton, from start: Int, to matches: inout [RawMatch]) {
    guard Automaton.isAccepting(step.state) else { return }
    for index in 0..<automaton.acceptedCount(in: step.state) {
      matches.append(
        RawMatch(pattern: automaton.accepted(index, in: step.state), start: Int32(start), end: step.position))
    }
  }

  @inline(__always)
  private mutating func begin() {
    stack.removeAll()
    for number in 0..<visits.count { latest[Int(visits[number].step.position) & 127] = -1 }
    visits.removeAll()
    isForked = false
  }

  @inline(__always)
  private mutating func push(_ position: Int, _ state: Automaton.State) {
    guard state != Automaton.dead else { return }
    let step = Step(position: Int32(truncatingIfNeeded: position), state: state)
    if isForked {
      let place = position & 127
      var known = latest[place]
      while known >= 0 {
        if visits[Int(known)].step == step { return }
        known = visits[Int(known)].next
      }
      visits.push(Visit(step: step, next: latest[place]))
      latest[place] = Int32(truncatingIfNeeded: visits.count - 1)
    }
    stack.push(step)
  }

  /// Goes on from a step to the places up to `end`.
  @inline(__always)
  private mutating func follow(
    _ step: Step, _ lattice: Lattice.View, _ automaton: inout Automaton, _ classes: ClassSets,
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
    _ step: Step, _ lattice: Lattice.View, _ automaton: inout Automaton, _ classes: ClassSets,
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
