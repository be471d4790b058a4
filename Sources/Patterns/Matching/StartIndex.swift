/// The items that an automaton waits for at its start, by their predicates: a start waits for what thousands of rules begin
/// with, of which a class has a few.
struct StartIndex {
  /// Where the followers of each predicate begin in `followers`.
  private var starts: [Int32]
  private var followers: [(next: Int32, isGlued: Bool)] = []
  /// The predicates that have followers, a bit each.
  private var asked: [UInt64]

  /// The index of the items, for predicates up to a number.
  init(_ items: [(item: Closures.Item, isGlued: Bool)], predicates: Int) {
    starts = Array(repeating: 0, count: predicates + 1)
    asked = Array(repeating: 0, count: (predicates + 63) / 64)
    let sorted = items.sorted { $0.item.predicate < $1.item.predicate }
    followers.reserveCapacity(sorted.count)
    for (item, isGlued) in sorted {
      followers.append((item.next, isGlued))
      asked[Int(item.predicate) >> 6] |= 1 << UInt64(item.predicate & 63)
      starts[Int(item.predicate) + 1] = Int32(truncatingIfNeeded: followers.count)
    }
    for index in 1..<starts.count where starts[index] < starts[index - 1] { starts[index] = starts[index - 1] }
  }

  /// The instructions that follow where the start takes an item.
  func followers(of symbol: ItemSymbol, _ classes: ClassSets) -> [Int32] {
    var out: [Int32] = []
    classes.forEach(in: symbol.id, among: asked) { predicate in
      for place in starts[predicate]..<starts[predicate + 1] {
        let follower = followers[Int(place)]
        if !follower.isGlued || symbol.isGlued { out.append(follower.next) }
      }
    }
    return out
  }
}
