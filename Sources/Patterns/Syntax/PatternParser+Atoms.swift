import Lexicon
import UnicodeText

/// What stands at one place of a pattern, and the sides of conditions.
extension PatternParser {
  /// A conjunction is `term { "&" term }`, a term `["!"] atom`.
  mutating func conjunction() -> Pattern {
    var terms: [ItemTest.Term] = []
    let start = at
    repeat {
      let isNegated = take("!")
      guard let token = peek else {
        fail("expected a word, <class>, shape or @mention")
        break
      }
      at += 1
      if case .macro(let name) = token.kind {
        macrosUsed.insert(name)
        guard case .item(let test)? = macros[name] else {
          fail("'$\(name)' is not a single item and cannot stand beside '&'", at: token)
          break
        }
        if terms.count + test.terms.count > SourceLimit.items { count(test.terms.count) }
        if isNegated && test.terms.count > 1 { fail("'!' cannot stand before a conjunction", at: token) }
        terms += test.terms.map { .init(atom: $0.atom, isNegated: $0.isNegated != isNegated) }
      } else if let atom = atom(token) {
        terms.append(.init(atom: atom, isNegated: isNegated))
      } else {
        break
      }
    } while problem == nil && take("&")
    count(max(1, terms.count))
    return .item(ItemTest(terms: terms, place: place(from: start)))
  }

  private mutating func atom(_ token: RuleToken) -> Atom? {
    switch token.kind {
    case .string(let string):
      let words = splitter.words(of: string)
      literalsRead.append((token, string, words))
      if words.count == 1 { return .literal(words[0]) }
      fail("only a single word can stand beside '&'", at: token)
    case .sense(let text):
      let pieces = text.split(separator: " ").map(String.init)
      guard let name = pieces.first else {
        fail("a class needs the name of a sense", at: token)
        return nil
      }
      sensesUsed.append((name, token))
      return .sense(name, pieces.dropFirst().map(featureTest))
    case .mention(let type):
      var tests: [FeatureTest] = []
      if isGluedParenthesis, take("(") {
        while problem == nil, let next = peek, next.kind != .sign(")") {
          tests.append(mentionTest())
          _ = take(",")
        }
        expect(")")
      }
      return .mention(type, tests)
    case .word("number"): return .number(bounds())
    case .word("digits"): return bounds().map { .digits($0) } ?? .digits(1...Int.max)
    case .word("any"): return .any
    case .word("begins"), .word("ends"):
      guard isGluedParenthesis, take("("), let next = peek, case .string(let letters) = next.kind else {
        fail("expected letters in quotes and parentheses", at: token)
        return nil
      }
      at += 1
      expect(")")
      let folded = splitter.words(of: letters).first?.description ?? letters
      return token.kind == .word("begins") ? .begins(folded) : .ends(folded)
    case .word(let name):
      if let shape = ShapeTest(rawValue: name) { return .shape(shape) }
      let shapes = (ShapeTest.allCases.map(\.rawValue) + ["number", "digits", "begins", "ends", "any"]).joined(
        separator: ", ")
      fail("unknown shape '\(name)'; known are \(shapes)", at: token)
    default: fail("expected a word, <class>, shape or @mention", at: token)
    }
    return nil
  }

  /// `name=a|b`, `name!=a`, `name`, `!name` between `<` and `>`.
  private func featureTest(_ text: String) -> FeatureTest {
    if let equals = text.firstIndex(of: "=") {
      var name = text[..<equals]
      let isNegated = name.hasSuffix("!")
      if isNegated { name = name.dropLast() }
      let values = text[text.index(after: equals)...].split(separator: "|").map(String.init)
      return FeatureTest(name: String(name), values: values, isNegated: isNegated)
    }
    let isNegated = text.hasPrefix("!")
    return FeatureTest(name: String(isNegated ? text.dropFirst() : text[...]), values: [], isNegated: isNegated)
  }

  /// `name=a|b`, `name!=a`, `name`, `!name` between the parentheses of a mention.
  private mutating func mentionTest() -> FeatureTest {
    var isNegated = take("!")
    guard let token = peek, case .word(let name) = token.kind else {
      fail("expected the name of an attribute")
      return FeatureTest(name: "", values: [], isNegated: false)
    }
    at += 1
    if take("!") { isNegated = true }
    var values: [String] = []
    if take("=") {
      repeat {
        guard let token = peek, case .word(let value) = token.kind else {
          fail("expected a value")
          break
        }
        at += 1
        values.append(value)
      } while take("|")
    }
    return FeatureTest(name: name, values: values, isNegated: isNegated)
  }

  /// Whether a parenthesis follows without a blank: `number(1...12)`, unlike a group in `number (…)`.
  private var isGluedParenthesis: Bool {
    guard at > 0, let open = peek else { return false }
    let last = tokens[at - 1]
    return open.line == last.line && open.column == last.column + last.text.unicodeScalars.count
  }

  /// `(a...b)` or `(a)` after `number` or `digits`.
  private mutating func bounds() -> ClosedRange<Int>? {
    guard isGluedParenthesis, take("(") else { return nil }
    let lower = integer()
    if lower == nil { fail("expected a number") }
    var upper = lower
    if peek?.kind == .ellipsis {
      at += 1
      upper = integer()
      if upper == nil { fail("expected a number after '...'") }
    }
    expect(")")
    guard let lower, let upper, lower <= upper else {
      fail("bounds must rise")
      return nil
    }
    return lower...upper
  }

  /// `before`, `after` or `inside`.
  mutating func side() -> ContextTest.Side? {
    for (word, side) in [("before", ContextTest.Side.before), ("after", .after), ("inside", .inside)]
    where takeWord(word) {
      return side
    }
    fail("expected before(…), after(…) or inside(…)")
    return nil
  }
}
