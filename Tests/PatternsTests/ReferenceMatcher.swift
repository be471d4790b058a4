@testable import Lexicon
@testable import Patterns
import UnicodeText

/// Matches patterns the plain way, by trying everything; what the automaton must agree with.
struct ReferenceMatcher {
  let tokens: Tokens
  let types: TypeTable
  let line: Range<Int>
  /// The entries of the lexicon with their folded words.
  let entries: [(entry: LexiconEntry, words: [FoldedKey])]

  /// All ends of matches of a pattern that begins at a position.
  func ends(_ pattern: Pattern, from start: Int) -> Set<Int> {
    switch pattern {
    case .item(let test): return Set(items(at: start).filter { $0.item.passes(test) }.map(\.end))
    case .glue:
      return start < line.upperBound && tokens.flags[start].contains(.glued) && start > line.lowerBound ? [start] : []
    case .lineBound: return start == line.lowerBound || start == line.upperBound ? [start] : []
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in places.reduce(into: []) { $0.formUnion(ends(part, from: $1)) } }
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion(ends($1, from: start)) }
    case .repetition(let part, let minimum, let maximum):
      var reached: Set<Int> = [start]
      for _ in 0..<minimum { reached = step(part, reached) }
      var all = reached
      var rounds = maximum.map { $0 - minimum } ?? line.count + 1
      while rounds > 0, !reached.isEmpty {
        reached = step(part, reached)
        all.formUnion(reached)
        rounds -= 1
      }
      return all
    case .capture(_, let part), .mention(let part): return ends(part, from: start)
    }
  }

  /// The evidence of a rule over a mention by its conditions, nil where they drop it.
  func evidence(of rule: Rule, over mention: Range<Int>) -> Evidence? {
    if rule.unless.contains(where: { hold($0, mention) }) { return nil }
    return rule.conditions.first { hold($0.tests, mention) }?.evidence ?? rule.evidence
  }

  private func hold(_ tests: [ContextTest], _ mention: Range<Int>) -> Bool {
    tests.allSatisfy { test in
      let holds =
        switch test.side {
        case .before:
          (line.lowerBound...mention.lowerBound).contains {
            ends(test.pattern.reversed, from: $0).contains(mention.lowerBound)
          }
        case .after: !ends(test.pattern, from: mention.upperBound).isEmpty
        case .inside: ends(test.pattern, from: mention.lowerBound).contains { $0 <= mention.upperBound }
        }
      return holds != test.isNegated
    }
  }

  private func step(_ part: Pattern, _ places: Set<Int>) -> Set<Int> {
    places.reduce(into: []) { $0.formUnion(ends(part, from: $1)) }
  }

  private func items(at start: Int) -> [(item: Item, end: Int)] {
    guard start < line.upperBound else { return [] }
    let type = types[tokens.types[start]]
    var out: [(Item, Int)] = []
    var single: [LexiconEntry] = []
    for (entry, words) in entries where start + words.count <= line.upperBound {
      let fits = words.indices.allSatisfy { types[tokens.types[start + $0]].keys.contains(words[$0]) }
      guard fits else { continue }
      if words.count == 1 {
        single.append(entry)
      } else {
        out.append((Item(type: type, isPhrase: true, entries: [entry]), start + words.count))
      }
    }
    out.append((Item(type: type, entries: single), start + 1))
    return out
  }
}
