import Lexicon
import UnicodeText

/// The classes of longer lexicon entries, by their node and the type of their first word: an open-addressing hash table.
struct PhraseTable {
  private var keys: [UInt64] = Array(repeating: .max, count: 1 << 6)
  private var classes: [ClassID] = Array(repeating: ClassID(rawValue: -1), count: 1 << 6)
  private var count = 0

  /// The class of an entry; nil where it is not known.
  @inline(__always)
  subscript(node: Lexicon.Node, first: TokenTypeID) -> ClassID? {
    let key = Self.key(node, first)
    var index = home(key)
    while keys[index] != .max {
      if keys[index] == key { return classes[index] }
      index = (index &+ 1) & (keys.count &- 1)
    }
    return nil
  }

  /// Adds the class of an entry that is not known.
  mutating func insert(_ node: Lexicon.Node, _ first: TokenTypeID, _ id: ClassID) {
    if count * 2 >= keys.count { grow() }
    put(Self.key(node, first), id)
  }

  /// Forgets all entries.
  mutating func removeAll() { self = PhraseTable() }

  /// No node is negative, so no key has all bits set.
  private static func key(_ node: Lexicon.Node, _ first: TokenTypeID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: first.rawValue))
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count &- 1)
  }

  private mutating func put(_ key: UInt64, _ id: ClassID) {
    var index = home(key)
    while keys[index] != .max { index = (index + 1) & (keys.count - 1) }
    keys[index] = key
    classes[index] = id
    count += 1
  }

  private mutating func grow() {
    let old = (keys, classes)
    keys = Array(repeating: .max, count: old.0.count * 2)
    classes = Array(repeating: ClassID(rawValue: -1), count: keys.count)
    count = 0
    for (key, id) in zip(old.0, old.1) where key != .max { put(key, id) }
  }
}
