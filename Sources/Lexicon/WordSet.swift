package import UnicodeText

/// Some of the words of a pool.
package struct WordSet {
  /// The words' numbers are those of this pool.
  package let pool: KeyPool
  private var flags: [Bool] = []

  /// No words.
  package init(_ pool: KeyPool) { self.pool = pool }

  /// Adds a word by its number.
  package mutating func insert(_ number: Int32) {
    if number >= flags.count {
      flags += repeatElement(false, count: max(pool.keys.count, Int(number) + 1) - flags.count)
    }
    flags[Int(number)] = true
  }

  /// Adds a word, which the pool gets if it has not got it.
  package mutating func insert(_ key: FoldedKey) { insert(pool.number(of: key)) }

  /// Whether a word is among them.
  package func contains(_ key: FoldedKey) -> Bool { pool.find(key).map { $0 < flags.count && flags[Int($0)] } ?? false }

  /// The words' numbers, ascending.
  package var numbers: [Int32] { flags.indices.compactMap { flags[$0] ? Int32(truncatingIfNeeded: $0) : nil } }
}
