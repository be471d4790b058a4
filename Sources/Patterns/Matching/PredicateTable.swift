import Lexicon
import UnicodeText

/// The distinct item tests of a rule set, numbered, with an index that keeps classification independent of their number.
struct PredicateTable: Sendable {
  private(set) var tests: [ItemTest] = []
  private var numbers: [ItemTest: Int32] = [:]
  /// Predicates that can only hold of an item with this word.
  private(set) var byWord: [FoldedKey: [Int32]] = [:]
  /// Predicates that can only hold of an item with this sense.
  private(set) var bySense: [String: [Int32]] = [:]
  /// Predicates that can only hold of a mention of this type.
  private(set) var byMention: [String: [Int32]] = [:]
  /// Predicates that must be asked of every token.
  private(set) var always: [Int32] = []

  init() {}

  var count: Int { tests.count }

  mutating func intern(_ test: ItemTest) -> Int32 {
    if let number = numbers[test] { return number }
    let number = Int32(tests.count)
    tests.append(test)
    numbers[test] = number
    for term in test.terms where !term.isNegated {
      switch term.atom {
      case .literal(let key):
        byWord[key, default: []].append(number)
        return number
      case .sense(let name, _):
        bySense[name, default: []].append(number)
        return number
      case .mention(let type, _):
        byMention[type, default: []].append(number)
        return number
      default: continue
      }
    }
    always.append(number)
    return number
  }
}
