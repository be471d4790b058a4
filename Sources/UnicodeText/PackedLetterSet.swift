/// A set of packed letters, up to six, asked once or more for every new word: open addressing, a multiplication a question.
struct PackedLetterSet: Sendable {
  private var slots: [UInt32]
  private let shift: UInt32

  private static let empty = UInt32.max

  /// A set of some numbers below 2³⁰.
  init(_ numbers: some Collection<UInt32>) {
    var bits: UInt32 = 3
    while 1 << bits < 3 * numbers.count { bits += 1 }
    shift = 32 - bits
    slots = Array(repeating: Self.empty, count: 1 << Int(bits))
    for number in numbers where !contains(number) {
      var place = self.place(number)
      while slots[place] != Self.empty { place = (place + 1) & (slots.count - 1) }
      slots[place] = number
    }
  }

  /// Whether a number is in the set.
  func contains(_ number: UInt32) -> Bool {
    var place = self.place(number)
    while slots[place] != Self.empty {
      if slots[place] == number { return true }
      place = (place + 1) & (slots.count - 1)
    }
    return false
  }

  private func place(_ number: UInt32) -> Int { Int((number &* 0x9E37_79B1) >> shift) }
}
