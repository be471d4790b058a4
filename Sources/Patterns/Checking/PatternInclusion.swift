import UnicodeText

/// Whether one pattern matches whatever another matches, with the same mention.
///
/// A subset construction over both, item against item. It never says so wrongly; where the inclusion rests on more than one
/// item implying another, or is too costly to follow, it says no.
struct PatternInclusion {
  /// What a step of a pattern takes.
  private enum Letter: Hashable {
    case item(ItemTest)
    case glue
    case line
    case mark(String)
  }

  /// A pattern as an automaton whose steps are letters.
  private final class Automaton {
    var letters: [[(letter: Letter, next: Int)]] = [[]]
    var empty: [[Int]] = [[]]
    let marksCaptures: Bool

    init(marksCaptures: Bool) { self.marksCaptures = marksCaptures }

    func state() -> Int {
      letters.append([])
      empty.append([])
      return letters.count - 1
    }

    func step(_ letter: Letter, to next: Int) -> Int {
      let new = state()
      letters[new] = [(letter, next)]
      return new
    }

    func compile(_ pattern: Pattern, to next: Int) -> Int {
      switch pattern {
      case .item(let test): return step(.item(test), to: next)
      case .glue: return step(.glue, to: next)
      case .lineBound: return step(.line, to: next)
      case .sequence(let parts): return parts.reversed().reduce(next) { compile($1, to: $0) }
      case .choice(let parts):
        let new = state()
        for part in parts { empty[new].append(compile(part, to: next)) }
        return new
      case .repetition(let part, let minimum, let maximum):
        var tail = next
        if let maximum {
          for _ in minimum..<max(minimum, maximum) {
            let new = state()
            empty[new] = [compile(part, to: tail), next]
            tail = new
          }
        } else {
          tail = state()
          empty[tail] = [compile(part, to: tail), next]
        }
        for _ in 0..<minimum { tail = compile(part, to: tail) }
        return tail
      case .capture(let name, let part): return marksCaptures ? marked(part, name, next) : compile(part, to: next)
      case .mention(let part): return marked(part, "[]", next)
      }
    }

    private func marked(_ part: Pattern, _ name: String, _ next: Int) -> Int {
      step(.mark("<" + name), to: compile(part, to: step(.mark(">" + name), to: next)))
    }

    func closure(_ states: some Sequence<Int>) -> Set<Int> {
      var out: Set<Int> = []
      var stack = Array(states)
      while let state = stack.popLast() {
        if out.insert(state).inserted { stack += empty[state] }
      }
      return out
    }
  }

  private struct Pair: Hashable {
    var inner: Int
    var outer: Set<Int>
  }

  private static let limit = 4_000
  private static let end = 0

  /// Whether `outer` matches all that `inner` matches; with `captures` the named parts must be the same too.
  static func holds(_ inner: Pattern, in outer: Pattern, captures: Bool) -> Bool {
    let (small, large) = (Automaton(marksCaptures: captures), Automaton(marksCaptures: captures))
    func whole(_ pattern: Pattern) -> Pattern { pattern.hasMention ? pattern : .mention(pattern) }
    let starts = (small.compile(whole(inner), to: end), large.compile(whole(outer), to: end))
    var stack = [Pair(inner: starts.0, outer: large.closure([starts.1]))]
    var seen: Set<Pair> = []
    while let pair = stack.popLast() {
      guard seen.insert(pair).inserted else { continue }
      if seen.count > limit { return false }
      if pair.inner == end {
        if !pair.outer.contains(end) { return false }
        continue
      }
      for next in small.empty[pair.inner] { stack.append(Pair(inner: next, outer: pair.outer)) }
      for (letter, next) in small.letters[pair.inner] {
        let targets = pair.outer.flatMap { large.letters[$0] }.filter { implies(letter, $0.letter) }.map(\.next)
        if targets.isEmpty { return false }
        stack.append(Pair(inner: next, outer: large.closure(targets)))
      }
    }
    return true
  }

  private static func implies(_ letter: Letter, _ other: Letter) -> Bool {
    guard case .item(let test) = letter, case .item(let wider) = other else { return letter == other }
    // Longer entries and mentions only pass tests that ask for them.
    if test.asksSense && !wider.asksSense || test.asksMention != wider.asksMention { return false }
    return wider.terms.allSatisfy { term in
      test.terms.contains { own in
        own.isNegated == term.isNegated
          && (own.isNegated ? term.atom.implies(own.atom) : own.atom.implies(term.atom))
      }
    }
  }
}
