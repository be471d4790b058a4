public import Lexicon
public import UnicodeText

/// A match of one rule whose conditions have been looked at.
public struct Match: Sendable {
  /// The index of the rule in its rule set.
  public var rule: Int
  /// All tokens that matched.
  public var range: Range<Int>
  /// The evidence after the rule's conditions.
  public var evidence: Evidence
  /// The mention and the named parts.
  public var captures: Captures
}

/// Matches the rules of one language over one line after another; holds the caches of one worker.
public final class Matcher {
  private let rules: RuleSet
  private let lexicon: Lexicon
  private let vocabulary: Vocabulary
  private let types: TypeTable
  private let classes: ClassTable
  private let automata: [Automaton]
  private var contexts: [Automaton?]
  private var finder: CaptureFinder
  private var contextScanner = Scanner()
  private let lattice = Lattice()
  private var nodeEntries: [Lexicon.Node: [LexiconEntry]] = [:]
  private var typeClasses: [ClassID?] = []
  private var typeWords: [[WordID]] = []
  private var phraseClasses: [UInt64: ClassID] = [:]
  private var mentionClasses: [[String: String]: ClassID] = [:]

  /// Creates a matcher; `types` must be the table that the documents are cut with.
  public init(_ rules: RuleSet, lexicon: Lexicon, vocabulary: Vocabulary, types: TypeTable) {
    self.rules = rules
    self.lexicon = lexicon
    self.vocabulary = vocabulary
    self.types = types
    let classes = ClassTable(rules.predicates)
    self.classes = classes
    automata = rules.ranges.map { Automaton(rules.program, patterns: $0, classes: classes) }
    contexts = Array(repeating: nil, count: rules.contextProgram.starts.count)
    finder = CaptureFinder(rules.program)
  }

  /// Begins a line: classifies its tokens and looks up the longer entries.
  public func begin(_ tokens: borrowing Tokens, line: Range<Int>) {
    lattice.begin(line)
    for index in line {
      lattice.append(tokenClass(tokens.types[index]), glued: tokens.flags[index].contains(.glued))
    }
    for index in line { addPhrases(tokens, from: index, line: line) }
  }

  /// Adds a mention that later phases can ask for; `number` comes back in captures.
  public func add(mention number: Int, type: String, attributes: [String: String], range: Range<Int>) {
    var key = attributes
    key[""] = type
    let id: ClassID
    if let known = mentionClasses[key] {
      id = known
    } else {
      id = classes.classify(Item(mention: (type, attributes)))
      mentionClasses[key] = id
    }
    // Of mentions that no rule can tell apart one is enough.
    if !lattice.hasArc(from: range.lowerBound, to: range.upperBound, id) {
      lattice.add(from: range.lowerBound, to: range.upperBound, id, .mention(Int32(number)))
    }
  }

  /// Makes the tokens of a settled mention unreadable one by one.
  public func cover(_ range: Range<Int>) { lattice.cover(range) }

  /// The matches of a phase over the line, in no particular order.
  public func run(phase: Int, body: (Match) -> Void) {
    guard !rules.ranges[phase].isEmpty else { return }
    var scanner = Scanner()
    scanner.scan(lattice, automata[phase]) { pattern, start, end in
      if let match = match(Int(pattern), start..<end) { body(match) }
    }
  }

  /// The lexicon entries that a range of tokens is, all senses together.
  public func entries(_ tokens: borrowing Tokens, _ range: Range<Int>) -> [LexiconEntry] {
    var nodes: [Lexicon.Node] = [0]
    for index in range {
      let words = words(of: tokens.types[index])
      nodes = nodes.flatMap { node in words.compactMap { lexicon.child(of: node, by: $0) } }
      if nodes.isEmpty { return [] }
    }
    return nodes.flatMap { entries(at: $0) }
  }

  /// The entries of a node, made once.
  private func entries(at node: Lexicon.Node) -> [LexiconEntry] {
    if let known = nodeEntries[node] { return known }
    let found: [LexiconEntry] = lexicon.entries(at: node).map { lexicon.entry($0) }
    nodeEntries[node] = found
    return found
  }

  private func match(_ rule: Int, _ range: Range<Int>) -> Match? {
    guard let captures = finder.find(pattern: rule, over: range, in: lattice, classes: classes),
      !captures.mention.isEmpty
    else { return nil }
    let written = rules.rules[rule]
    for tests in written.unless where holds(tests, captures.mention) { return nil }
    let decisive = written.conditions.first { holds($0.tests, captures.mention) }
    let evidence = decisive?.evidence ?? written.evidence
    return Match(rule: rule, range: range, evidence: evidence, captures: captures)
  }

  private func holds(_ tests: [CompiledRule.Test], _ mention: Range<Int>) -> Bool {
    tests.allSatisfy { holds($0, mention) != $0.isNegated }
  }

  private func holds(_ test: CompiledRule.Test, _ mention: Range<Int>) -> Bool {
    let number = test.number
    let automaton =
      contexts[number] ?? Automaton(rules.contextProgram, patterns: number..<(number + 1), classes: classes)
    contexts[number] = automaton
    switch test.side {
    case .before:
      return contextScanner.matches(lattice, automaton, at: mention.lowerBound, leftwards: true)
    case .after: return contextScanner.matches(lattice, automaton, at: mention.upperBound, leftwards: false)
    case .inside:
      return contextScanner.matches(
        lattice, automaton, at: mention.lowerBound, leftwards: false, bound: mention.upperBound)
    }
  }

  private func tokenClass(_ id: TokenTypeID) -> ClassID {
    let index = Int(id.rawValue)
    while typeClasses.count <= index { typeClasses.append(nil) }
    if let known = typeClasses[index] { return known }
    let nodes = words(of: id).compactMap { lexicon.child(of: 0, by: $0) }
    let item = Item(type: types[id], entries: nodes.flatMap { entries(at: $0) })
    let found = classes.classify(item)
    typeClasses[index] = found
    return found
  }

  /// The numbers of the words that the spellings of a type fold to, where lexicons or rules know them.
  private func words(of id: TokenTypeID) -> [WordID] {
    let index = Int(id.rawValue)
    while typeWords.count <= index {
      let next = TokenTypeID(Int32(typeWords.count))
      typeWords.append(types[next].keys.compactMap { vocabulary[$0] })
    }
    return typeWords[index]
  }

  /// Adds an arc for every entry of several words that begins at a token.
  private func addPhrases(_ tokens: borrowing Tokens, from start: Int, line: Range<Int>) {
    var nodes = words(of: tokens.types[start]).compactMap { lexicon.child(of: 0, by: $0) }
      .filter { lexicon.goesOn(from: $0) }
    var end = start + 1
    while !nodes.isEmpty, end < line.upperBound {
      let words = words(of: tokens.types[end])
      nodes = nodes.flatMap { node in words.compactMap { lexicon.child(of: node, by: $0) } }
      end += 1
      for node in nodes where !lexicon.entries(at: node).isEmpty {
        lattice.add(from: start, to: end, phraseClass(node, tokens.types[start]), .entry(node))
      }
      nodes = nodes.filter { lexicon.goesOn(from: $0) }
    }
  }

  private func phraseClass(_ node: Lexicon.Node, _ first: TokenTypeID) -> ClassID {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: first.rawValue))
    if let known = phraseClasses[key] { return known }
    let id = classes.classify(Item(type: types[first], isPhrase: true, entries: entries(at: node)))
    phraseClasses[key] = id
    return id
  }
}
