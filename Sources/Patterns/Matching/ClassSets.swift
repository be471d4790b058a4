/// The number of a set of predicates that hold together of an item.
struct ClassID: Hashable {
  let rawValue: Int32
}

/// The predicates of every class, a bit each.
///
/// Of thousands of predicates all but some dozens hold of a class just when they hold of an item of which nothing is known. So a
/// class keeps the words that differ from that, and which they are.
struct ClassSets {
  /// The words of 64 bits that a set takes.
  private let width: Int
  /// The predicates of an item of which nothing is known.
  let plain: [UInt64]
  /// Which words of each class differ, a bit each, and the words themselves with what differs in them.
  private var masks: [UInt64] = []
  private let maskWidth: Int
  private var starts: [Int32] = []
  private var differences: [UInt64] = []

  /// Sets of some predicates, of which those in `plain` hold of an item of which nothing is known.
  init(predicates: Int, plain: some Sequence<Int>) {
    let width = max(1, (predicates + 63) / 64)
    self.width = width
    maskWidth = (width + 63) / 64
    var words = Array(repeating: UInt64(0), count: width)
    for predicate in plain { words[predicate >> 6] |= 1 << UInt64(predicate & 63) }
    self.plain = words
  }

  /// How many classes there are.
  var count: Int { starts.count }

  /// How many predicates a class can have.
  var capacity: Int { width << 6 }

  /// The bytes that all sets take.
  var byteCount: Int { (masks.count + differences.count) * 8 + starts.count * 4 }

  /// An empty set, to be filled and appended.
  var empty: [UInt64] { Array(repeating: 0, count: width) }

  /// The predicates of a class, a bit each; linear in their number.
  subscript(id: ClassID) -> [UInt64] {
    var set = plain
    forEachDifference(in: id) { set[$0] ^= $1 }
    return set
  }

  /// Writes the predicates of a class over another set.
  @inline(__always)
  func read(_ id: ClassID, into set: inout [UInt64]) {
    set.withUnsafeMutableBufferPointer { set in
      plain.withUnsafeBufferPointer { _ = set.update(fromContentsOf: $0) }
      forEachDifference(in: id) { set[$0] ^= $1 }
    }
  }

  /// Calls `body` with the place of each word in which a class differs from an item of which nothing is known, and what differs.
  @inline(__always)
  func forEachDifference(in id: ClassID, _ body: (Int, UInt64) -> Void) {
    var place = Int(starts[Int(id.rawValue)])
    for word in 0..<maskWidth {
      var mask = masks[Int(id.rawValue) * maskWidth + word]
      while mask != 0 {
        body(word << 6 | mask.trailingZeroBitCount, differences[place])
        place += 1
        mask &= mask - 1
      }
    }
  }

  /// Whether two classes agree on some predicates, a bit each.
  func agree(_ one: ClassID, _ other: ClassID, on asked: [UInt64]) -> Bool {
    var (onePlace, otherPlace) = (Int(starts[Int(one.rawValue)]), Int(starts[Int(other.rawValue)]))
    for word in 0..<maskWidth {
      let oneMask = masks[Int(one.rawValue) * maskWidth + word]
      let otherMask = masks[Int(other.rawValue) * maskWidth + word]
      var mask = oneMask | otherMask
      while mask != 0 {
        let bit = mask & (0 &- mask)
        var difference: UInt64 = 0
        if oneMask & bit != 0 {
          difference ^= differences[onePlace]
          onePlace += 1
        }
        if otherMask & bit != 0 {
          difference ^= differences[otherPlace]
          otherPlace += 1
        }
        let place = word << 6 | mask.trailingZeroBitCount
        if place < asked.count, difference & asked[place] != 0 { return false }
        mask &= mask - 1
      }
    }
    return true
  }

  /// Whether a set is that of a class.
  func isSame(_ set: [UInt64], _ id: ClassID) -> Bool {
    var left = 0
    for word in 0..<width where set[word] != plain[word] { left += 1 }
    var isSame = true
    forEachDifference(in: id) { word, difference in
      left -= 1
      isSame = isSame && set[word] == plain[word] ^ difference
    }
    return isSame && left == 0
  }

  /// Whether a predicate holds of a class.
  @inline(__always)
  func contains(_ predicate: Int32, in id: ClassID) -> Bool {
    word(Int(predicate) >> 6, of: id) >> UInt64(predicate & 63) & 1 == 1
  }

  /// Sixty-four predicates of a class.
  @inline(__always)
  func word(_ word: Int, of id: ClassID) -> UInt64 {
    let first = Int(id.rawValue) &* maskWidth
    let (mask, bit) = (masks[first &+ word >> 6], UInt64(1) << UInt64(word & 63))
    if mask & bit == 0 { return plain[word] }
    var place = Int(starts[Int(id.rawValue)]) &+ (mask & (bit &- 1)).nonzeroBitCount
    for before in first..<(first &+ word >> 6) { place &+= masks[before].nonzeroBitCount }
    return plain[word] ^ differences[place]
  }

  /// Calls `body` with each predicate of a class, in order, of those in a set where one is given.
  @inline(__always)
  func forEach(in id: ClassID, among asked: [UInt64]? = nil, _ body: (Int) -> Void) {
    for (word, bits) in self[id].enumerated() {
      var bits = asked.map { bits & $0[word] } ?? bits
      while bits != 0 {
        body(word << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  mutating func append(_ set: [UInt64]) {
    starts.append(Int32(truncatingIfNeeded: differences.count))
    let first = masks.count
    masks += repeatElement(0, count: maskWidth)
    for word in 0..<width where set[word] != plain[word] {
      masks[first + word >> 6] |= 1 << UInt64(word & 63)
      differences.append(set[word] ^ plain[word])
    }
  }
}
