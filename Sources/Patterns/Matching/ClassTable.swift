import Lexicon
import UnicodeText

/// Gives every item the set of predicates that hold of it, computed once a token type, entry and kind of mention.
struct ClassTable {
  private let predicates: PredicateTable
  /// The atoms asked so far.
  private var atoms: [Atom?]
  /// What is known of each atom for the item at hand: whether it was asked, and whether it holds.
  private var answers: [UInt8]
  private var ids: [[UInt64]: ClassID] = [:]

  /// What holds of the classes met so far.
  private(set) var sets: ClassSets

  init(_ predicates: PredicateTable) {
    self.predicates = predicates
    atoms = Array(repeating: nil, count: predicates.atomCount)
    answers = Array(repeating: 0, count: predicates.atomCount)
    sets = ClassSets(predicates: predicates.count)
  }

  /// The number of classes met so far.
  var count: Int { ids.count }

  /// The class of an item, whose spellings are `words`; costs one question a predicate that could hold.
  mutating func classify(_ item: Item, words: some Sequence<WordID> = EmptyCollection()) -> ClassID {
    let predicates = predicates
    var set = sets.empty
    for index in answers.indices { answers[index] = 0 }
    func holds(_ number: Int) -> Bool {
      if answers[number] > 0 { return answers[number] == 2 }
      let atom = atoms[number] ?? predicates.atom(number)
      atoms[number] = atom
      let holds = item.holds(atom)
      answers[number] = holds ? 2 : 1
      return holds
    }
    func ask(_ number: Int) {
      if predicates.passes(number, isPhrase: item.isPhrase, isMention: item.mention != nil, holds) {
        set[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
    if let mention = item.mention {
      predicates.each(ofMention: mention.type, ask)
    } else {
      if !item.isPhrase {
        if let type = item.type { predicates.each(ofType: type, ask) }
        for word in words { predicates.each(ofWord: word, ask) }
      }
      for sense in Set(item.entries.map(\.sense)) { predicates.each(ofSense: sense, ask) }
    }
    if let id = ids[set] { return id }
    let id = ClassID(rawValue: Int32(ids.count))
    ids[set] = id
    sets.append(set)
    return id
  }
}
