import Lexicon

/// States of an automaton by the instructions that they stand at, whose lists lie one behind the other.
struct StateTable {
  /// Where the list of each state ends in `numbers`.
  private var ends: [Int32] = []
  /// The lists, one behind the other.
  private(set) var numbers: [Int32] = []
  private var slots = HashSlots()

  /// How many states there are.
  var count: Int { ends.count }

  /// The bytes that the states take.
  var byteCount: Int { (ends.count + numbers.count) * 4 + slots.byteCount }

  /// Where the list of a state stands in `numbers`.
  @inline(__always)
  func range(of state: Int32) -> Range<Int> {
    Int(state == 0 ? 0 : ends[Int(state) - 1])..<Int(ends[Int(state)])
  }

  /// Forgets all states.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    slots.removeAll()
  }

  /// The state of a list, made where there is none; new states are numbered one after the other.
  mutating func insert(_ list: [Int32]) -> (state: Int32, isNew: Bool) {
    var hash: UInt64 = 0x243F_6A88_85A3_08D3
    for number in list { hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0x9E37_79B9_7F4A_7C15 }
    let known = slots.find(hash) { numbers[range(of: Int32(truncatingIfNeeded: $0))].elementsEqual(list) }
    if let known { return (Int32(truncatingIfNeeded: known), false) }
    slots.append(hash)
    numbers += list
    ends.append(Int32(truncatingIfNeeded: numbers.count))
    return (Int32(truncatingIfNeeded: ends.count - 1), true)
  }
}
