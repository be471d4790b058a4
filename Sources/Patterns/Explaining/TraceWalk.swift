/// Walks the code of a pattern over a line, in the plain way.
struct TraceWalk {
  /// The most tokens a match can span, as in matching.
  static let window = Scanner.window

  private struct Place: Hashable {
    var instruction: Int
    var position: Int
    var needsGlue = false

    init(_ instruction: Int, _ position: Int, needsGlue: Bool = false) {
      self.instruction = instruction
      self.position = position
      self.needsGlue = needsGlue
    }
  }

  private enum Event {
    case open(Int)
    case close(Int)
    case item(test: Int, arc: TraceLine.Arc)
  }

  let code: TraceCode
  let line: TraceLine

  /// How far the pattern gets from `start`, where it can end, and what it asked for in vain at the last place it came to.
  func explore(from start: Int) -> (reached: Int, ends: [Int], failures: [TraceFailure]) {
    var reached = start
    var ends: Set<Int> = []
    var failures: [(position: Int, failure: TraceFailure)] = []
    func fail(_ position: Int, _ place: SourcePlace, _ reason: @autoclosure () -> String) {
      guard position >= reached else { return }
      reached = position
      failures.append((position, TraceFailure(place: place, reason: reason())))
    }
    visit(Place(code.start, start)) { place, push in
      let position = place.position
      switch code.instructions[place.instruction] {
      case .match:
        if position > start { ends.insert(position) }
        reached = max(reached, position)
      case .split(let first, let second):
        push(Place(second, position))
        push(Place(first, position))
      case .open(let next), .close(let next): push(Place(next, position))
      case .line(let next):
        if line.isBound(position) {
          push(Place(next, position))
        } else {
          fail(position, SourcePlace(text: "^"), "the line neither begins nor ends here")
        }
      case .glue(let next):
        if line.isGlued(at: position) {
          push(Place(next, position))
        } else {
          fail(position, SourcePlace(text: "~"), "a blank stands here")
        }
      case .item(let number, let next):
        let test = code.tests[number]
        let arcs = position - start < Self.window ? line.arcs(from: position).filter { $0.item.passes(test) } : []
        for arc in arcs { push(Place(next, arc.range.upperBound)) }
        if arcs.isEmpty { fail(position, test.place, line.reason(test, at: position)) }
      }
    }
    var seen: Set<String> = []
    let last = failures.filter { $0.position == reached }.map(\.failure)
      .filter { seen.insert("\($0.place)" + $0.reason).inserted }
      .sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    return (reached, ends.sorted(by: >), last)
  }

  /// What is taken between two positions in the order of preference, and the mention; nil where the pattern does not match.
  func match(_ range: Range<Int>) -> (mention: Range<Int>, items: [TraceItem])? {
    var visited: Set<Place> = []
    var path: [Event] = []
    func walk(_ instruction: Int, _ position: Int) -> Bool {
      guard position <= range.upperBound,
        visited.insert(Place(instruction, position)).inserted
      else { return false }
      func after(_ event: Event, _ next: Int, _ position: Int) -> Bool {
        path.append(event)
        if walk(next, position) { return true }
        path.removeLast()
        return false
      }
      switch code.instructions[instruction] {
      case .match: return position == range.upperBound
      case .split(let first, let second): return walk(first, position) || walk(second, position)
      case .open(let next): return after(.open(position), next, position)
      case .close(let next): return after(.close(position), next, position)
      case .line(let next): return line.isBound(position) && walk(next, position)
      case .glue(let next): return line.isGlued(at: position) && walk(next, position)
      case .item(let test, let next):
        guard position < range.upperBound else { return false }
        return line.arcs(from: position).contains { arc in
          arc.item.passes(code.tests[test]) && after(.item(test: test, arc: arc), next, arc.range.upperBound)
        }
      }
    }
    guard walk(code.start, range.lowerBound) else { return nil }
    return read(path, over: range)
  }

  /// The tokens beside a position that fit the pattern of a condition; nil where none do.
  func context(at start: Int, leftwards: Bool, bound: Int? = nil) -> Range<Int>? {
    var found: Range<Int>?
    visit(Place(code.start, start)) { place, push in
      let position = place.position
      switch code.instructions[place.instruction] {
      case .match:
        if bound.map({ position <= $0 }) ?? true, found == nil { found = min(start, position)..<max(start, position) }
      case .split(let first, let second):
        push(Place(second, position, needsGlue: place.needsGlue))
        push(Place(first, position, needsGlue: place.needsGlue))
      case .open(let next), .close(let next): push(Place(next, position, needsGlue: place.needsGlue))
      case .line(let next): if line.isBound(position) { push(Place(next, position)) }
      case .glue(let next): push(Place(next, position, needsGlue: true))
      case .item(let test, let next):
        guard abs(position - start) < Self.window, !place.needsGlue || line.isGlued(at: position) else { return }
        let arcs = leftwards ? line.arcs(to: position) : line.arcs(from: position)
        for arc in arcs where arc.item.passes(code.tests[test]) {
          push(Place(next, leftwards ? arc.range.lowerBound : arc.range.upperBound))
        }
      }
    }
    return found
  }

  /// Calls `body` once for every pair of instruction and position that is reached.
  private func visit(_ first: Place, _ body: (Place, (Place) -> Void) -> Void) {
    var visited: Set<Place> = []
    var stack = [first]
    while let place = stack.popLast() {
      if visited.insert(place).inserted { body(place) { stack.append($0) } }
    }
  }

  private func read(_ path: [Event], over range: Range<Int>) -> (mention: Range<Int>, items: [TraceItem]) {
    var mention = range
    var start = range.lowerBound
    var items: [TraceItem] = []
    for event in path {
      switch event {
      case .open(let position): start = position
      case .close(let position): mention = start..<position
      case .item(let number, let arc):
        let test = code.tests[number]
        let entries = arc.item.entries.filter { entry in
          test.terms.contains { term in
            guard case .sense = term.atom, !term.isNegated else { return false }
            return Item(type: arc.item.type, isPhrase: arc.item.isPhrase, entries: [entry])
              .passes(ItemTest(terms: [term]))
          }
        }
        items.append(TraceItem(range: arc.range, place: test.place, entries: entries, mention: arc.mention))
      }
    }
    return (mention, items)
  }
}
