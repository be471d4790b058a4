import Lexicon
import UnicodeText

/// Numbers the distinct item tests of a rule set, and indexes them so that classification does not depend on their number.
struct PredicatePool {
  private(set) var tests: [ItemTest] = []
  private var numbers: [ItemTest: Int32] = [:]

  /// The number of a test, a new one where it has none.
  mutating func intern(_ test: ItemTest) -> Int32 {
    if let number = numbers[test] { return number }
    let number = Int32(truncatingIfNeeded: tests.count)
    tests.append(test)
    numbers[test] = number
    return number
  }

  /// Writes what `PredicateTable` reads.
  func write(to writer: inout ImageWriter, _ pool: inout StringPool, _ vocabulary: Vocabulary) {
    var atoms: [[Int]] = []
    var atomNumbers: [Atom: Int] = [:]
    writer.add(
      lists: tests.map { test in
        let terms = test.terms.map { term in
          let number = atomNumbers[term.atom] ?? atoms.count
          if number == atoms.count {
            atomNumbers[term.atom] = number
            atoms.append(term.atom.numbers(&pool))
          }
          return number << 1 | (term.isNegated ? 1 : 0)
        }
        return [(test.asksSense ? 1 : 0) | (test.asksMention ? 2 : 0)] + terms
      })
    writer.add(lists: atoms)
    var byWord: [Int: [Int]] = [:]
    var bySense: [String: [Int]] = [:]
    var byMention: [String: [Int]] = [:]
    var byTrait: [[Int]] = Array(repeating: [], count: PredicateTable.traits)
    for (number, test) in tests.enumerated() {
      switch test.mainAtom {
      case .literal(let key): if let word = vocabulary[key] { byWord[Int(word.rawValue), default: []].append(number) }
      case .sense(let name, _): bySense[name, default: []].append(number)
      case .mention(let type, _): byMention[type, default: []].append(number)
      case let other: byTrait[PredicateTable.trait(other)].append(number)
      }
    }
    let words = byWord.sorted { $0.key < $1.key }
    writer.add(words.map(\.key))
    writer.add(lists: words.map(\.value))
    for index in [bySense, byMention] {
      let sorted = index.sorted { $0.key < $1.key }
      writer.add(sorted.map { pool.number(of: $0.key) })
      writer.add(lists: sorted.map(\.value))
    }
    writer.add(lists: byTrait)
  }
}

extension ItemTest {
  /// The atom that holds of the fewest items, nil where all atoms are negated.
  fileprivate var mainAtom: Atom? {
    var main: Atom?
    for term in terms where !term.isNegated {
      switch term.atom {
      case .literal, .sense, .mention: return term.atom
      case .any: continue
      default: if main == nil { main = term.atom }
      }
    }
    return main
  }
}

extension Atom {
  /// An atom as numbers.
  fileprivate func numbers(_ pool: inout StringPool) -> [Int] {
    var numbers: [Int] = []
    func write(_ features: [FeatureTest]) {
      numbers.append(features.count)
      for feature in features {
        numbers += [pool.number(of: feature.name), feature.isNegated ? 1 : 0, feature.values.count]
        for value in feature.values { numbers.append(pool.number(of: value)) }
      }
    }
    func bounded(_ value: Int) -> Int { min(max(value, 0), 1 << 28 - 1) }
    switch self {
    case .literal(let key): numbers += [0, pool.number(of: key.description)]
    case .sense(let name, let features):
      numbers += [1, pool.number(of: name)]
      write(features)
    case .shape(let shape): numbers += [2, ShapeTest.allCases.firstIndex(of: shape) ?? 0]
    case .number(nil): numbers.append(3)
    case .number(let bounds?): numbers += [4, bounded(bounds.lowerBound), bounded(bounds.upperBound)]
    case .digits(let bounds): numbers += [5, bounded(bounds.lowerBound), bounded(bounds.upperBound)]
    case .mention(let name, let features):
      numbers += [6, pool.number(of: name)]
      write(features)
    case .begins(let letters): numbers += [8, pool.number(of: letters)]
    case .ends(let letters): numbers += [9, pool.number(of: letters)]
    case .any: numbers.append(7)
    }
    return numbers
  }
}
