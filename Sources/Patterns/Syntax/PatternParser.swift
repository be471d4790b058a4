import Lexicon
import UnicodeText

/// Reads one expression of the rule language from tokens (grammar in `RuleParser`).
struct PatternParser {
  let tokens: [RuleToken]
  let macros: [String: Pattern]
  let splitter: WordSplitter
  let end: (line: Int, column: Int)
  private(set) var at = 0
  private(set) var problem: (token: RuleToken?, message: String)?
  private(set) var sensesUsed: [(name: String, token: RuleToken)] = []

  init(
    _ tokens: [RuleToken], macros: [String: Pattern], splitter: WordSplitter, end: (line: Int, column: Int),
    from start: Int = 0
  ) {
    self.tokens = tokens
    self.macros = macros
    self.splitter = splitter
    self.end = end
    at = start
  }

  var peek: RuleToken? { at < tokens.count ? tokens[at] : nil }

  mutating func fail(_ message: String, at token: RuleToken? = nil) {
    if problem == nil { problem = (token ?? peek, message) }
  }

  mutating func take(_ sign: Character) -> Bool {
    guard peek?.kind == .sign(sign) else { return false }
    at += 1
    return true
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard peek?.kind == .word(word) else { return false }
    at += 1
    return true
  }

  mutating func expect(_ sign: Character) {
    if !take(sign) { fail("expected '\(sign)'") }
  }

  /// An expression is `sequence { "|" sequence }`.
  mutating func expression() -> Pattern {
    var parts = [sequence()]
    while problem == nil, take("|") { parts.append(sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> Pattern {
    var parts: [Pattern] = []
    while problem == nil, let token = peek {
      if case .sign(let sign) = token.kind, ")]|,".contains(sign) { break }
      parts.append(quantified())
    }
    if parts.isEmpty, problem == nil { fail("expected something to match") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quantified() -> Pattern {
    if let token = peek, case .word(let name) = token.kind, at + 1 < tokens.count, tokens[at + 1].kind == .sign(":") {
      at += 2
      return .capture(name, quantified())
    }
    var part = primary()
    while problem == nil, let token = peek, case .sign(let sign) = token.kind {
      switch sign {
      case "?": part = .repetition(part, minimum: 0, maximum: 1)
      case "*": part = .repetition(part, minimum: 0, maximum: nil)
      case "+": part = .repetition(part, minimum: 1, maximum: nil)
      case "{":
        at += 1
        part = counted(part)
        continue
      default: return part
      }
      at += 1
    }
    return part
  }

  private mutating func counted(_ part: Pattern) -> Pattern {
    let minimum = integer() ?? 0
    var maximum: Int? = minimum
    if take(",") { maximum = integer() }
    expect("}")
    if let maximum, maximum < minimum || maximum > 40 {
      fail("a count must rise and be at most 40")
    }
    return .repetition(part, minimum: minimum, maximum: maximum)
  }

  private mutating func integer() -> Int? {
    guard let token = peek, case .word(let word) = token.kind, let value = Int(word) else { return nil }
    at += 1
    return value
  }

  private mutating func primary() -> Pattern {
    guard let token = peek else {
      fail("expected something to match")
      return .sequence([])
    }
    switch token.kind {
    case .sign("("):
      at += 1
      let inner = expression()
      expect(")")
      return take("&") ? narrowed(inner, token) : inner
    case .sign("["):
      at += 1
      let inner = expression()
      expect("]")
      return .mention(inner)
    case .sign("~"):
      at += 1
      return .glue
    case .sign("^"), .sign("$"):
      at += 1
      return .lineBound
    case .macro(let name) where !isInConjunction:
      at += 1
      guard let macro = macros[name] else {
        fail("no 'let \(name)' stands before this", at: token)
        return .sequence([])
      }
      return macro
    case .string(let string) where !isInConjunction:
      at += 1
      return literal(string, token)
    default: return conjunction()
    }
  }

  private var isInConjunction: Bool { at + 1 < tokens.count && tokens[at + 1].kind == .sign("&") }

  private mutating func literal(_ string: String, _ token: RuleToken) -> Pattern {
    let words = splitter.words(of: string)
    if words.isEmpty { fail("this string holds no word", at: token) }
    let items = words.map { Pattern.item(ItemTest(terms: [.init(atom: .literal($0), isNegated: false)])) }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// A group of single items, each of which must also pass the conjunction that follows.
  private mutating func narrowed(_ pattern: Pattern, _ token: RuleToken) -> Pattern {
    guard case .item(let extra) = conjunction() else { return pattern }
    func narrow(_ pattern: Pattern) -> Pattern? {
      switch pattern {
      case .item(let test): return .item(ItemTest(terms: test.terms + extra.terms))
      case .choice(let parts):
        let narrowed = parts.compactMap(narrow)
        return narrowed.count == parts.count ? .choice(narrowed) : nil
      default: return nil
      }
    }
    if let result = narrow(pattern) { return result }
    fail("only single items in a group can stand beside '&'", at: token)
    return pattern
  }

  /// A conjunction is `term { "&" term }`, a term `["!"] atom`.
  private mutating func conjunction() -> Pattern {
    var terms: [ItemTest.Term] = []
    repeat {
      let isNegated = take("!")
      guard let token = peek else {
        fail("expected a word, <class>, shape or @mention")
        break
      }
      at += 1
      if case .macro(let name) = token.kind {
        guard case .item(let test)? = macros[name] else {
          fail("'$\(name)' is not a single item and cannot stand beside '&'", at: token)
          break
        }
        if isNegated && test.terms.count > 1 { fail("'!' cannot stand before a conjunction", at: token) }
        terms += test.terms.map { .init(atom: $0.atom, isNegated: $0.isNegated != isNegated) }
      } else if let atom = atom(token) {
        terms.append(.init(atom: atom, isNegated: isNegated))
      } else {
        break
      }
    } while problem == nil && take("&")
    return .item(ItemTest(terms: terms))
  }

  private mutating func atom(_ token: RuleToken) -> Atom? {
    switch token.kind {
    case .string(let string):
      let words = splitter.words(of: string)
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
}
