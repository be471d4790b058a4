import Lexicon
import UnicodeText

/// Gives every item the set of predicates that hold of it, computed once a token type, entry and kind of mention.
struct ClassTable {
  private let predicates: PredicateTable
  private var ids: [[UInt64]: ClassID] = [:]

  /// What holds of the classes met so far.
  private(set) var sets: ClassSets

  init(_ predicates: PredicateTable) {
    self.predicates = predicates
    sets = ClassSets(predicates: predicates.count)
  }

  /// The number of classes met so far.
  var count: Int { ids.count }

  /// The class of an item; costs one question a predicate that could hold.
  mutating func classify(_ item: Item) -> ClassID {
    var set = sets.empty
    func ask(_ numbers: [Int32]?) {
      for number in numbers ?? [] where item.passes(predicates.tests[Int(number)]) {
        set[Int(number) >> 6] |= 1 << UInt64(number & 63)
      }
    }
    if let mention = item.mention {
      ask(predicates.byMention[mention.type])
    } else {
      if !item.isPhrase {
        ask(predicates.always)
        for key in item.type?.keys ?? [] { ask(predicates.byWord[key]) }
      }
      for sense in Set(item.entries.map(\.sense)) { ask(predicates.bySense[sense]) }
    }
    if let id = ids[set] { return id }
    let id = ClassID(rawValue: Int32(ids.count))
    ids[set] = id
    sets.append(set)
    return id
  }
}
