public import Lexicon
import UnicodeText

/// Reads a rule file.
///
/// The grammar; a file is read line by line, and what belongs to a rule is indented:
/// ```
/// file        = { let | rule }
/// let         = "let" NAME "=" expression
/// rule        = ( "rule" | "reject" ) NAME [ evidence ] "in" PHASE  { line }
/// line        = expression                              one or several lines: the pattern
///             | "unless" test { "and" test }            drops the match
///             | evidence "if" test { "and" test }       the first that holds sets the evidence
///             | "gives" MEANING { NAME "=" VALUE }      fixed attributes; captures are given by their names
///             | ( "yes" | "no" ) STRING { [NAME "="] VALUE }
/// test        = [ "!" ] ( "before" | "after" | "inside" ) "(" expression ")"
/// evidence    = "certain" | "likely" | "possible"
/// expression  = sequence { "|" sequence }
/// sequence    = { [ NAME ":" ] primary { "?" | "*" | "+" | "{" m [ "," [ n ] ] "}" } }
/// primary     = "(" expression ")" | "[" expression "]" | "^" | "$" | "~" | STRING | conjunction
/// conjunction = [ "!" ] atom { "&" [ "!" ] atom } | "(" items ")" "&" conjunction
/// atom        = STRING | "<" SENSE { feature } ">" | SHAPE | "any" | "$" NAME
///             | ( "begins" | "ends" ) "(" STRING ")" | "number" [ bounds ] | "digits" bounds | "@" TYPE [ "(" { feature } ")" ]
/// bounds      = "(" m [ "..." n ] ")"
/// feature     = [ "!" ] NAME | NAME [ "!" ] "=" VALUE { "|" VALUE }
/// ```
/// Strings are folded, so they match every spelling of their words. `~` says that no blank stands there, `^` and `$` that a
/// line begins or ends there.
/// Brackets mark the mention; without them it is the whole match. A match never goes beyond its line.
/// After an error reading goes on with the next line, so that all errors of a file are reported together.
public struct RuleParser {
  /// The rules that could be read.
  public private(set) var rules: [Rule] = []
  /// The errors found.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Where senses of the lexicon are asked for, to be checked against the lexicon.
  public private(set) var senseUses: [(name: String, location: Diagnostic)] = []
  /// The macros that this file defines, with a warning for those that turn out to be unused.
  public private(set) var macroDefinitions: [(name: String, unused: Diagnostic)] = []
  /// The strings of its patterns.
  public private(set) var literals: [RuleLiteral] = []
  /// The names of all macros that are asked for.
  public private(set) var macroUses: Set<String> = []

  private let source: SourceFile
  private let lines: [String]
  private let phases: [String]
  private let catalog: [String: MeaningSignature]
  private let splitter: WordSplitter
  private var macros: [String: Pattern] = [:]
  private var sizes: [String: PatternSize] = [:]
  private var defined: Set<String> = []
  private var names: Set<String> = []
  /// The items of all rules so far.
  private var itemCount = 0

  /// Parses a file; `phases` are the names allowed after `in`, `catalog` the meanings allowed after `gives`, `macros` those
  /// of other files that this one may use or define anew.
  public init(
    _ source: SourceFile, phases: [String], catalog: [String: MeaningSignature], splitter: WordSplitter,
    macros: [String: Pattern] = [:]
  ) {
    self.source = source
    self.phases = phases
    self.catalog = catalog
    self.splitter = splitter
    self.macros = macros
    sizes = macros.mapValues(\.size)
    lines = source.lines
    let lexer = RuleLexer(lines: lines, file: source.path)
    diagnostics = lexer.diagnostics
    parse(RuleToken.lines(of: lexer.tokens))
    diagnostics.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    if diagnostics.count >= SourceLimit.errors {
      let last = diagnostics[SourceLimit.errors - 1]
      diagnostics.removeSubrange(SourceLimit.errors...)
      diagnostics.append(diagnostic(last.line, last.column, SourceLimit.tooManyErrors))
    }
  }

  /// All macros known at the end of the file.
  public var definitions: [String: Pattern] { macros }

  private mutating func parse(_ groups: [[RuleToken]]) {
    var index = 0
    while index < groups.count, diagnostics.count < SourceLimit.errors {
      let head = groups[index]
      index += 1
      var body: [[RuleToken]] = []
      while index < groups.count, groups[index][0].isIndented {
        body.append(groups[index])
        index += 1
      }
      switch head[0].kind {
      case _ where head[0].isIndented: report(head[0], "an indented line must belong to a rule")
      case .word("let"): define(head + body.flatMap { $0 })
      case .word("rule"), .word("reject"): rule(head, body)
      default: report(head[0], "expected 'let', 'rule' or 'reject'")
      }
    }
  }

