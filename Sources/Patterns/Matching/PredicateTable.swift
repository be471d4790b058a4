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

  /// The table of tests that are all different; their order is their numbers.
  init(distinct tests: [ItemTest]) {
    self.tests = tests
    for (number, test) in tests.enumerated() { index(test, Int32(truncatingIfNeeded: number)) }
  }

  var count: Int { tests.count }

  /// The number of a test, a new one where it has none; only of a table made by `init()`.
  mutating func intern(_ test: ItemTest) -> Int32 {
    if let number = numbers[test] { return number }
    let number = Int32(truncatingIfNeeded: tests.count)
    tests.append(test)
    numbers[test] = number
    index(test, number)
    return number
  }

  private mutating func index(_ test: ItemTest, _ number: Int32) {
    for term in test.terms where !term.isNegated {
      switch term.atom {
      case .literal(let key): return byWord[key, default: []].append(number)
      case .sense(let name, _): return bySense[name, default: []].append(number)
      case .mention(let type, _): return byMention[type, default: []].append(number)
      default: continue
      }
    }
    always.append(number)
  }
}
