import Lexicon
import UnicodeText

/// Numbers the distinct item tests of a rule set, and indexes them by their atoms.
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
    var atoms: [Atom] = []
    var atomNumbers: [Atom: Int] = [:]
    func number(of atom: Atom) -> Int {
      if let known = atomNumbers[atom] { return known }
      atomNumbers[atom] = atoms.count
      atoms.append(atom)
      return atoms.count - 1
    }
    let terms = tests.map { test in test.terms.map { number(of: $0.atom) << 1 | ($0.isNegated ? 1 : 0) } }
    var byMain: [[Int]] = Array(repeating: [], count: atoms.count)
    var byNegated = byMain
    var others: [[Int]] = []
    var unasked: [Int] = []
    for (test, terms) in terms.enumerated() {
      let positive = terms.filter { $0 & 1 == 0 }.map { $0 >> 1 }
      let main = positive.min { atoms[$0].frequency < atoms[$1].frequency }
      if let main { byMain[main].append(test) } else { unasked.append(test) }
      others.append(positive.filter { $0 != main })
      for term in terms where term & 1 == 1 { byNegated[term >> 1].append(test) }
    }
    writer.add(lists: terms)
    writer.add(lists: atoms.map { $0.numbers(&pool) })
    writer.add(lists: byMain)
    writer.add(lists: byNegated)
    writer.add(lists: others)
    writer.add(unasked)
    writeIndex(of: atoms, to: &writer, &pool, vocabulary)
  }

  /// Writes which atoms can hold of what.
  private func writeIndex(
    of atoms: [Atom], to writer: inout ImageWriter, _ pool: inout StringPool, _ vocabulary: Vocabulary
  ) {
    var byWord: [Int: [Int]] = [:]
    var bySense: [String: [Int]] = [:]
    var byMention: [String: [Int]] = [:]
    var byTrait: [[Int]] = Array(repeating: [], count: PredicateTable.traits)
    for (number, atom) in atoms.enumerated() {
      switch atom {
      case .literal(let key): if let word = vocabulary[key] { byWord[Int(word.rawValue), default: []].append(number) }
      case .sense(let name, _): bySense[name, default: []].append(number)
      case .mention(let type, _): byMention[type, default: []].append(number)
      default: byTrait[PredicateTable.trait(atom)].append(number)
      }
    }
    let words = byWord.sorted { $0.key < $1.key }
    writer.add(words.map(\.key))
    writer.add(lists: words.map(\.value))
    let senses = bySense.sorted { $0.key < $1.key }
    writer.add(senses.map { pool.number(of: $0.key) })
    writer.add(lists: senses.map(\.value))
    writer.add(lists: senses.map { Self.askedFeatures(of: $0.value.map { atoms[$0] }) })
    let mentions = byMention.sorted { $0.key < $1.key }
    writer.add(mentions.map { pool.number(of: $0.key) })
    writer.add(lists: mentions.map(\.value))
    writer.add(lists: byTrait)
  }

  /// The features that atoms ask of entries, by their place among `Feature.allCases`.
  private static func askedFeatures(of atoms: [Atom]) -> [Int] {
    var names: Set<String> = []
    for case .sense(_, let tests) in atoms { names.formUnion(tests.map(\.name)) }
    return Feature.allCases.indices.filter { names.contains(Feature.allCases[$0].rawValue) }
  }
}

extension Atom {
  /// How often an atom holds of items, roughly: the rarest one of a test decides most of them.
  fileprivate var frequency: Int {
    switch self {
    case .literal, .sense, .mention: 0
    case .number, .digits, .begins, .ends: 1
    case .shape: 2
    case .any: 3
    }
  }

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
