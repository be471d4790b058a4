/// Places by number: an open-addressing hash table, since of many numbers few are met.
///
/// A number has as many bytes as its kind needs: the largest tables hold hundreds of thousands of them.
struct PlaceTable<Number: FixedWidthInteger & UnsignedInteger> {
  /// The numbers; all ones where there is none.
  private var numbers: [Number] = Array(repeating: .max, count: 1 << 3)
  private var places: [Int32] = Array(repeating: 0, count: 1 << 3)
  private var count = 0

  /// The bytes that the table takes.
  var byteCount: Int { numbers.count * (MemoryLayout<Number>.size + 4) }

  /// The place of a number below the largest, nil where it has none.
  @inline(__always)
  subscript(number: Number) -> Int32? {
    var index = home(number)
    while numbers[index] != .max {
      if numbers[index] == number { return places[index] }
      index = (index &+ 1) & (numbers.count &- 1)
    }
    return nil
  }

  /// Adds the place of a number that has none.
  mutating func insert(_ number: Number, _ place: Int32) {
    if count * 4 >= numbers.count * 3 { grow() }
    put(number, place)
  }

  /// Forgets all places.
  mutating func removeAll() { self = PlaceTable() }

  @inline(__always)
  private func home(_ number: Number) -> Int {
    Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (numbers.count &- 1)
  }

  private mutating func put(_ number: Number, _ place: Int32) {
    var index = home(number)
    while numbers[index] != .max { index = (index + 1) & (numbers.count - 1) }
    numbers[index] = number
    places[index] = place
    count += 1
  }

  private mutating func grow() {
    let (oldNumbers, oldPlaces) = (numbers, places)
    numbers = Array(repeating: .max, count: oldNumbers.count * 2)
    places = Array(repeating: 0, count: numbers.count)
    count = 0
    for (number, place) in zip(oldNumbers, oldPlaces) where number != .max { put(number, place) }
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
