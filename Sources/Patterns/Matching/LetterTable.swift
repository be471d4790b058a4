import Lexicon

/// What one automaton can tell of classes: those that agree on every predicate it asks are one letter to it.
///
/// An automaton asks a part of all predicates, and has fewer steps to make, and to keep near, by letter than by class.
struct LetterTable {
  /// Predicates of one word of a set.
  private struct Mask {
    var word: Int
    var bits: UInt64
  }

  private var masks: [Mask] = []
  /// The letter of each class, -1 where it has not been asked.
  private var letters: [Int32] = []
  /// A class of each letter.
  private(set) var classes: [ClassID] = []
  /// Letters by the hash of what is asked of them.
  private var slots = HashSlots()

  /// A table that asks some predicates, which are in order.
  init(_ predicates: some Sequence<Int>) {
    for predicate in predicates {
      if masks.last?.word != predicate >> 6 { masks.append(Mask(word: predicate >> 6, bits: 0)) }
      masks[masks.count - 1].bits |= 1 << UInt64(predicate & 63)
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
    let set = sets[id]
    let hash = hash(set)
    if let known = slots.find(hash, where: { isSame(set, classes[$0], sets) }) {
      letters[Int(id.rawValue)] = Int32(truncatingIfNeeded: known)
    } else {
      letters[Int(id.rawValue)] = Int32(truncatingIfNeeded: classes.count)
      slots.append(hash)
      classes.append(id)
    }
    return letters[Int(id.rawValue)]
  }

  private func isSame(_ set: [UInt64], _ other: ClassID, _ sets: ClassSets) -> Bool {
    masks.allSatisfy { (set[$0.word] ^ sets.word($0.word, of: other)) & $0.bits == 0 }
  }

  /// A hash of the words that are not zero, which are few.
  private func hash(_ set: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0x243F_6A88_85A3_08D3
    for mask in masks {
      let word = set[mask.word] & mask.bits
      if word == 0 { continue }
      hash = (hash ^ word ^ UInt64(truncatingIfNeeded: mask.word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
