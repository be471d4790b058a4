/// Numbers of things by the hashes of what they are: an open-addressing hash table that knows nothing of the things themselves.
///
/// Things are numbered one after the other as they are added. Hashes are kept, so that growing asks for none.
package struct HashSlots: Sendable {
  /// Numbers, -1 where there is none.
  private var slots: [Int32]
  /// The hash of each number.
  private var hashes: [UInt32] = []

  /// A table without numbers.
  package init() { slots = Array(repeating: -1, count: 1 << 4) }

  /// How many numbers there are.
  package var count: Int { hashes.count }

  /// The bytes that the table takes.
  package var byteCount: Int { (slots.count + hashes.count) * 4 }

  /// The number of what has a hash and passes a test, nil where there is none; constant time in the mean.
  @inline(__always)
  package func find(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
    let short = Self.short(hash)
    var slot = Int(short) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == short, isSame(number) { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Adds the next number, for something that is not there.
  package mutating func append(_ hash: UInt64) {
    if hashes.count * 2 >= slots.count { grow() }
    hashes.append(Self.short(hash))
    put(hashes.count - 1)
  }

  /// Forgets all numbers.
  package mutating func removeAll() {
    if hashes.isEmpty { return }
    slots = Array(repeating: -1, count: 1 << 4)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Both halves of a hash: of products the upper one is the better.
  @inline(__always)
  private static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32 ^ hash) }

  private mutating func put(_ number: Int) {
    var slot = Int(hashes[number]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in hashes.indices { put(number) }
  }
}
