/// An open-addressing hash table from (state, symbol) to state.
struct StepTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0
  private var shift: UInt64

  private static let empty = UInt64.max

  init() {
    keys = Array(repeating: Self.empty, count: 1 << 10)
    values = Array(repeating: 0, count: 1 << 10)
    shift = 54
  }

  @inline(__always)
  func find(_ state: Int32, _ symbol: UInt32) -> Int32? {
    let key = Self.key(state, symbol)
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == Self.empty { return nil }
      slot = (slot &+ 1) & mask
    }
  }

  mutating func insert(_ state: Int32, _ symbol: UInt32, _ value: Int32) {
    if count &* 2 >= keys.count { grow() }
    put(Self.key(state, symbol), value)
  }

  mutating func removeAll() { self = StepTable() }

  private mutating func put(_ key: UInt64, _ value: Int32) {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != Self.empty { slot = (slot &+ 1) & (keys.count &- 1) }
    keys[slot] = key
    values[slot] = value
    count += 1
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: Self.empty, count: old.0.count * 2)
    values = Array(repeating: 0, count: old.0.count * 2)
    shift -= 1
    count = 0
    for (key, value) in zip(old.0, old.1) where key != Self.empty { put(key, value) }
  }

  @inline(__always)
  private static func key(_ state: Int32, _ symbol: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(symbol)
  }
}
