/// Some of the instructions of an automaton, each once.
struct InstructionSet {
  private let first: Int
  private var bits: [UInt64]
  /// The instructions in the order in which they were added, or sorted.
  private(set) var list: [Int32] = []

  /// An empty set of instructions from a range.
  init(of range: Range<Int>) {
    first = range.lowerBound
    bits = Array(repeating: 0, count: (range.count + 63) / 64)
  }

  /// Adds an instruction.
  @inline(__always)
  mutating func insert(_ instruction: Int32) {
    let place = Int(instruction) &- first
    let bit: UInt64 = 1 << UInt64(place & 63)
    if bits[place >> 6] & bit == 0 {
      bits[place >> 6] |= bit
      list.append(instruction)
    }
  }

  /// Puts the list in order.
  mutating func sort() { if list.count > 1 { list.sort() } }

  /// Takes all out.
  mutating func removeAll() {
    for instruction in list { bits[(Int(instruction) - first) >> 6] = 0 }
    list.removeAll(keepingCapacity: true)
  }
}
