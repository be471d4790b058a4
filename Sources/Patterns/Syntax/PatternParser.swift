import Lexicon
import UnicodeText

/// Reads one expression of the rule language from tokens (grammar in `RuleParser`).
struct PatternParser {
  let tokens: [RuleToken]
  let macros: [String: Pattern]
  /// The sizes of the macros.
  let sizes: [String: PatternSize]
  let splitter: WordSplitter
  let end: (line: Int, column: Int)
  let file: String
  var at = 0
  private(set) var problem: (token: RuleToken?, message: String)?
  /// The items read so far, once macros are put in and repetitions are written out.
  private(set) var size = 0
  /// How many groups, names and repetitions lie around what is being read.
  private var depth = 0
  var sensesUsed: [(name: String, token: RuleToken)] = []
  var macrosUsed: Set<String> = []
  var literalsRead: [(token: RuleToken, string: String, words: [FoldedKey])] = []

  init(
    _ tokens: [RuleToken], macros: [String: Pattern], sizes: [String: PatternSize], splitter: WordSplitter,
    end: (line: Int, column: Int), file: String
  ) {
    self.tokens = tokens
    self.macros = macros
    self.sizes = sizes
    self.splitter = splitter
    self.end = end
    self.file = file
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

  /// The place of what has been read since token `start`.
  func place(from start: Int) -> SourcePlace {
    guard start < at else { return SourcePlace(file: file) }
    var text = ""
    var end = tokens[start].column
    for token in tokens[start..<at] {
      if token.line == tokens[start].line, token.column == end {
        text += token.text
      } else {
        text += " " + token.text
      }
      end = token.column + token.text.unicodeScalars.count
    }
    return SourcePlace(file: file, line: tokens[start].line, column: tokens[start].column, text: text)
  }

  mutating func expect(_ sign: Character) {
    if !take(sign) { fail("expected '\(sign)'") }
  }

  /// Counts items that have been read; too many are a problem.
  mutating func count(_ items: Int) {
    size += items
    if size > SourceLimit.items {
      fail("with its macros put in and its repetitions written out this has more than \(SourceLimit.items) items")
    }
  }

  /// Reads something that lies in something else; too deep is a problem.
  private mutating func nested(by levels: Int = 1, _ read: (inout PatternParser) -> Pattern) -> Pattern {
    depth += levels
    defer { depth -= levels }
    if depth <= SourceLimit.depth { return read(&self) }
    fail("this lies more than \(SourceLimit.depth) groups deep")
    return .sequence([])
  }

  /// An expression is `sequence { "|" sequence }`.
  mutating func expression() -> Pattern { nested { $0.choice() } }

  private mutating func choice() -> Pattern {
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
      return .capture(name, nested { $0.quantified() })
    }
    let before = size
    var part = primary()
    var repetitions = 0
    while problem == nil, let token = peek, case .sign(let sign) = token.kind {
      switch sign {
      case "?": part = .repetition(part, minimum: 0, maximum: 1)
      case "*": part = .repetition(part, minimum: 0, maximum: nil)
      case "+": part = .repetition(part, minimum: 1, maximum: nil)
      case "{":
        at += 1
        part = counted(part)
        repeated(part, from: before, &repetitions)
        continue
      default: return part
      }
      at += 1
      repeated(part, from: before, &repetitions)
    }
    return part
  }

  /// Counts what a repetition of what has been read since `start` comes to.
  private mutating func repeated(_ part: Pattern, from start: Int, _ repetitions: inout Int) {
    guard case .repetition(_, let minimum, let maximum) = part else { return }
    repetitions += 1
    if repetitions + depth > SourceLimit.depth { fail("this lies more than \(SourceLimit.depth) groups deep") }
    count(max(1, size - start) * (max(1, maximum ?? minimum + 1) - 1))
  }

  private mutating func counted(_ part: Pattern) -> Pattern {
    let minimum = integer() ?? 0
    var maximum: Int? = minimum
    if take(",") { maximum = integer() }
    expect("}")
    if minimum > 40 || maximum.map({ $0 < minimum || $0 > 40 }) == true {
      fail("a count must rise and be at most 40")
    }
    return .repetition(part, minimum: minimum, maximum: maximum)
  }

  mutating func integer() -> Int? {
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
      macrosUsed.insert(name)
      guard let macro = macros[name] else {
        fail("no 'let \(name)' stands before this", at: token)
        return .sequence([])
      }
      let size = sizes[name] ?? macro.size
      count(size.items)
      return nested(by: size.depth) { _ in macro }
    case .string(let string) where !isInConjunction:
      at += 1
      return literal(string, token)
    default: return conjunction()
    }
  }

  private var isInConjunction: Bool { at + 1 < tokens.count && tokens[at + 1].kind == .sign("&") }

  private mutating func literal(_ string: String, _ token: RuleToken) -> Pattern {
    let words = splitter.words(of: string)
    literalsRead.append((token, string, words))
    if words.isEmpty { fail("this string holds no word", at: token) }
    count(words.count)
    let place = place(from: at - 1)
    let items = words.map {
      Pattern.item(ItemTest(terms: [.init(atom: .literal($0), isNegated: false)], place: place))
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// A group of single items, each of which must also pass the conjunction that follows.
  private mutating func narrowed(_ pattern: Pattern, _ token: RuleToken) -> Pattern {
    guard case .item(let extra) = conjunction() else { return pattern }
    func narrow(_ pattern: Pattern) -> Pattern? {
      switch pattern {
      case .item(let test):
        var place = test.place
        place.text += "&" + extra.place.text
        return .item(ItemTest(terms: test.terms + extra.terms, place: place))
      case .choice(let parts):
        let narrowed = parts.compactMap(narrow)
        return narrowed.count == parts.count ? .choice(narrowed) : nil
      default: return nil
      }
    }
    if let result = narrow(pattern) {
      count(result.size.items)
      return result
    }
    fail("only single items in a group can stand beside '&'", at: token)
    return pattern
  }
}
