/// How large a pattern is when its repetitions are written out.
struct PatternSize: Hashable, Sendable {
  /// The terms of its items.
  var items: Int
  /// How deep its parts lie in one another.
  var depth: Int
}

extension Pattern {
  /// The size; linear in the pattern as it is written.
  var size: PatternSize {
    switch self {
    case .item(let test): return PatternSize(items: max(1, test.terms.count), depth: 0)
    case .glue, .lineBound: return PatternSize(items: 0, depth: 0)
    case .sequence(let parts), .choice(let parts):
      let sizes = parts.map(\.size)
      return PatternSize(items: sizes.reduce(0) { $0 + $1.items }, depth: 1 + (sizes.map(\.depth).max() ?? 0))
    case .repetition(let part, let minimum, let maximum):
      let size = part.size
      return PatternSize(items: size.items * max(1, maximum ?? minimum + 1), depth: 1 + size.depth)
    case .capture(_, let part), .mention(let part):
      let size = part.size
      return PatternSize(items: size.items, depth: 1 + size.depth)
    }
  }
}
