import Lexicon

/// What one automaton can tell of classes: those that agree on every predicate it asks are one letter to it.
///
/// An automaton asks a part of all predicates, and has fewer steps to make, and to keep near, by letter than by class.
struct LetterTable {
  /// The predicates that are asked, a bit each.
  private var asked: [UInt64] = []
  /// The hash of an item of which nothing is known, nil where it has not been asked.
  private var plainHash: UInt64?
  /// The letter of each class, -1 where it has not been asked.
  private var letters: [Int32] = []
  /// A class of each letter.
  private(set) var classes: [ClassID] = []
  /// Letters by the hash of what is asked of them.
  private var slots = HashSlots()

  /// A table that asks some predicates, which are in order.
  init(_ predicates: some Sequence<Int>) {
    for predicate in predicates {
      let missing = predicate >> 6 + 1 - asked.count
      if missing > 0 { asked += repeatElement(0, count: missing) }
      asked[predicate >> 6] |= 1 << UInt64(predicate & 63)
    }
  }

  /// About how many bytes it takes.
  var byteCount: Int { (letters.count + classes.count) * 4 + slots.byteCount }

  /// The letter of a class.
  @inline(__always)
  mutating func letter(of id: ClassID, _ sets: ClassSets) -> Int32 {
    let index = Int(id.rawValue)
    if index < letters.count, letters[index] >= 0 { return letters[index] }
    return make(id, sets)
  }

  @inline(never)
  private mutating func make(_ id: ClassID, _ sets: ClassSets) -> Int32 {
    if letters.count < sets.count { letters += repeatElement(-1, count: sets.count - letters.count) }
    let hash = hash(id, sets)
    if let known = slots.find(hash, where: { sets.agree(id, classes[$0], on: asked) }) {
      letters[Int(id.rawValue)] = Int32(truncatingIfNeeded: known)
    } else {
      letters[Int(id.rawValue)] = Int32(truncatingIfNeeded: classes.count)
      slots.append(hash)
      classes.append(id)
    }
    return letters[Int(id.rawValue)]
  }

  /// A sum over the words of what is asked, so that of a class only the words count in which it differs from others.
  private mutating func hash(_ id: ClassID, _ sets: ClassSets) -> UInt64 {
    let plain = plainHash ?? asked.indices.reduce(0) { $0 &+ Self.hash(sets.plain[$1] & asked[$1], at: $1) }
    plainHash = plain
    var hash = plain
    sets.forEachDifference(in: id) { place, difference in
      if place >= asked.count || difference & asked[place] == 0 { return }
      let word = sets.plain[place] & asked[place]
      hash = hash &- Self.hash(word, at: place) &+ Self.hash(word ^ difference & asked[place], at: place)
    }
    return hash
  }

  @inline(__always)
  private static func hash(_ word: UInt64, at place: Int) -> UInt64 {
    let mixed = (word ^ UInt64(truncatingIfNeeded: place) &* 0x243F_6A88_85A3_08D3) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}
