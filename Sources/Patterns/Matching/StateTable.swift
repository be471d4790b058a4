/// States of an automaton by the instructions that they stand at: an open-addressing hash table over lists of numbers that lie
/// one behind the other.
struct StateTable {
  /// Where the list of each state ends in `numbers`.
  private var ends: [Int32] = []
  /// The lists, one behind the other.
  private(set) var numbers: [Int32] = []
  private var hashes: [UInt32] = []
  /// State numbers, -1 where there is none.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 3)

  /// How many states there are.
  var count: Int { ends.count }

  /// Where the list of a state stands in `numbers`.
  @inline(__always)
  func range(of state: Int32) -> Range<Int> {
    Int(state == 0 ? 0 : ends[Int(state) - 1])..<Int(ends[Int(state)])
  }

  /// Forgets all states.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    slots = Array(repeating: -1, count: 1 << 3)
  }

  /// The state of a list, made where there is none; new states are numbered one after the other.
  mutating func insert(_ list: [Int32]) -> (state: Int32, isNew: Bool) {
    var hash: UInt64 = 0x243F_6A88_85A3_08D3
    for number in list { hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0x9E37_79B9_7F4A_7C15 }
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    var index = Int(short) & (slots.count - 1)
    while slots[index] >= 0 {
      let state = slots[index]
      if hashes[Int(state)] == short, numbers[range(of: state)].elementsEqual(list) { return (state, false) }
      index = (index + 1) & (slots.count - 1)
    }
    let state = Int32(truncatingIfNeeded: ends.count)
    slots[index] = state
    numbers += list
    ends.append(Int32(truncatingIfNeeded: numbers.count))
    hashes.append(short)
    if ends.count * 2 > slots.count { grow() }
    return (state, true)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (state, hash) in hashes.enumerated() {
      var index = Int(hash) & (slots.count - 1)
      while slots[index] >= 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = Int32(truncatingIfNeeded: state)
    }
  }
}
