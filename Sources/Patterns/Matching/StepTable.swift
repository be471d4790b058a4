/// An open-addressing hash table from (state, symbol) to state.
struct StepTable {
  private struct Slot {
    var key: UInt64
    var value: Int32
  }

  private var slots: [Slot]
  private var count = 0
  private var shift: UInt64

  private static let empty = UInt64.max

  init() {
    slots = Array(repeating: Slot(key: Self.empty, value: -1), count: 1 << 3)
    shift = 61
  }

  /// The state after a step, -1 where it is not known.
  @inline(__always)
  func find(_ state: Int32, _ symbol: UInt32) -> Int32 {
    let key = Self.key(state, symbol)
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      // An empty slot holds -1, and one is always empty.
      while slots[index].key != key, slots[index].key != Self.empty { index = (index &+ 1) & mask }
      return slots[index].value
    }
  }

  mutating func insert(_ state: Int32, _ symbol: UInt32, _ value: Int32) {
    if count &* 2 >= slots.count { grow() }
    put(Slot(key: Self.key(state, symbol), value: value))
  }

  private mutating func put(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: (slot.key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[index].key != Self.empty { index = (index &+ 1) & (slots.count &- 1) }
    slots[index] = slot
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: Self.empty, value: -1), count: old.count * 2)
    shift -= 1
    count = 0
    for slot in old where slot.key != Self.empty { put(slot) }
  }

  @inline(__always)
  private static func key(_ state: Int32, _ symbol: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(symbol)
  }
}
