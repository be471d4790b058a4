package import UnicodeText

/// Numbers folded words in the order in which they are first met, so that compiling works with numbers; one for all the
/// files compiled together, and for one thread.
package final class KeyPool {
  /// Open addressing by fingerprint.
  private struct Table {
    var keys: [FoldedKey] = []
    var fingerprints: [UInt64] = []
    /// A word's number plus one, 0 where there is none.
    var slots = [Int32](repeating: 0, count: 1 << 10)

    /// The slot of a word, or the empty one that it would have.
    func place(_ key: FoldedKey, _ fingerprint: UInt64) -> Int {
      var place = Int(truncatingIfNeeded: fingerprint) & (slots.count - 1)
      while slots[place] != 0 {
        let number = Int(slots[place]) - 1
        if fingerprints[number] == fingerprint, keys[number] == key { break }
        place = (place + 1) & (slots.count - 1)
      }
      return place
    }

    mutating func number(of key: FoldedKey) -> Int32 {
      let fingerprint = key.fingerprint
      let place = self.place(key, fingerprint)
      if slots[place] != 0 { return slots[place] - 1 }
      keys.append(key)
      fingerprints.append(fingerprint)
      slots[place] = Int32(truncatingIfNeeded: keys.count)
      reserve(0)
      return Int32(truncatingIfNeeded: keys.count) - 1
    }

    /// Makes room for so many more words; the growth is geometric.
    mutating func reserve(_ added: Int) {
      var size = slots.count
      while (keys.count + added) * 2 > size { size *= 2 }
      if size > slots.count { grow(to: size) }
    }

    private mutating func grow(to size: Int) {
      slots = Array(repeating: 0, count: size)
      for (number, fingerprint) in fingerprints.enumerated() {
        var place = Int(truncatingIfNeeded: fingerprint) & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = Int32(truncatingIfNeeded: number) + 1
      }
    }
  }

  private var table = Table()

  /// An empty pool.
  package init() {}

  /// The words by their numbers.
  package var keys: [FoldedKey] { table.keys }

  /// Makes room for so many more words.
  package func reserve(_ added: Int) { table.reserve(added) }

  /// The number of a word, a new one where it has none.
  package func number(of key: FoldedKey) -> Int32 { table.number(of: key) }

  /// The number of a word, nil where it has none.
  package func find(_ key: FoldedKey) -> Int32? {
    let slot = table.slots[table.place(key, key.fingerprint)]
    return slot == 0 ? nil : slot - 1
  }
}