  private mutating func define(_ tokens: [RuleToken]) {
    guard tokens.count > 3, case .word(let name) = tokens[1].kind, tokens[2].kind == .sign("=") else {
      report(tokens[0], "expected 'let NAME = expression'")
      return
    }
    if !defined.insert(name).inserted { report(tokens[1], "'\(name)' is defined already in this file") }
    var unused = diagnostic(tokens[1].line, tokens[1].column, "no rule uses '$\(name)'")
    unused.severity = .warning
    macroDefinitions.append((name, unused))
    if let pattern = pattern(Array(tokens.dropFirst(3))) {
      macros[name] = pattern
      sizes[name] = pattern.size
    }
  }

  private mutating func rule(_ head: [RuleToken], _ body: [[RuleToken]]) {
    guard let (name, evidence, phase) = header(head) else { return }
    var patternTokens: [RuleToken] = []
    var unless: [[ContextTest]] = []
    var conditions: [EvidenceCondition] = []
    var action: RuleAction?
    var examples: [RuleExample] = []
    let before = diagnostics.count
    for line in body {
      guard case .word(let word) = line[0].kind else {
        patternTokens += line
        continue
      }
      switch word {
      case "unless": unless.append(tests(Array(line.dropFirst()), after: line[0]))
      case "gives": action = gives(line)
      case "yes", "no": if let example = example(line) { examples.append(example) }
      case _ where Evidence(word: word) != nil && line.count > 1 && line[1].kind == .word("if"):
        let tests = tests(Array(line.dropFirst(2)), after: line[1])
        if let evidence = Evidence(word: word) { conditions.append(.init(evidence: evidence, tests: tests)) }
      default: patternTokens += line
      }
    }
    guard !patternTokens.isEmpty else {
      report(head[0], "rule '\(name)' has no pattern")
      return
    }
    guard let pattern = pattern(patternTokens) else { return }
    let isReject = head[0].kind == .word("reject")
    if pattern.matchesNothing { report(patternTokens[0], "the pattern of '\(name)' also matches nothing at all") }
    if action == nil, !isReject { report(head[0], "rule '\(name)' does not say what it gives") }
    if let action { check(action, pattern, at: head[0]) }
    checkExamples(examples, name: name, isReject: isReject, at: head[0])
    if !names.insert(name).inserted { report(head[1], "rule '\(name)' stands here twice") }
    guard diagnostics.count == before else { return }
    rules.append(
      Rule(
        name: name, language: source.language, phase: phase, isReject: isReject, evidence: evidence, pattern: pattern,
        unless: unless, conditions: conditions,
        action: action ?? RuleAction(meaning: "reject", constants: [:]), examples: examples,
        file: source.path, line: head[0].line))
  }

  private mutating func header(_ head: [RuleToken]) -> (String, Evidence, String)? {
    guard head.count > 1, case .word(let name) = head[1].kind else {
      report(head[0], "expected a name after '\(head[0].text)'")
      return nil
    }
    var rest = head.dropFirst(2)
    var evidence = Evidence.likely
    if let token = rest.first, case .word(let word) = token.kind, let found = Evidence(word: word) {
      evidence = found
      rest = rest.dropFirst()
    }
    guard rest.count == 2, rest.first?.kind == .word("in"), let last = rest.last, case .word(let phase) = last.kind
    else {
      report(rest.first ?? head[1], "expected 'rule NAME [certain|likely|possible] in PHASE'")
      return nil
    }
    if !phases.contains(phase) {
      report(last, "unknown phase '\(phase)'; known are \(phases.joined(separator: ", "))")
      return nil
    }
    return (name, evidence, phase)
  }

  /// Reads an expression; reports what is wrong with it.
  private mutating func pattern(_ tokens: [RuleToken]) -> Pattern? {
    var parser = patternParser(tokens)
    let pattern = parser.expression()
    if parser.problem == nil, parser.peek != nil { parser.fail("this does not fit here") }
    return finish(parser, tokens) ? pattern : nil
  }

  private func patternParser(_ tokens: [RuleToken]) -> PatternParser {
    let last = tokens.last
    let end = (last?.line ?? 1, (last?.column ?? 1) + (last?.text.unicodeScalars.count ?? 0))
    return PatternParser(tokens, macros: macros, sizes: sizes, splitter: splitter, end: end, file: source.path)
  }

