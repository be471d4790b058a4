/// Places by number: an open-addressing hash table, since an automaton meets few of its instructions.
struct PlaceTable {
  /// The number above, the place below; all ones where there is none.
  private var slots: [UInt64] = Array(repeating: .max, count: 1 << 3)
  private var count = 0
  private var shift: UInt64 = 61

  /// The bytes that the table takes.
  var byteCount: Int { slots.count * 8 }

  /// The place of a number, nil where it has none.
  @inline(__always)
  subscript(number: Int32) -> Int32? {
    var index = home(number)
    while slots[index] != .max {
      if slots[index] >> 32 == UInt64(UInt32(bitPattern: number)) {
        return Int32(truncatingIfNeeded: slots[index])
      }
      index = (index &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Adds the place of a number that has none.
  mutating func insert(_ number: Int32, _ place: Int32) {
    if count * 2 >= slots.count { grow() }
    put(UInt64(UInt32(bitPattern: number)) << 32 | UInt64(UInt32(bitPattern: place)))
  }

  /// Forgets all places.
  mutating func removeAll() { self = PlaceTable() }

  @inline(__always)
  private func home(_ number: Int32) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt32(bitPattern: number)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func put(_ slot: UInt64) {
    var index = home(Int32(truncatingIfNeeded: slot >> 32))
    while slots[index] != .max { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 2)
    shift -= 1
    count = 0
    for slot in old where slot != .max { put(slot) }
  }
}
