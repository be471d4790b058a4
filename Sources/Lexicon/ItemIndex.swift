/// Finds items by their words and sense: open addressing, every hit verified.
struct ItemIndex {
  /// An item's number plus one; 0 where there is none, -1 where there was one.
  private var slots = [Int32](repeating: 0, count: 1 << 10)
  private var used = 0

  /// Makes room for a number of items; the growth is geometric.
  mutating func reserve(_ count: Int, _ items: [LexiconItem], _ words: [Int32]) {
    if count * 2 > slots.count { grow(to: count, items, words) }
  }

  /// Adds an item; the number of one with the same words and sense instead, if there is one.
  @discardableResult
  mutating func insert(_ item: Int, _ items: [LexiconItem], _ words: [Int32]) -> Int? {
    var place = self.place(items[item], words)
    while slots[place] != 0 {
      let other = Int(slots[place]) - 1
      if other >= 0, isSame(items[other], items[item], words) { return other }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Int32(truncatingIfNeeded: item) + 1
    used += 1
    reserve(used, items, words)
    return nil
  }

  /// Takes an item out, which must be in with the words that it has now.
  mutating func remove(_ item: Int, _ items: [LexiconItem], _ words: [Int32]) {
    var place = self.place(items[item], words)
    while slots[place] != 0 {
      if Int(slots[place]) - 1 == item { slots[place] = -1 }
      place = (place + 1) & (slots.count - 1)
    }
  }

  private func isSame(_ item: LexiconItem, _ other: LexiconItem, _ words: [Int32]) -> Bool {
    guard item.sense == other.sense, item.count == other.count else { return false }
    for index in 0..<Int(item.count) where words[Int(item.start) + index] != words[Int(other.start) + index] {
      return false
    }
    return true
  }

  private func place(_ item: LexiconItem, _ words: [Int32]) -> Int {
    var hash = UInt64(truncatingIfNeeded: item.sense) &* 0x9E37_79B9_7F4A_7C15
    for word in words[item.words] {
      hash = (hash ^ UInt64(truncatingIfNeeded: word)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private mutating func grow(to count: Int, _ items: [LexiconItem], _ words: [Int32]) {
    let old = slots
    var size = old.count
    while count * 2 > size { size *= 2 }
    slots = Array(repeating: 0, count: size)
    used = 0
    for slot in old where slot > 0 {
      var place = self.place(items[Int(slot) - 1], words)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
      used += 1
    }
  }
}
