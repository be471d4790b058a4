import Glibc

/// Numbers distinct byte strings from 0 on: open addressing over one arena of bytes, every hit verified.
package struct SpellingIndex {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var tags: [UInt8] = []
  private var offsets: [Int32] = [0]
  private var arena: [UInt8] = []

  /// An empty index.
  package init() { slots = [Int32](repeating: -1, count: 1 << 10) }

  /// How many strings have a number.
  package var count: Int { hashes.count }

  /// Where the strings end in `bytes`, by their numbers.
  package var ends: ArraySlice<Int32> { offsets[1...] }

  /// The strings, one behind the other in the order of their numbers.
  package var bytes: [UInt8] { arena }

  /// Bytes held by the strings.
  var byteCount: Int { arena.count }

  /// Forgets all strings and keeps the memory.
  mutating func removeAll() {
    for index in slots.indices { slots[index] = -1 }
    hashes.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
    arena.removeAll(keepingCapacity: true)
  }

  /// A hash of bytes and a seed, 64 bits well mixed; eight bytes a step.
  @inline(__always)
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt8) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ (UInt64(truncatingIfNeeded: bytes.count) << 8 | UInt64(seed))
    var index = 0
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while index &+ 8 <= bytes.count {
        hash = mix(hash, base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index &+= 8
      }
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    return mix(hash, rest)
  }

  /// Two hashes of bytes in one go.
  @inline(__always)
  static func longHash(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    var first = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var second: UInt64 = 0x8EBC_6AF0_9C88_C6E3
    guard let base = UnsafeRawPointer(bytes.baseAddress), bytes.count > 8 else { return (hash(bytes, seed: 1), second) }
    var index = 0
    // The last step reads the last eight bytes, part of them a second time.
    while index < bytes.count {
      let word = base.loadUnaligned(fromByteOffset: min(index, bytes.count &- 8), as: UInt64.self)
      let product = (first ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      first = product.high ^ product.low
      second = (second ^ product.low) &* 0xA076_1D64_78BD_642F &+ product.high
      index &+= 8
    }
    return (first, second)
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The number of a string with a tag, or nil where it has none yet.
  package func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, tag: UInt8) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, tags[number] == tag, isEqual(bytes, number) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives a string and tag without number the next one.
  package mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, tag: UInt8) -> Int {
    reserve(1)
    let number = count
    place(number, hash)
    hashes.append(hash)
    tags.append(tag)
    arena.append(contentsOf: bytes)
    offsets.append(Int32(truncatingIfNeeded: arena.count))
    return number
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = Int(offsets[number])
    guard Int(offsets[number + 1]) - start == bytes.count else { return false }
    guard let base = bytes.baseAddress else { return true }
    return arena.withUnsafeBytes { arena in
      arena.baseAddress.map { memcmp($0 + start, base, bytes.count) == 0 } ?? false
    }
  }

  private mutating func place(_ number: Int, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  /// Makes room for so many more strings; the growth is geometric.
  package mutating func reserve(_ added: Int) {
    if (count + added) * 2 > slots.count { grow(to: count + added) }
  }

  private mutating func grow(to count: Int) {
    var size = slots.count
    while count * 2 > size { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (number, hash) in hashes.enumerated() { place(number, hash) }
  }
}
