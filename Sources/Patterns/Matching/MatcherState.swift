import Lexicon
import UnicodeText

/// The caches and the line of a `Matcher`.
struct MatcherState: ~Copyable {
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
  private var kept = KeptCaptures()
  /// The entries of the nodes that have been asked for, and the place of each node among them.
  private var nodeEntries: [[LexiconEntry]] = []
  private var nodePlaces = PlaceTable<UInt32>()
  /// About how many bytes all of them take.
  private var entryBytes = 0
  /// The classes of longer entries, by their node and the type of their first word.
  private var phraseClasses = PlaceTable<UInt64>()
  /// The lexicon's nodes that two types lead to together.
  private var pairs = PairTable()
  private var mentionClasses = MentionClasses()
  private var nodes: [Lexicon.Node] = []
  private var nextNodes: [Lexicon.Node] = []

  init(
    _ rules: RuleSet, lexicon: Lexicon, vocabulary: Vocabulary, types: TypeTable, bare: BareWords?
  ) {
    self.rules = rules
    self.lexicon = lexicon
    self.types = types
    classes = ClassTable(rules.predicates, lexicon)
    words = WordCache(vocabulary, lexicon, bare)
    automata = rules.ranges.indices.map { phase in
      Automaton(
        rules.program, patterns: rules.ranges[phase], predicates: rules.alphabets[phase],
        hasGlue: rules.glue[phase] == 1, isJoint: true)
    }
    contexts = ContextTable(rules)
    finder = CaptureFinder(rules)
  }

  /// About how many bytes classes, automata and entries take.
  var byteCount: Int {
    automata.reduce(
      classes.byteCount + contexts.byteCount + finder.byteCount + phraseClasses.byteCount
        + pairs.byteCount + nodePlaces.byteCount + entryBytes
    ) { $0 + $1.byteCount }
  }

  /// About how many bytes an entry takes with its strings, the array that it stands in, and its features where it has some.
  private static let (entrySize, listSize, featureSize) = (120, 40, 260)

  /// Forgets what is remembered by token type; classes and automata know of none.
  mutating func forgetTypes() {
    words.reset()
    phraseClasses.removeAll()
    pairs.removeAll()
  }

  /// Forgets the ways through patterns, the entries and the nodes of pairs, a third of all: what texts need of them is made
  /// again with a few steps, unlike classes and automata.
  mutating func forgetEasy() {
    finder.forget()
    nodePlaces.removeAll()
    nodeEntries.removeAll()
    entryBytes = 0
    pairs.removeAll()
  }

  /// Begins a line: classifies its tokens and looks up the longer entries.
  mutating func begin(_ tokens: borrowing Tokens, line: Range<Int>) {
    if pairs.isFull { pairs.removeAll() }
    lattice.begin(line)
    contexts.beginLine()
    for index in line {
      let id = tokens.types[index]
      lattice.append(words.tokenClass(of: id) ?? classify(id), glued: tokens.flags[index].contains(.glued))
    }
    lattice.end()
    for index in line.dropLast() {
      if words.hasOpenRoots(tokens.types[index]) { addPhrases(tokens, from: index, line: line) }
    }
  }

  /// Adds a mention that later phases can ask for; `number` comes back in captures.
  mutating func add(mention number: Int, _ facts: MentionFacts, range: Range<Int>) {
    let known = mentionClasses[facts]
    let id = known ?? classes.classify(facts)
    if known == nil { mentionClasses.insert(facts, id) }
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
    kept.removeAll()
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
    guard let start = range.first else { return [] }
    if range.count == 1 {
      begin(tokens.types[start])
    } else {
      begin(tokens.types[start], tokens.types[start + 1])
      for index in range.dropFirst(2) {
        if nodes.isEmpty { return [] }
        advance(by: tokens.types[index])
      }
    }
    if nodes.isEmpty { return [] }
    return nodes.count == 1 ? entries(at: nodes[0]) : nodes.flatMap { entries(at: $0) }
  }

  /// The end of the most tokens, from the beginning of a range, that some lexicon entry begins with.
  mutating func reach(_ tokens: borrowing Tokens, _ range: Range<Int>) -> Int {
    guard let start = range.first else { return range.lowerBound }
    begin(tokens.types[start])
    if nodes.isEmpty { return start }
    for index in range.dropFirst() {
      if index == start + 1 {
        begin(tokens.types[start], tokens.types[index])
      } else {
        advance(by: tokens.types[index])
      }
      if nodes.isEmpty { return index }
    }
    return range.upperBound
  }

  /// Sets `nodes` to those of a type by itself.
  @inline(__always)
  private mutating func begin(_ id: TokenTypeID) {
    if !nodes.isEmpty { nodes.removeAll(keepingCapacity: true) }
    words.prepare(id, types)
    for node in words.roots(of: id) { nodes.append(node) }
  }

  /// Sets `nodes` to those of two types, one behind the other.
  @inline(__always)
  private mutating func begin(_ first: TokenTypeID, _ second: TokenTypeID) {
    if let number = pairs.number(of: first, second) {
      if !nodes.isEmpty { nodes.removeAll(keepingCapacity: true) }
      pairs.forEachNode(of: number) { nodes.append($0) }
    } else {
      makePair(first, second)
    }
  }

