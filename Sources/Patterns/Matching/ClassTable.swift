import Lexicon
import UnicodeText

/// Gives every item the set of predicates that hold together of it, computed once for the parts that it rests on.
struct ClassTable {
  private let predicates: PredicateTable
  /// Whether an atom holds of the item at hand, and those that do.
  private var isHeld: [Bool]
  private var held: [Int] = []
  /// Classes by the hash of their sets.
  private var slots = HashSlots()
  private var parts: ItemParts
  /// The parts of the items met so far, by their numbers, and the class of each.
  private var keys = StateTable()
  private var known: [ClassID] = []
  /// The parts of the item at hand, one kind behind the other.
  private var key: [Int32] = []

  /// What holds of the classes met so far.
  private(set) var sets: ClassSets

  /// What stands between parts of two kinds, whose numbers are not negative.
  private static let separator: Int32 = -1

  init(_ predicates: PredicateTable, _ lexicon: Lexicon) {
    self.predicates = predicates
    parts = ItemParts(predicates, lexicon)
    isHeld = Array(repeating: false, count: predicates.atomCount)
    let negative = predicates.negativeTests
    sets = ClassSets(predicates: predicates.count, plain: (0..<negative.count).lazy.map { negative[$0] })
  }

  /// The bytes that the classes met so far take.
  var byteCount: Int { sets.byteCount + slots.byteCount + keys.byteCount + known.count * 4 + parts.byteCount }

  /// The class of a token that has some spellings and entries, or of a longer entry that begins with it; costs a step for each
  /// test that an atom decides which holds, where no such item has been met.
  mutating func classify(
    _ type: TokenType, isPhrase: Bool, words: some Sequence<WordID>, entries: some Sequence<Int>
  ) -> ClassID {
    key.removeAll(keepingCapacity: true)
    key.append(parts.number(of: type) << 1 | (isPhrase ? 1 : 0))
    if type.kind == .number {
      for part in [type.number ?? -1, (type.number ?? -1) >> 32, type.digits] {
        key.append(Int32(truncatingIfNeeded: part))
      }
    }
    let firstWord = key.count
    if !isPhrase {
      for word in words { if let place = predicates.place(of: word) { key.append(Int32(truncatingIfNeeded: place)) } }
    }
    let afterWords = key.count
    key.append(Self.separator)
    parts.eachAffix(of: type) { key.append(Int32(truncatingIfNeeded: $0)) }
    let afterAffixes = key.count
    key.append(Self.separator)
    for entry in entries { if let number = parts.number(ofEntry: entry) { key.append(number) } }
    let (number, isNew) = keys.insert(key)
    if !isNew { return known[Int(number)] }

    let writing = parts.writing(key[0] >> 1)
    for atom in writing.atoms { hold(atom) }
    let afterWriting = held.count
    if type.kind == .number {
      let item = Item(type: type)
      predicates.eachAtomOfNumbers { if item.holds(parts.atom($0)) { hold($0) } }
    }
    for place in key[firstWord..<afterWords] { predicates.atoms(ofWordAt: Int(place)).forEach { hold($0) } }
    for atom in key[(afterWords + 1)..<afterAffixes] { hold(Int(atom)) }
    let beforeEntries = held.count
    for entry in key[(afterAffixes + 1)...] { for atom in parts.atoms(ofEntry: entry) { hold(atom) } }
    var set = isPhrase ? sets.empty : sets.plain
    if !isPhrase { for word in writing.holding { set[word.place] |= word.bits } }
    // A phrase is only ever matched by its senses.
    add(held[(isPhrase ? beforeEntries : afterWriting)...], to: &set)
    for word in writing.failing { set[word.place] &= ~word.bits }
    remove(held[afterWriting...], from: &set)
    known.append(self.number(of: set))
    return known[Int(number)]
  }

  /// The class of a mention; costs one question an atom that could hold.
  mutating func classify(_ mention: MentionFacts) -> ClassID {
    let item = Item(mention: mention)
    predicates.eachAtom(ofMention: mention.type.string) { if item.holds(parts.atom($0)) { hold($0) } }
    var set = sets.empty
    add(held[...], to: &set)
    remove(held[...], from: &set)
    return number(of: set)
  }

  private mutating func hold(_ atom: Int) {
    if isHeld[atom] { return }
    isHeld[atom] = true
    held.append(atom)
  }

  /// Adds the tests that some atoms are the rarest of and that hold.
  private func add(_ atoms: ArraySlice<Int>, to set: inout [UInt64]) {
    for atom in atoms {
      for test in predicates.testsByMain[atom] where predicates.otherAtoms[test].allSatisfy({ isHeld[$0] }) {
        set[test >> 6] |= 1 << UInt64(test & 63)
      }
    }
  }

  /// Removes the tests that one of some atoms denies, and forgets all that held.
  private mutating func remove(_ atoms: ArraySlice<Int>, from set: inout [UInt64]) {
    for atom in atoms {
      for test in predicates.testsByNegated[atom] { set[test >> 6] &= ~(1 << UInt64(test & 63)) }
    }
    for atom in held { isHeld[atom] = false }
    held.removeAll(keepingCapacity: true)
  }

  /// The number of a set, which is new where it has not been met.
  private mutating func number(of set: [UInt64]) -> ClassID {
    let hash = Self.hash(set)
    let known = slots.find(hash) { sets.isSame(set, ClassID(rawValue: Int32(truncatingIfNeeded: $0))) }
    if let known { return ClassID(rawValue: Int32(truncatingIfNeeded: known)) }
    slots.append(hash)
    sets.append(set)
    return ClassID(rawValue: Int32(truncatingIfNeeded: sets.count - 1))
  }

  /// A hash of the words that are not zero, which are few.
  private static func hash(_ set: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0x243F_6A88_85A3_08D3
    for (place, word) in set.enumerated() where word != 0 {
      hash = (hash ^ word ^ UInt64(truncatingIfNeeded: place)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
