/// The number of a set of predicates that hold together of an item.
struct ClassID: Hashable {
  let rawValue: Int32
}

/// The predicates of every class, a bit each.
struct ClassSets {
  /// The words of 64 bits that a set takes.
  private let width: Int
  private var sets: [UInt64] = []

  /// The predicates of every class by their address.
  struct View {
    fileprivate let width: Int
    fileprivate let sets: UnsafeBufferPointer<UInt64>

    /// Whether a predicate holds of a class.
    @inline(__always)
    func contains(_ predicate: Int32, in id: ClassID) -> Bool {
      sets[Int(id.rawValue) &* width &+ Int(predicate) >> 6] >> UInt64(predicate & 63) & 1 == 1
    }
  }

  init(predicates: Int) { width = max(1, (predicates + 63) / 64) }

  /// How many classes there are.
  var count: Int { sets.count / width }

  /// The predicates of a class, a bit each.
  subscript(id: ClassID) -> ArraySlice<UInt64> { sets[(Int(id.rawValue) * width)..<((Int(id.rawValue) + 1) * width)] }

  /// Whether a predicate holds of a class.
  @inline(__always)
  func contains(_ predicate: Int32, in id: ClassID) -> Bool {
    sets[Int(id.rawValue) &* width &+ Int(predicate) >> 6] >> UInt64(predicate & 63) & 1 == 1
  }

  /// Sixty-four predicates of a class.
  @inline(__always)
  func word(_ word: Int, of id: ClassID) -> UInt64 { sets[Int(id.rawValue) &* width &+ word] }

  /// Calls `body` with a view that is valid during the call.
  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    sets.withUnsafeBufferPointer { body(View(width: width, sets: $0)) }
  }

  /// Calls `body` with each predicate of a class, in order.
  @inline(__always)
  func forEach(in id: ClassID, _ body: (Int) -> Void) {
    for word in 0..<width {
      var bits = sets[Int(id.rawValue) &* width &+ word]
      while bits != 0 {
        body(word << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// How many predicates a class can have.
  var capacity: Int { width << 6 }

  /// The bytes that all sets take.
  var byteCount: Int { sets.count * 8 }

  /// An empty set, to be filled and appended.
  var empty: [UInt64] { Array(repeating: 0, count: width) }

  mutating func append(_ set: [UInt64]) { sets += set }
}
