import Lexicon
import UnicodeText

/// The caches and the line of a `Matcher`.
struct MatcherState {
  private let rules: RuleSet
  private let lexicon: Lexicon
  private let types: TypeTable
  private var classes: ClassTable
  private var words: WordCache
  private var automata: [Automaton]
  private var contexts: ContextTable
  private var finder: CaptureFinder
  private var scanner = Scanner()
  private var lattice = Lattice()
  private var found: [RawMatch] = []
  /// The entries of the nodes that have been asked for, and the place of each node among them.
  private var nodeEntries: [[LexiconEntry]] = []
  private var nodePlaces = PlaceTable()
  private var phraseClasses = PhraseTable()
  private var mentionClasses = MentionClasses()
  private var nodes: [Lexicon.Node] = []
  private var nextNodes: [Lexicon.Node] = []

  init(
    _ rules: RuleSet, lexicon: Lexicon, vocabulary: Vocabulary, types: TypeTable, bare: BareWords?
  ) {
    self.rules = rules
    self.lexicon = lexicon
    self.types = types
    classes = ClassTable(rules.predicates)
    words = WordCache(vocabulary, lexicon, bare)
    automata = rules.ranges.indices.map { phase in
      Automaton(
        rules.program, patterns: rules.ranges[phase], predicates: rules.alphabets[phase],
        hasGlue: rules.glue[phase] == 1, isJoint: true)
    }
    contexts = ContextTable(rules)
    finder = CaptureFinder(rules)
  }

  /// About how many bytes classes and automata take.
  var byteCount: Int {
    automata.reduce(classes.byteCount + contexts.byteCount) { $0 + $1.byteCount }
  }

  /// Forgets what is remembered by token type; classes and automata know of none.
  mutating func forgetTypes() {
    words.reset()
    phraseClasses.removeAll()
  }

  /// Begins a line: classifies its tokens and looks up the longer entries.
  mutating func begin(_ tokens: borrowing Tokens, line: Range<Int>) {
    lattice.begin(line)
    contexts.beginLine()
    for index in line {
      let id = tokens.types[index]
      lattice.append(words.tokenClass(of: id) ?? classify(id), glued: tokens.flags[index].contains(.glued))
    }
    lattice.end()
    for index in line {
      let id = tokens.types[index]
      if !words.openRoots(of: id).isEmpty { addPhrases(tokens, from: index, line: line) }
    }
  }

  /// Adds a mention that later phases can ask for; `number` comes back in captures.
  mutating func add(mention number: Int, _ facts: MentionFacts, range: Range<Int>) {
    let id: ClassID
    if let known = mentionClasses[facts] {
      id = known
    } else {
      id = classes.classify(Item(mention: facts))
      mentionClasses.insert(facts, id)
    }
    // Of mentions that no rule can tell apart one is enough.
    if !lattice.hasArc(from: range.lowerBound, to: range.upperBound, id) {
      lattice.add(from: range.lowerBound, to: range.upperBound, id, .mention(Int32(number)))
    }
  }

  /// Makes the tokens of a settled mention unreadable one by one.
  mutating func cover(_ range: Range<Int>) { lattice.cover(range) }

  /// Appends the matches of a phase over the line, in no particular order.
  mutating func run(phase: Int, into matches: inout [Match]) {
    guard !rules.ranges[phase].isEmpty else { return }
    found.removeAll(keepingCapacity: true)
    contexts.begin(lattice, classes.sets)
    scanner.scan(lattice, &automata[phase], classes.sets, into: &found)
    for raw in found {
      if let match = match(Int(raw.pattern), Int(raw.start)..<Int(raw.end)) { matches.append(match) }
    }
  }

  /// Whether the matches of a rule have named parts or mentions in them.
  func needsParts(_ rule: Int) -> Bool { rules.facts[rule].hasParts }

  /// Whether a phase has rules at all.
  func hasRules(phase: Int) -> Bool { !rules.ranges[phase].isEmpty }

  /// The lexicon entries that a range of tokens is, all senses together.
  mutating func entries(_ tokens: borrowing Tokens, _ range: Range<Int>) -> [LexiconEntry] {
    guard !range.isEmpty else { return [] }
    if !nodes.isEmpty { nodes.removeAll(keepingCapacity: true) }
    let first = tokens.types[range.lowerBound]
    words.prepare(first, types)
    for node in words.roots(of: first) { nodes.append(node) }
    for index in (range.lowerBound + 1)..<range.upperBound {
      advance(by: tokens.types[index])
      if nodes.isEmpty { return [] }
    }
    return nodes.count == 1 ? entries(at: nodes[0]) : nodes.flatMap { entries(at: $0) }
  }

  /// The end of the most tokens, from the beginning of a range, that some lexicon entry begins with.
  mutating func reach(_ tokens: borrowing Tokens, _ range: Range<Int>) -> Int {
    guard let start = range.first else { return range.lowerBound }
    if !nodes.isEmpty { nodes.removeAll(keepingCapacity: true) }
    words.prepare(tokens.types[start], types)
    for node in words.roots(of: tokens.types[start]) { nodes.append(node) }
    if nodes.isEmpty { return start }
    for index in (start + 1)..<range.upperBound {
      advance(by: tokens.types[index])
      if nodes.isEmpty { return index }
    }
    return range.upperBound
  }

