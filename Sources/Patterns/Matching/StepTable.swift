/// An open-addressing hash table from (state, symbol) to state; eight bytes a step, since it is looked into once a token and
/// rule phase and should stay in the near caches.
///
/// The steps of one state lie in the order of their symbols from a place that hashing finds: low symbols are the frequent ones,
/// and share a line of the cache.
///
/// States and symbols that do not fit are never found, and so made anew each time.
struct StepTable {
  /// The largest symbol that fits.
  static let largestSymbol: UInt32 = 1 << 24 - 1

  private static let stateBits: UInt64 = 20
  private static let symbolBits: UInt64 = 24

  /// The symbol from the bottom, then the state, then the state after the step; all ones where there is none.
  private var slots: [UInt64]
  /// How many steps are remembered.
  private(set) var count = 0
  private var shift: UInt64

  /// The bytes that the table takes.
  var byteCount: Int { slots.count * 8 }

  private static let empty = UInt64.max
  private static let keyMask: UInt64 = 1 << (stateBits + symbolBits) - 1

  init() {
    slots = Array(repeating: Self.empty, count: 1 << 3)
    shift = 61
  }

  /// The state after a step, -1 where it is not known.
  @inline(__always)
  func find(_ state: Int32, _ symbol: UInt32) -> Int32 {
    guard let key = Self.key(state, symbol) else { return -1 }
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var index = home(key) & mask
      while true {
        let slot = slots[index]
        if slot & Self.keyMask == key { return Int32(truncatingIfNeeded: slot >> (Self.stateBits + Self.symbolBits)) }
        // One slot is always empty.
        if slot == Self.empty { return -1 }
        index = (index &+ 1) & mask
      }
    }
  }

  mutating func insert(_ state: Int32, _ symbol: UInt32, _ value: Int32) {
    guard let key = Self.key(state, symbol), value < 1 << Self.stateBits - 1 else { return }
    if count &* 4 >= slots.count &* 3 { grow() }
    put(UInt64(UInt32(bitPattern: value)) << (Self.stateBits + Self.symbolBits) | key)
  }

  /// Where the search for a key begins, before it is cut to the size of the table.
  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    let state = (key >> Self.symbolBits) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: state >> shift &+ key & (1 << Self.symbolBits - 1))
  }

  private mutating func put(_ slot: UInt64) {
    var index = home(slot & Self.keyMask) & (slots.count &- 1)
    while slots[index] != Self.empty { index = (index &+ 1) & (slots.count &- 1) }
    slots[index] = slot
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    shift -= 1
    count = 0
    for slot in old where slot != Self.empty { put(slot) }
  }

  /// State and symbol in one number; nil where they do not fit.
  @inline(__always)
  private static func key(_ state: Int32, _ symbol: UInt32) -> UInt64? {
    let (state, symbol) = (UInt64(UInt32(bitPattern: state)), UInt64(symbol))
    guard state < 1 << stateBits - 1, symbol < 1 << symbolBits else { return nil }
    return state << symbolBits | symbol
  }
}
