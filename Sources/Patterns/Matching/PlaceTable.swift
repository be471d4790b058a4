/// Places by number: an open-addressing hash table, since of many numbers few are met.
///
/// A number has as many bytes as its kind needs: the largest tables hold hundreds of thousands of them.
struct PlaceTable<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  /// A number, all ones where there is none, and its place beside it: one line of the cache tells both.
  private struct Slot: BitwiseCopyable {
    var number: Number = .max
    var place: Int32 = 0
  }

  private var slots: [Slot] = Array(repeating: Slot(), count: 1 << 3)
  /// How many numbers have a place.
  private(set) var count = 0

  /// The bytes that the table takes.
  var byteCount: Int { slots.count * MemoryLayout<Slot>.stride }

  /// The place of a number below the largest, nil where it has none.
  @inline(__always)
  subscript(number: Number) -> Int32? {
    var index = home(number)
    while true {
      let slot = slots[index]
      if slot.number == number { return slot.place }
      if slot.number == .max { return nil }
      index = (index &+ 1) & (slots.count &- 1)
    }
  }

  /// Adds the place of a number that has none.
  mutating func insert(_ number: Number, _ place: Int32) {
    if count * 4 >= slots.count * 3 { grow() }
    put(number, place)
  }

  /// Forgets all places.
  mutating func removeAll() { self = PlaceTable() }

  @inline(__always)
  private func home(_ number: Number) -> Int {
    Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count &- 1)
  }

  private mutating func put(_ number: Number, _ place: Int32) {
    var index = home(number)
    while slots[index].number != .max { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(number: number, place: place)
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    count = 0
    for slot in old where slot.number != .max { put(slot.number, slot.place) }
  }
}

extension PlaceTable where Number == UInt32 {
  /// The place of a number that is not negative, nil where it has none.
  @inline(__always)
  subscript(number: Int32) -> Int32? { self[UInt32(bitPattern: number)] }

  /// Adds the place of a number that has none and is not negative.
  mutating func insert(_ number: Int32, _ place: Int32) { insert(UInt32(bitPattern: number), place) }
}

extension PlaceTable where Number == UInt64 {
  /// Two numbers that are not negative as one.
  @inline(__always)
  static func pair(_ one: Int32, _ other: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
  }
}
