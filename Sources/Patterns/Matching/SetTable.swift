import Lexicon

/// Sets of small numbers, each kept once, and the unions of two that were asked for.
struct SetTable {
  /// The words of 64 numbers in a set.
  let width: Int
  private var words: [UInt64] = []
  /// Sets by the hash of their words.
  private var slots = HashSlots()
  /// The union of two sets by their numbers.
  private var unions = PlaceTable<UInt64>()

  /// A table of sets of numbers below a bound; set 0 is the empty one.
  init(below bound: Int) {
    width = max(1, (bound + 63) / 64)
    _ = insert(Array(repeating: 0, count: width))
  }

  /// How many sets there are.
  var count: Int { words.count / width }

  /// About how many bytes it takes.
  var byteCount: Int { words.count * 8 + slots.byteCount + unions.byteCount }

  /// Sixty-four numbers of a set, a bit each.
  @inline(__always)
  func word(_ word: Int, of set: Int32) -> UInt64 { words[Int(set) &* width &+ word] }

  /// Adds the numbers of a set to another, a bit each.
  @inline(__always)
  func add(_ set: Int32, to other: inout [UInt64]) {
    precondition(other.count == width, "a set has as many words as all have")
    let width = width
    words.withUnsafeBufferPointer { words in
      other.withUnsafeMutableBufferPointer { other in
        guard let source = words.baseAddress, let target = other.baseAddress else { return }
        let first = source + Int(set) * width
        for word in 0..<width { target[word] |= first[word] }
      }
    }
  }

  /// The number of a set of as many words as all have, added where it is not there.
  mutating func insert(_ set: [UInt64]) -> Int32 {
    let hash = hash(set)
    let known = slots.find(hash) { words[range(of: Int32(truncatingIfNeeded: $0))].elementsEqual(set) }
    if let known { return Int32(truncatingIfNeeded: known) }
    slots.append(hash)
    words += set
    return Int32(truncatingIfNeeded: count - 1)
  }

  /// The numbers of two sets together.
  @inline(__always)
  mutating func union(_ one: Int32, _ other: Int32) -> Int32 {
    if one == 0 || one == other { return other }
    if other == 0 { return one }
    let key = PlaceTable.pair(one, other)
    return unions[key] ?? makeUnion(one, other, key)
  }

  @inline(never)
  private mutating func makeUnion(_ one: Int32, _ other: Int32, _ key: UInt64) -> Int32 {
    let union = insert(zip(words[range(of: one)], words[range(of: other)]).map { $0 | $1 })
    unions.insert(key, union)
    return union
  }

  private func range(of set: Int32) -> Range<Int> { (Int(set) * width)..<(Int(set) * width + width) }

  private func hash(_ set: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0x243F_6A88_85A3_08D3
    for word in set {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