  /// Sets `nodes` to those of two types that are not known together, and notes them.
  @inline(never)
  private mutating func makePair(_ first: TokenTypeID, _ second: TokenTypeID) {
    begin(first)
    advance(by: second)
    pairs.insert(first, second, nodes)
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
    if lexicon.entries(at: node).isEmpty { return [] }
    let found: [LexiconEntry] = lexicon.entries(at: node).map { lexicon.entry($0) }
    entryBytes += found.reduce(Self.listSize) { bytes, entry in
      bytes + Self.entrySize + (entry.features.contains { $0 != nil } ? Self.featureSize : 0)
    }
    nodePlaces.insert(node, Int32(truncatingIfNeeded: nodeEntries.count))
    nodeEntries.append(found)
    return found
  }

  /// Reads the named parts of a match of the phase that has been run last.
  mutating func read(_ match: Match, into captures: inout Captures) {
    if match.kept >= 0 { return captures.copy(kept[match.kept]) }
    captures.reset(mention: match.range)
    guard finder.matches(pattern: match.rule, over: match.range, in: lattice, classes: classes.sets) else { return }
    finder.read(match.rule, over: match.range, into: &captures)
  }

  private mutating func match(_ rule: Int, _ range: Range<Int>) -> Match? {
    let facts = rules.facts[rule]
    guard facts.needsLook else {
      guard let evidence = decide(rule, range, knowsBefore: false, knowsAfter: false) else { return nil }
      return Match(rule: rule, range: range, mention: range, evidence: evidence)
    }
    // Conditions cost less than a walk: what they drop by a known side is not walked.
    let (before, after) = (facts.beginsWithMention, facts.endsWithMention)
    if before || after, isDropped(rule, range, by: { Self.isKnown($0, before, after) }) { return nil }
    guard finder.matches(pattern: rule, over: range, in: lattice, classes: classes.sets) else { return nil }
    let mention = finder.mention(of: rule, over: range)
    guard !mention.isEmpty,
      let evidence = decide(rule, mention, knowsBefore: before, knowsAfter: after)
    else { return nil }
    var match = Match(rule: rule, range: range, mention: mention, evidence: evidence)
    // The way that the finder took is still at hand.
    if facts.hasParts { match.kept = kept.keep { finder.read(rule, over: range, into: &$0) } }
    return match
  }

  /// The evidence of a match by its conditions, nil where they drop it; on known sides nothing does that stands there.
  private mutating func decide(_ rule: Int, _ mention: Range<Int>, knowsBefore: Bool, knowsAfter: Bool) -> Evidence? {
    if isDropped(rule, mention, by: { !Self.isKnown($0, knowsBefore, knowsAfter) }) { return nil }
    for place in rules.conditions.groups(of: rule) {
      let group = rules.conditions.groups[place]
      if let key = group.key, contexts.candidates(key, of: mention, lattice) == 0 { continue }
      if holds(group.tests, mention) { return group.evidence }
    }
    return rules.conditions.evidence[rule]
  }

  /// Whether a match is dropped by one context alone that holds or does not, as far as those of some sides go.
  @inline(__always)
  private mutating func isDropped(_ rule: Int, _ mention: Range<Int>, by isAsked: (ContextTest.Side) -> Bool) -> Bool {
    let needs = rules.conditions.needs.places(of: rule)
    for place in needs {
      let mask = rules.conditions.needs[place]
      if isAsked(mask.side), contexts.candidates(mask, of: mention, lattice) == 0 { return true }
    }
    for place in rules.conditions.drops.places(of: rule) {
      let mask = rules.conditions.drops[place]
      if isAsked(mask.side), contexts.holds(mask, of: mention, lattice, classes.sets) { return true }
    }
    for place in needs {
      let mask = rules.conditions.needs[place]
      if isAsked(mask.side), !contexts.holds(mask, of: mention, lattice, classes.sets) { return true }
    }
    return false
  }

  /// Whether a side of the mention is known without a closer look, where its ends may be those of the match.
  @inline(__always)
  private static func isKnown(_ side: ContextTest.Side, _ before: Bool, _ after: Bool) -> Bool {
    switch side {
    case .before: before
    case .after: after
    case .inside: before && after
    }
  }

  private mutating func holds(_ tests: Range<Int32>, _ mention: Range<Int>) -> Bool {
    for place in tests {
      let test = rules.conditions.tests[Int(place)]
      if contexts.holds(test.mask, of: mention, lattice, classes.sets) == test.isNegated { return false }
    }
    return true
  }

  private mutating func classify(_ id: TokenTypeID) -> ClassID {
    words.prepare(id, types)
    let found = classes.classify(
      types[id], isPhrase: false, words: words.words(of: id),
      entries: words.roots(of: id).lazy.flatMap { [lexicon] in lexicon.entries(at: $0) })
    words.set(found, of: id)
    return found
  }

  /// Adds an arc for every entry of several words that begins at a token, which is not the last of the line.
  private mutating func addPhrases(_ tokens: borrowing Tokens, from start: Int, line: Range<Int>) {
    let first = tokens.types[start]
    begin(first, tokens.types[start + 1])
    var end = start + 2
    while !nodes.isEmpty {
      for node in nodes where !lexicon.entries(at: node).isEmpty {
        lattice.add(from: start, to: end, phraseClass(node, first), .entry(node))
      }
      nodes.removeAll { !lexicon.goesOn(from: $0) }
      if nodes.isEmpty || end == line.upperBound { return }
      advance(by: tokens.types[end])
      end += 1
    }
  }

  private mutating func phraseClass(_ node: Lexicon.Node, _ first: TokenTypeID) -> ClassID {
    let key = PlaceTable.pair(node, first.rawValue)
    if let known = phraseClasses[key] { return ClassID(rawValue: known) }
    let id = classes.classify(
      types[first], isPhrase: true, words: EmptyCollection(), entries: lexicon.entries(at: node))
    phraseClasses.insert(key, id.rawValue)
    return id
  }
}
