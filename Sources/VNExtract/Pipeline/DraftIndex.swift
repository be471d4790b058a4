/// The drafts of a line by their tokens and rule: a hash table with chains.
struct DraftIndex {
  /// The draft found last for each hash, -1 where there is none.
  private var latest: [Int32] = Array(repeating: -1, count: 1 << 6)
  /// For each draft the one found before it for its hash.
  private var earlier: [Int32] = []

  /// Forgets all drafts.
  mutating func removeAll() {
    if earlier.isEmpty { return }
    earlier.removeAll(keepingCapacity: true)
    for index in latest.indices { latest[index] = -1 }
  }

  /// Whether no draft of the same rule, tokens and value is there; notes the draft as the next of the list if so.
  mutating func insert(_ draft: Draft, among drafts: [Draft]) -> Bool {
    let hash = hash(draft)
    var index = Int(latest[hash])
    while index >= 0 {
      if drafts[index].rule == draft.rule, drafts[index].range == draft.range, drafts[index].isSame(as: draft) {
        return false
      }
      index = Int(earlier[index])
    }
    earlier.append(latest[hash])
    latest[hash] = Int32(truncatingIfNeeded: earlier.count - 1)
    if earlier.count > latest.count { grow(drafts, draft) }
    return true
  }

  @inline(__always)
  private func hash(_ draft: Draft) -> Int {
    let place = UInt64(truncatingIfNeeded: draft.range.lowerBound << 8 ^ draft.range.upperBound)
    let hash = (place << 20 ^ UInt64(truncatingIfNeeded: draft.rule)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32) & (latest.count - 1)
  }

  private mutating func grow(_ drafts: [Draft], _ last: Draft) {
    latest = Array(repeating: -1, count: latest.count * 4)
    for index in earlier.indices {
      let hash = hash(index < drafts.count ? drafts[index] : last)
      earlier[index] = latest[hash]
      latest[hash] = Int32(truncatingIfNeeded: index)
    }
  }
}
