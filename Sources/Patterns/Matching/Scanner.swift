/// Runs an automaton over a lattice from every position, or against one side of a position.
///
/// From one position the automaton follows every arc; since a pair of position and state is visited once and no match is
/// longer than `window` items, the cost is linear in the line.
struct Scanner {
  /// The most tokens a match can span.
  static let window = 96

  private struct Step: Equatable {
    var position: Int
    var state: Automaton.State
  }

  private var stack: [Step] = []
  private var visited: [Step] = []

  init() {}

  /// Calls `body` with (pattern, start, end) for every match that begins in the line.
  mutating func scan(_ lattice: Lattice, _ automaton: Automaton, body: (Int32, Int, Int) -> Void) {
    let line = lattice.line
    for start in line {
      automaton.trim()
      stack.removeAll(keepingCapacity: true)
      visited.removeAll(keepingCapacity: true)
      if start == line.lowerBound {
        push(Step(position: start, state: automaton.stepLine(automaton.start)))
      }
      push(Step(position: start, state: automaton.start))
      while let step = stack.popLast() {
        follow(step, lattice, automaton, from: start)
        guard automaton.isAccepting(step.state), step.position > start else { continue }
        for pattern in automaton.accepted(in: step.state) { body(pattern, start, step.position) }
      }
    }
  }

  /// Whether a context pattern matches from `position` on, to the right or to the left, within `bound`.
  mutating func matches(
    _ lattice: Lattice, _ automaton: Automaton, at position: Int, leftwards: Bool, bound: Int? = nil
  ) -> Bool {
    automaton.trim()
    stack.removeAll(keepingCapacity: true)
    visited.removeAll(keepingCapacity: true)
    push(Step(position: position, state: automaton.start))
    while let step = stack.popLast() {
      if automaton.isAccepting(step.state), bound.map({ step.position <= $0 }) ?? true { return true }
      if leftwards {
        followLeft(step, lattice, automaton, from: position)
      } else {
        follow(step, lattice, automaton, from: position)
      }
    }
    return false
  }

  private mutating func push(_ step: Step) {
    if step.state != Automaton.dead, !visited.contains(step) {
      visited.append(step)
      stack.append(step)
    }
  }

  private mutating func follow(_ step: Step, _ lattice: Lattice, _ automaton: Automaton, from start: Int) {
    let position = step.position
    let line = lattice.line
    if position == line.upperBound || position == line.lowerBound {
      push(Step(position: position, state: automaton.stepLine(step.state)))
    }
    guard position < line.upperBound, position - start < Self.window else { return }
    let offset = position - line.lowerBound
    let glued = lattice.isGlued(at: position)
    var arc = lattice.firstOutgoing(at: position)
    while arc >= 0 {
      let found = lattice.arcs[Int(arc)]
      push(Step(position: Int(found.end), state: automaton.step(step.state, found.id, glued: glued)))
      arc = found.nextOutgoing
    }
    if !lattice.isCovered[offset] {
      push(
        Step(position: position + 1, state: automaton.step(step.state, lattice.tokenClasses[offset], glued: glued)))
    }
  }

  private mutating func followLeft(_ step: Step, _ lattice: Lattice, _ automaton: Automaton, from end: Int) {
    let position = step.position
    let line = lattice.line
    if position == line.upperBound || position == line.lowerBound {
      push(Step(position: position, state: automaton.stepLine(step.state)))
    }
    guard position > line.lowerBound, end - position < Self.window else { return }
    // Glue is a matter of the place between two items, in both directions.
    let glued = lattice.isGlued(at: position)
    var arc = lattice.firstIncoming(at: position)
    while arc >= 0 {
      let found = lattice.arcs[Int(arc)]
      push(Step(position: Int(found.start), state: automaton.step(step.state, found.id, glued: glued)))
      arc = found.nextIncoming
    }
    let offset = position - 1 - line.lowerBound
    if !lattice.isCovered[offset] {
      let state = automaton.step(step.state, lattice.tokenClasses[offset], glued: glued)
      push(Step(position: position - 1, state: state))
    }
  }
}
