import Lexicon
import UnicodeText

/// Gives every item the set of predicates that hold of it, computed once a token type, entry and kind of mention.
struct ClassTable {
  private let predicates: PredicateTable
  /// The tests asked so far.
  private var tests: [ItemTest?]
  private var ids: [[UInt64]: ClassID] = [:]

  /// What holds of the classes met so far.
  private(set) var sets: ClassSets

  init(_ predicates: PredicateTable) {
    self.predicates = predicates
    tests = Array(repeating: nil, count: predicates.count)
    sets = ClassSets(predicates: predicates.count)
  }

  /// The number of classes met so far.
  var count: Int { ids.count }

  /// The class of an item, whose spellings are `words`; costs one question a predicate that could hold.
  mutating func classify(_ item: Item, words: some Sequence<WordID> = EmptyCollection()) -> ClassID {
    let predicates = predicates
    var set = sets.empty
    func ask(_ number: Int) {
      let test = tests[number] ?? predicates.test(number)
      tests[number] = test
      if item.passes(test) { set[number >> 6] |= 1 << UInt64(number & 63) }
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
