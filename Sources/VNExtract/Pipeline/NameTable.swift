import Patterns
import UnicodeText

/// A set of names of one kind each, as ranges of a document's tokens; those of the same folded words are one.
///
/// Open addressing by the fingerprints of the words, since most of what is asked is not there.
struct NameTable {
  /// A name where it stands.
  struct Name {
    var meaning: Meaning
    var range: Range<Int>
  }

  private let view: DocumentView
  private var names: [(hash: UInt64, name: Name)] = []
  /// The places of names by hash, -1 where there is none.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 5)

  init(_ view: DocumentView) { self.view = view }

  /// Whether there is no name.
  var isEmpty: Bool { names.isEmpty }

  /// The number of a name of the same kind and words, nil where there is none; numbers go up from zero.
  func number(of name: Name) -> Int? {
    if names.isEmpty { return nil }
    let number = slots[slot(name, hash(name))]
    return number < 0 ? nil : Int(number)
  }

  /// Whether a name of the same kind and words is there.
  func contains(_ name: Name) -> Bool { number(of: name) != nil }

  /// Adds a name; its number, and whether none of the same kind and words was there.
  mutating func add(_ name: Name) -> (number: Int, isNew: Bool) {
    let hash = hash(name)
    let slot = slot(name, hash)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(truncatingIfNeeded: names.count)
    names.append((hash, name))
    if names.count * 2 > slots.count { grow() }
    return (names.count - 1, true)
  }

  /// Adds a name; whether none of the same kind and words was there.
  mutating func insert(_ name: Name) -> Bool { add(name).isNew }

  /// Where a name stands in the table, or would.
  private func slot(_ name: Name, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let (known, other) = names[Int(slots[slot])]
      if known == hash, isSame(name, other) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isSame(_ name: Name, _ other: Name) -> Bool {
    name.meaning == other.meaning && name.range.count == other.range.count
      && zip(name.range, other.range).allSatisfy {
        let (type, known) = (view.tokens.types[$0], view.tokens.types[$1])
        return type == known || view.types.key(of: type) == view.types.key(of: known)
      }
  }

  private func hash(_ name: Name) -> UInt64 {
    var hash: UInt64 = name.meaning == .person ? 1 : name.meaning == .organization ? 2 : 3
    for index in name.range {
      hash = (hash ^ view.types.fingerprint(of: view.tokens.types[index])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, entry) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
