import Lexicon
public import UnicodeText

extension TraceLine {
  /// Why nothing at a position passes a test, in words.
  func reason(_ test: ItemTest, at position: Int) -> String {
    guard position < range.upperBound else { return "the line ends here" }
    let arcs = arcs(from: position).filter { arc in
      arc.mention != nil ? test.asksMention : !arc.item.isPhrase || test.asksSense
    }
    // Of all that begins here, what came nearest is spoken of.
    func passed(_ arc: Arc) -> Int { test.terms.prefix { arc.item.passes(ItemTest(terms: [$0])) }.count }
    guard let nearest = arcs.max(by: { passed($0) < passed($1) }) else {
      return "'\(text(position..<(position + 1)))' is inside a mention that is settled"
    }
    guard let term = test.terms.first(where: { !nearest.item.passes(ItemTest(terms: [$0])) }) else {
      return "no longer match is looked for"
    }
    return reason(term, nearest, at: position)
  }

  private func reason(_ term: ItemTest.Term, _ arc: Arc, at position: Int) -> String {
    let name = "'\(text(arc.range))'"
    if term.isNegated { return "\(name) is \(term.atom.written)" }
    switch term.atom {
    case .literal: return "\(name) is another word"
    case .sense(let sense, let tests): return reason(sense, tests, name, at: position)
    case .mention(let type, let tests):
      let found = arcs(from: position).filter { $0.mention != nil && $0.item.mention?.type.string == type }
      guard let first = found.first, let facts = first.item.mention else {
        return "no @\(type) begins at \(name)"
      }
      let wrong = tests.first { !$0.accepts(facts[$0.name]) }
      return "the @\(type) '\(text(first.range))' has \(Self.value(wrong?.name ?? "", facts[wrong?.name ?? ""]))"
    case .number, .digits:
      return arc.item.type?.kind == .number ? "\(name) is not within these bounds" : "\(name) is no number in digits"
    case .begins, .ends, .any: return "\(name) is not"
    case .shape:
      let shapes = ShapeTest.allCases.filter { arc.item.type?.passes($0) ?? false }.map(\.rawValue)
      return shapes.isEmpty ? "\(name) has none of the shapes" : "\(name) is \(shapes.joined(separator: ", "))"
    }
  }

  private func reason(_ sense: String, _ tests: [FeatureTest], _ name: String, at position: Int) -> String {
    let all = entries(at: position)
    guard let (range, entry) = all.first(where: { $0.entry.sense == sense }) else {
      var known: [String] = []
      for (_, entry) in all where !known.contains("<\(entry.sense)>") { known.append("<\(entry.sense)>") }
      return known.isEmpty ? "\(name) is in no lexicon" : "\(name) is \(known.joined(separator: ", "))"
    }
    let value: (String) -> String? = { name in Feature(rawValue: name).flatMap { entry[$0] } }
    guard let wrong = tests.first(where: { !$0.accepts(value($0.name)) }) else {
      return "the entry '\(text(range))' is longer than what is asked for"
    }
    return
      "the <\(sense)> '\(text(range))' (\(entry.file):\(entry.line)) has \(Self.value(wrong.name, value(wrong.name)))"
  }

  private static func value(_ name: String, _ value: String?) -> String {
    value.map { "\(name)=\($0)" } ?? "no \(name)"
  }
}

extension Atom {
  /// The atom as rules write it.
  public var written: String {
    func features(_ tests: [FeatureTest]) -> [String] {
      tests.map { test in
        let values = test.values.joined(separator: "|")
        return values.isEmpty
          ? (test.isNegated ? "!" : "") + test.name : test.name + (test.isNegated ? "!=" : "=") + values
      }
    }
    func bounds(_ range: ClosedRange<Int>) -> String {
      range.lowerBound == range.upperBound ? "(\(range.lowerBound))" : "(\(range.lowerBound)...\(range.upperBound))"
    }
    switch self {
    case .literal(let key): return "\"\(key)\""
    case .sense(let name, let tests): return "<" + ([name] + features(tests)).joined(separator: " ") + ">"
    case .mention(let type, let tests):
      return "@" + type + (tests.isEmpty ? "" : "(" + features(tests).joined(separator: " ") + ")")
    case .shape(let shape): return shape.rawValue
    case .number(let range): return "number" + (range.map(bounds) ?? "")
    case .digits(let range): return "digits" + bounds(range)
    case .begins(let letters): return "begins(\"\(letters)\")"
    case .ends(let letters): return "ends(\"\(letters)\")"
    case .any: return "any"
    }
  }
}

extension ShapeTest {
  /// The names of the shapes that a token has.
  public static func shapes(of type: TokenType) -> [String] { allCases.filter { type.passes($0) }.map(\.rawValue) }
}