  private mutating func finish(_ parser: PatternParser, _ tokens: [RuleToken]) -> Bool {
    macroUses.formUnion(parser.macrosUsed)
    literals += parser.literalsRead.map { token, string, words in
      RuleLiteral(
        language: source.language, string: string, words: words, warning: diagnostic(token.line, token.column, ""))
    }
    for use in parser.sensesUsed {
      senseUses.append(
        (use.name, diagnostic(use.token.line, use.token.column, "no lexicon has the sense '\(use.name)'")))
    }
    itemCount += parser.size
    if itemCount > SourceLimit.fileItems, itemCount - parser.size <= SourceLimit.fileItems, let token = tokens.first {
      report(token, "the rules up to here have more than \(SourceLimit.fileItems) items; cut the file into parts")
    }
    guard let problem = parser.problem else { return itemCount <= SourceLimit.fileItems }
    if let token = problem.token {
      report(token, problem.message)
    } else {
      diagnostics.append(diagnostic(parser.end.line, parser.end.column, problem.message))
    }
    return false
  }

  /// Reads `test { "and" test }`.
  private mutating func tests(_ tokens: [RuleToken], after lead: RuleToken) -> [ContextTest] {
    var out: [ContextTest] = []
    var parser = patternParser(tokens)
    if tokens.isEmpty { report(lead, "expected before(…), after(…) or inside(…)") }
    while parser.problem == nil, parser.peek != nil {
      let start = parser.at
      let isNegated = parser.take("!")
      guard let side = parser.side() else { break }
      parser.expect("(")
      var pattern = parser.expression()
      parser.expect(")")
      if side == .before { pattern = pattern.reversed }
      let place = parser.place(from: start)
      out.append(ContextTest(side: side, pattern: pattern, isNegated: isNegated, place: place))
      if parser.peek != nil, !parser.takeWord("and") { parser.fail("expected 'and'") }
    }
    _ = finish(parser, tokens)
    return out
  }

  private mutating func gives(_ line: [RuleToken]) -> RuleAction? {
    guard line.count > 1, case .word(let meaning) = line[1].kind else {
      report(line[0], "expected the name of a meaning after 'gives'")
      return nil
    }
    guard let signature = catalog[meaning] else {
      report(line[1], "unknown meaning '\(meaning)'; known are \(catalog.keys.sorted().joined(separator: ", "))")
      return nil
    }
    var constants: [String: String] = [:]
    var at = 2
    while at < line.count {
      guard at + 2 < line.count, case .word(let name) = line[at].kind, line[at + 1].kind == .sign("=") else {
        report(line[at], "expected NAME=VALUE")
        return nil
      }
      let value: String
      switch line[at + 2].kind {
      case .word(let word): value = word
      case .string(let string): value = string
      default:
        report(line[at + 2], "expected a value")
        return nil
      }
      if let allowed = signature.constants[name] {
        if !allowed.isEmpty, !allowed.contains(value) {
          report(line[at + 2], "'\(name)' can be \(allowed.sorted().joined(separator: ", "))")
        }
      } else {
        report(line[at], "meaning '\(meaning)' has no attribute '\(name)'")
      }
      constants[name] = value
      at += 3
    }
    return RuleAction(meaning: meaning, constants: constants)
  }

  private mutating func check(_ action: RuleAction, _ pattern: Pattern, at token: RuleToken) {
    guard let signature = catalog[action.meaning] else { return }
    for name in pattern.captureNames.sorted() where !signature.captures.contains(name) {
      let known = signature.captures.sorted().joined(separator: ", ")
      report(token, "meaning '\(action.meaning)' has no use for the capture '\(name)'; it knows \(known)")
    }
  }

  private mutating func checkExamples(_ examples: [RuleExample], name: String, isReject: Bool, at token: RuleToken) {
    let positive = examples.count(where: \.isPositive)
    if positive < (isReject ? 0 : 2) { report(token, "rule '\(name)' needs at least two 'yes' examples") }
    if positive == examples.count { report(token, "rule '\(name)' needs at least one 'no' example") }
  }

  private mutating func example(_ line: [RuleToken]) -> RuleExample? {
    guard line.count > 1, case .string(let text) = line[1].kind else {
      report(line[0], "expected a text in quotes")
      return nil
    }
    let example = RuleExample(marked: text, tokens: line)
    if example.isPositive, example.span == nil { report(line[1], "a 'yes' example marks its mention with brackets") }
    return example
  }

  private func diagnostic(_ line: Int, _ column: Int, _ message: String) -> Diagnostic {
    Diagnostic(
      file: source.path, line: line, column: column, message: message,
      source: lines.indices.contains(line - 1) ? lines[line - 1] : "")
  }

  private mutating func report(_ token: RuleToken, _ message: String) {
    diagnostics.append(diagnostic(token.line, token.column, message))
  }
}
