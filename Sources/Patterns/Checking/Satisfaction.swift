import Lexicon
import UnicodeText

/// Finds items of patterns that nothing can ever pass: what no entry, no earlier rule and no token can be.
struct Satisfaction {
  private let index: LexiconIndex
  /// The types of mentions that phases before a phase can find.
  private let typesBefore: [String: Set<String>]
  private var known: [Key: String?] = [:]

  private struct Key: Hashable {
    var test: ItemTest
    var phase: String
  }

  /// Shapes of which a token has at most one.
  private static let exclusive: [[Set<ShapeTest>]] = [
    [[.capitalized, .allCaps, .initial, .roman], [.lower]], [[.latin], [.arabic]],
    [
      [
        .capitalized, .allCaps, .lower, .word, .latin, .arabic, .initial, .syllable, .marked, .definite, .bound, .roman,
        .mixed,
      ], [.punctuation], [.symbol], [.address],
    ],
    [[.proclitic], [.word]],
  ]

  init(_ index: LexiconIndex, rules: [Rule], types: (String) -> String?) {
    self.index = index
    var found: Set<String> = []
    var before: [String: Set<String>] = [:]
    for phase in Phase.names {
      before[phase] = found
      for rule in rules where rule.phase == phase { if let type = types(rule.action.meaning) { found.insert(type) } }
    }
    typesBefore = before
  }

  /// Why no item of a text can pass a test in a phase; nil where one may.
  mutating func obstacle(to test: ItemTest, in phase: String) -> String? {
    let key = Key(test: test, phase: phase)
    if let found = known[key] { return found }
    let found = find(test, phase)
    known[key] = .some(found)
    return found
  }

  /// Whether a pattern can match anything in a phase.
  mutating func canMatch(_ pattern: Pattern, in phase: String) -> Bool {
    switch pattern {
    case .item(let test): return obstacle(to: test, in: phase) == nil
    case .glue, .lineBound: return true
    case .sequence(let parts):
      for part in parts where !canMatch(part, in: phase) { return false }
      return true
    case .choice(let parts):
      for part in parts where canMatch(part, in: phase) { return true }
      return false
    case .repetition(let part, let minimum, _): return minimum == 0 || canMatch(part, in: phase)
    case .capture(_, let part), .mention(let part): return canMatch(part, in: phase)
    }
  }

  private func find(_ test: ItemTest, _ phase: String) -> String? {
    let wanted = test.terms.filter { !$0.isNegated }.map(\.atom)
    return mentionObstacle(wanted, phase) ?? entryObstacle(wanted) ?? shapeObstacle(wanted) ?? contradiction(test)
  }

  private func mentionObstacle(_ wanted: [Atom], _ phase: String) -> String? {
    for case .mention(let type, let tests) in wanted {
      if typesBefore[phase]?.contains(type) != true { return "no rule of a phase before '\(phase)' finds @\(type)" }
      let words = Set(Evidence.allCases.map(\.word))
      for test in tests where test.name == "evidence" && !test.isNegated {
        if let wrong = test.values.first(where: { !words.contains($0) }) { return "'\(wrong)' is no evidence" }
      }
      if wanted.count > 1, wanted.contains(where: { if case .mention = $0 { false } else { true } }) {
        return "a mention is not also a token or an entry"
      }
    }
    return nil
  }

  private func entryObstacle(_ wanted: [Atom]) -> String? {
    var common: Set<[FoldedKey]>?
    for atom in wanted {
      guard case .sense(let sense, let tests) = atom else { continue }
      let items = index.items(sense, tests)
      // An unknown sense is an error of the parser's.
      if items.isEmpty { return index.bySense[sense] == nil ? nil : "no entry is \(atom.written)" }
      let words = Set(items.map { Self.bare($0.words) })
      common = common.map { $0.intersection(words) } ?? words
      if common?.isEmpty == true { return "no entry is all of these at once" }
    }
    guard let common else { return nil }
    for case .literal(let key) in wanted where !common.contains(Self.bare([key])) {
      return "'\(key)' has no such entry"
    }
    return nil
  }

  /// Words without the Arabic article, which an entry may lack.
  private static func bare(_ words: [FoldedKey]) -> [FoldedKey] {
    guard let first = words.first else { return words }
    let article = Array("\u{627}\u{644}".utf8)
    guard first.bytes.starts(with: article), first.bytes.count > article.count + 2 else { return words }
    return [FoldedKey(folding: String(decoding: first.bytes.dropFirst(article.count), as: UTF8.self))]
      + words.dropFirst()
  }

  private func shapeObstacle(_ wanted: [Atom]) -> String? {
    var shapes: Set<ShapeTest> = []
    for case .shape(let shape) in wanted { shapes.insert(shape) }
    for groups in Self.exclusive where groups.count(where: { !$0.isDisjoint(with: shapes) }) > 1 {
      return "no token has these shapes at once"
    }
    let isNumber = wanted.contains { atom in
      switch atom {
      case .number, .digits: true
      default: false
      }
    }
    return isNumber && !shapes.isEmpty ? "a token of digits has no shape" : nil
  }

  /// Whether one term asks for what another forbids.
  private func contradiction(_ test: ItemTest) -> String? {
    for denied in test.terms where denied.isNegated {
      for wanted in test.terms where !wanted.isNegated && wanted.atom.implies(denied.atom) {
        return "it is always \(denied.atom.written)"
      }
    }
    return nil
  }
}

extension Atom {
  /// Whether whatever passes this atom passes another one too; false where that is not plain.
  func implies(_ other: Atom) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.sense(let name, let tests), .sense(let wider, let fewer)),
      (.mention(let name, let tests), .mention(let wider, let fewer)):
      return name == wider && fewer.allSatisfy { few in tests.contains { $0.implies(few) } }
    case (.number(let bounds?), .number(let wider?)):
      return wider.contains(bounds.lowerBound) && wider.contains(bounds.upperBound)
    case (.number, .number(nil)), (.digits, .number(nil)): return true
    case (.literal, .any), (.shape, .any), (.number, .any), (.digits, .any), (.begins, .any), (.ends, .any): return true
    case (.shape(.syllable), .shape(.latin)): return true
    default: return false
    }
  }
}

extension FeatureTest {
  /// Whether every value that passes this test passes another one too.
  func implies(_ other: FeatureTest) -> Bool {
    guard name == other.name else { return false }
    if self == other { return true }
    if isNegated || other.isNegated { return false }
    return other.values.isEmpty || !values.isEmpty && Set(values).isSubset(of: other.values)
  }
}
