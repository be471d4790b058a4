import Lexicon
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
  private var names: [Name] = []
  private var slots = HashSlots()

  init(_ view: DocumentView) { self.view = view }

  /// Whether there is no name.
  var isEmpty: Bool { names.isEmpty }

  /// The number of a name of the same kind and words, nil where there is none; numbers go up from zero.
  func number(of name: Name) -> Int? {
    if names.isEmpty { return nil }
    return slots.find(hash(name)) { isSame(name, names[$0]) }
  }

  /// Whether a name of the same kind and words is there.
  func contains(_ name: Name) -> Bool { number(of: name) != nil }

  /// Adds a name; its number, and whether none of the same kind and words was there.
  mutating func add(_ name: Name) -> (number: Int, isNew: Bool) {
    let hash = hash(name)
    if let known = slots.find(hash, where: { isSame(name, names[$0]) }) { return (known, false) }
    slots.append(hash)
    names.append(name)
    return (names.count - 1, true)
  }

  /// Adds a name; whether none of the same kind and words was there.
  mutating func insert(_ name: Name) -> Bool { add(name).isNew }

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
}