  /// Takes `nodes` one word further.
  @inline(__always)
  private mutating func advance(by id: TokenTypeID) {
    words.prepare(id, types)
    if !nextNodes.isEmpty { nextNodes.removeAll(keepingCapacity: true) }
    for node in nodes {
      for place in words[id] {
        if let next = lexicon.child(of: node, by: words.word(at: place)) { nextNodes.append(next) }
      }
    }
    swap(&nodes, &nextNodes)
  }

  /// The entries of a node, made once.
  private mutating func entries(at node: Lexicon.Node) -> [LexiconEntry] {
    if let known = nodePlaces[node] { return nodeEntries[Int(known)] }
    let found: [LexiconEntry] = lexicon.entries(at: node).map { lexicon.entry($0) }
    nodePlaces.insert(node, Int32(truncatingIfNeeded: nodeEntries.count))
    nodeEntries.append(found)
    return found
  }

  /// The named parts of what a rule matches over a range.
  mutating func find(_ rule: Int, _ range: Range<Int>) -> Captures? {
    guard finder.matches(pattern: rule, over: range, in: lattice, classes: classes.sets) else { return nil }
    return finder.captures(of: rule, over: range)
  }

  private mutating func match(_ rule: Int, _ range: Range<Int>) -> Match? {
    var mention = range
    let facts = rules.facts[rule]
    if facts.needsLook {
      if isDropped(rule, facts, range) { return nil }
      guard finder.matches(pattern: rule, over: range, in: lattice, classes: classes.sets) else { return nil }
      mention = finder.mention(of: rule, over: range)
      if mention.isEmpty { return nil }
    }
    var evidence = rules.conditions.evidence[rule]
    for number in rules.conditions.groups(of: rule) {
      let group = rules.conditions.groups[number]
      guard holds(group.tests, mention) else { continue }
      guard let other = group.evidence else { return nil }
      evidence = other
      break
    }
    var match = Match(rule: rule, range: range, mention: mention, evidence: evidence)
    // The way that the finder took is still at hand.
    if facts.needsLook, facts.hasParts { match.captures = finder.captures(of: rule, over: range) }
    return match
  }

  /// Whether a match is dropped by what stands beside it, as far as its mention is known without a closer look.
  private mutating func isDropped(_ rule: Int, _ facts: RuleSet.Facts, _ range: Range<Int>) -> Bool {
    guard facts.beginsWithMention || facts.endsWithMention else { return false }
    for number in rules.conditions.groups(of: rule) {
      let group = rules.conditions.groups[number]
      if group.evidence != nil { return false }
      let isKnown = group.tests.allSatisfy { number in
        switch rules.conditions.tests[Int(number)].side {
        case .before: facts.beginsWithMention
        case .after: facts.endsWithMention
        case .inside: false
        }
      }
      if isKnown, holds(group.tests, range) { return true }
    }
    return false
  }

  @inline(__always)
  private mutating func holds(_ tests: Range<Int32>, _ mention: Range<Int>) -> Bool {
    for number in tests {
      let test = rules.conditions.tests[Int(number)]
      if holds(test, mention) == test.isNegated { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func holds(_ test: ConditionTable.Test, _ mention: Range<Int>) -> Bool {
    switch test.side {
    case .inside:
      contexts.matches(
        Int(test.number), at: mention.lowerBound, leftwards: false, bound: mention.upperBound, lattice, classes.sets)
    case .before: contexts.holds(Int(test.number), at: mention.lowerBound, leftwards: true, lattice, classes.sets)
    case .after: contexts.holds(Int(test.number), at: mention.upperBound, leftwards: false, lattice, classes.sets)
    }
  }

  private mutating func classify(_ id: TokenTypeID) -> ClassID {
    words.prepare(id, types)
    let type = words.reading(of: types[id])
    let found = classes.classify(
      Item(type: type, entries: words.roots(of: id).flatMap { entries(at: $0) }), words: words.words(of: id))
    words.set(found, of: id)
    return found
  }

  /// Adds an arc for every entry of several words that begins at a token.
  private mutating func addPhrases(_ tokens: borrowing Tokens, from start: Int, line: Range<Int>) {
    let first = tokens.types[start]
    if !nodes.isEmpty { nodes.removeAll(keepingCapacity: true) }
    for node in words.openRoots(of: first) { nodes.append(node) }
    var end = start + 1
    while !nodes.isEmpty, end < line.upperBound {
      advance(by: tokens.types[end])
      end += 1
      for node in nodes where !lexicon.entries(at: node).isEmpty {
        lattice.add(from: start, to: end, phraseClass(node, first), .entry(node))
      }
      nodes.removeAll { !lexicon.goesOn(from: $0) }
    }
  }

  private mutating func phraseClass(_ node: Lexicon.Node, _ first: TokenTypeID) -> ClassID {
    if let known = phraseClasses[node, first] { return known }
    let id = classes.classify(Item(type: types[first], isPhrase: true, entries: entries(at: node)))
    phraseClasses.insert(node, first, id)
    return id
  }
}
