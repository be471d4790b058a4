import Lexicon
import UnicodeText

/// Gives every item the set of predicates that hold of it, computed once a token type, entry and kind of mention.
struct ClassTable {
  private let predicates: PredicateTable
  /// The atoms asked so far.
  private var atoms: [Atom?]
  /// Whether an atom holds of the item at hand, and those that do.
  private var isHeld: [Bool]
  private var held: [Int] = []
  /// Classes by the hash of their sets.
  private var slots = HashSlots()
  private let affixes: AffixIndex

  /// What holds of the classes met so far.
  private(set) var sets: ClassSets

  init(_ predicates: PredicateTable) {
    self.predicates = predicates
    affixes = AffixIndex(predicates)
    atoms = Array(repeating: nil, count: predicates.atomCount)
    isHeld = Array(repeating: false, count: predicates.atomCount)
    let negative = predicates.negativeTests
    sets = ClassSets(predicates: predicates.count, plain: (0..<negative.count).lazy.map { negative[$0] })
  }

  /// The bytes that the classes met so far take.
  var byteCount: Int { sets.byteCount + slots.byteCount }

  /// The class of an item, whose spellings are `words`; costs one question an atom that could hold, and a step for each test
  /// that one which holds decides.
  mutating func classify(_ item: Item, words: some Sequence<WordID> = EmptyCollection()) -> ClassID {
    // A phrase is only ever matched by its senses.
    let firstMain = findHeld(of: item, words)
    var set = item.mention == nil && !item.isPhrase ? sets.plain : sets.empty
    for atom in held[firstMain...] {
      for test in predicates.testsByMain[atom] where predicates.otherAtoms[test].allSatisfy({ isHeld[$0] }) {
        set[test >> 6] |= 1 << UInt64(test & 63)
      }
    }
    for atom in held {
      for test in predicates.testsByNegated[atom] { set[test >> 6] &= ~(1 << UInt64(test & 63)) }
      isHeld[atom] = false
    }
    held.removeAll(keepingCapacity: true)
    return number(of: set)
  }

  /// The number of a set, which is new where it has not been met.
  private mutating func number(of set: [UInt64]) -> ClassID {
    let hash = Self.hash(set)
    let known = slots.find(hash) { sets[ClassID(rawValue: Int32(truncatingIfNeeded: $0))] == set }
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

  /// Collects the atoms that hold of an item; returns the place of the first that a match of it can rest on.
  private mutating func findHeld(of item: Item, _ words: some Sequence<WordID>) -> Int {
    let predicates = predicates
    func ask(_ number: Int) {
      if isHeld[number] { return }
      let atom = atoms[number] ?? predicates.atom(number)
      atoms[number] = atom
      guard item.holds(atom) else { return }
      isHeld[number] = true
      held.append(number)
    }
    if let mention = item.mention {
      predicates.eachAtom(ofMention: mention.type, ask)
      return 0
    }
    if let type = item.type {
      predicates.eachAtom(ofType: type, ask)
      if type.kind == .word {
        affixes.each(of: type.key.bytes) { number in
          isHeld[number] = true
          held.append(number)
        }
      }
    }
    if !item.isPhrase { for word in words { predicates.eachAtom(ofWord: word, ask) } }
    let first = item.isPhrase ? held.count : 0
    for sense in Set(item.entries.map(\.sense)) { predicates.eachAtom(ofSense: sense, ask) }
    return first
  }
}
