import UnicodeText

extension Pattern {
  /// The folded words that it asks for.
  var literals: Set<FoldedKey> {
    var out: Set<FoldedKey> = []
    for test in tests {
      for case .literal(let key) in test.terms.map(\.atom) { out.insert(key) }
    }
    return out
  }
}

extension Rule {
  /// Its pattern and those of all its conditions.
  var patterns: [Pattern] {
    [pattern] + (unless.joined() + conditions.flatMap(\.tests)).map(\.pattern)
  }
}
