package import UnicodeText

/// Numbers folded words in the order in which they are first met, so that compiling works with numbers; one for all the
/// files compiled together, and for one thread.
package final class KeyPool {
  /// The words by their numbers.
  package private(set) var keys: [FoldedKey] = []
  /// Open addressing by fingerprint: a word's number plus one, 0 where there is none.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  /// An empty pool.
  package init() {}

  /// The number of a word, a new one where it has none.
  package func number(of key: FoldedKey) -> Int32 {
    var place = self.place(key)
    while slots[place] != 0 {
      if keys[Int(slots[place]) - 1] == key { return slots[place] - 1 }
      place = (place + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[place] = Int32(truncatingIfNeeded: keys.count)
    if keys.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: keys.count) - 1
  }

  /// The number of a word, nil where it has none.
  package func find(_ key: FoldedKey) -> Int32? {
    var place = self.place(key)
    while slots[place] != 0 {
      if keys[Int(slots[place]) - 1] == key { return slots[place] - 1 }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private func place(_ key: FoldedKey) -> Int { Int(truncatingIfNeeded: key.fingerprint) & (slots.count - 1) }

  private func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var place = self.place(key)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(truncatingIfNeeded: number) + 1
    }
  }
}
