/// Predicates of which every match of a pattern has an item that passes one, chosen so that they seldom hold: where a line has
/// no such item, the pattern matches nowhere in it.
struct Requirement {
  /// The tests of items.
  var tests: Set<ItemTest>
  /// How often one of them holds, roughly: a single word counts one.
  var frequency: Int

  /// From which frequency on a requirement says too little.
  static let limit = 300

  /// The rarest requirement of a pattern; nil where none is rare.
  init?(_ pattern: Pattern) {
    guard let found = Self.rarest(pattern), found.frequency < Self.limit else { return nil }
    self = found
  }

  private init(tests: Set<ItemTest>, frequency: Int) {
    self.tests = tests
    self.frequency = frequency
  }

  private static func rarest(_ pattern: Pattern) -> Self? {
    switch pattern {
    case .item(let test): return Self(tests: [test], frequency: frequency(test))
    case .glue, .lineBound: return nil
    case .sequence(let parts): return parts.compactMap(rarest).min { $0.frequency < $1.frequency }
    case .choice(let parts):
      let all = parts.compactMap(rarest)
      guard all.count == parts.count else { return nil }
      return all.reduce(Self(tests: [], frequency: 0)) {
        Self(tests: $0.tests.union($1.tests), frequency: min(limit, $0.frequency + $1.frequency))
      }
    case .repetition(let part, let minimum, _): return minimum > 0 ? rarest(part) : nil
    case .capture(_, let part), .mention(let part): return rarest(part)
    }
  }

  private static func frequency(_ test: ItemTest) -> Int {
    test.terms.filter { !$0.isNegated }.map { frequency($0.atom) }.min() ?? limit
  }

  private static func frequency(_ atom: Atom) -> Int {
    switch atom {
    case .literal: 1
    case .sense: 10
    case .mention, .number, .digits, .begins, .ends: 30
    case .shape, .any: limit
    }
  }
}
