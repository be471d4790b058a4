import UnicodeText

/// Tells cheaply of most words that they are not in a small set: a filter after Bloom (1970) with one hash.
struct KeyFilter {
  private var bits = [UInt64](repeating: 0, count: 32)

  /// Adds a word.
  mutating func insert(_ key: FoldedKey) {
    let (index, bit) = Self.place(key.fingerprint)
    bits[index] |= bit
  }

  /// False where no word of a fingerprint was added; true may be wrong.
  @inline(__always)
  func mayContain(_ fingerprint: UInt64) -> Bool {
    let (index, bit) = Self.place(fingerprint)
    return bits[index] & bit != 0
  }

  private static func place(_ hash: UInt64) -> (index: Int, bit: UInt64) {
    (Int(hash >> 6 & 31), 1 << (hash & 63))
  }
}
