/// Which places a walk has come by: a set of numbers that is emptied at no cost.
///
/// An open-addressing hash table whose members carry the number of the round in which they were added, so that those of earlier
/// rounds count as free. It grows with what one round visits, not with what it could.
struct VisitSet {
  /// The round in the upper bits and the number in the lower ones.
  private var slots: [UInt64]
  private var count = 0
  private var round: UInt64 = 1

  private static let numberBits: UInt64 = 40

  init() { slots = Array(repeating: 0, count: 1 << 8) }

  /// Empties the set; constant time but once in sixteen million rounds.
  @inline(__always)
  mutating func removeAll() {
    if count == 0 { return }
    count = 0
    round += 1
    if round >> (64 - Self.numberBits) != 0 {
      slots = Array(repeating: 0, count: slots.count)
      round = 1
    }
  }

  /// Adds a number below 2^40; false where it is there.
  @inline(__always)
  mutating func insert(_ number: Int) -> Bool {
    if count * 2 >= slots.count { grow() }
    let member = round << Self.numberBits | UInt64(truncatingIfNeeded: number)
    var slot = Self.slot(member, slots.count)
    while slots[slot] >> Self.numberBits == round {
      if slots[slot] == member { return false }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = member
    count += 1
    return true
  }

  @inline(__always)
  private static func slot(_ member: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (member &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count &- 1)
  }

  @inline(never)
  private mutating func grow() {
    let members = slots.filter { $0 >> Self.numberBits == round }
    slots = Array(repeating: 0, count: slots.count * 2)
    for member in members {
      var slot = Self.slot(member, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = member
    }
  }
}
