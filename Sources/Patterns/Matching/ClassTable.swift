import Lexicon
import UnicodeText

/// The number of a set of predicates that hold together of an item.
struct ClassID: Hashable {
  let rawValue: Int32
}

/// Gives every item the set of predicates that hold of it, computed once a token type, entry and kind of mention.
///
/// Mutable and not shared: every worker has its own.
final class ClassTable {
  private let predicates: PredicateTable
  private let words: Int
  private var ids: [[UInt64]: ClassID] = [:]
  private var sets: [UInt64] = []

  init(_ predicates: PredicateTable) {
    self.predicates = predicates
    words = (predicates.count + 63) / 64
  }

  /// The number of classes met so far.
  var count: Int { ids.count }

  /// Whether a predicate holds of a class.
  @inline(__always)
  func contains(_ predicate: Int32, in id: ClassID) -> Bool {
    sets[Int(id.rawValue) * words + Int(predicate) >> 6] >> UInt64(predicate & 63) & 1 == 1
  }

  /// The class of an item; costs one question a predicate that could hold.
  func classify(_ item: Item) -> ClassID {
    var set = [UInt64](repeating: 0, count: max(words, 1))
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
    sets += set
    return id
  }
}
