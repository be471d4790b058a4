public import Lexicon
public import UnicodeText

/// Matches the rules of one language over one line after another; holds the caches of one worker.
public final class Matcher {
  // Asked for every draft many times over: no call gets back to this object, so that none has to be checked for it.
  @exclusivity(unchecked) private var state: MatcherState

  /// Creates a matcher; `types` must be the table that the documents are cut with, and `bare` is there for texts that leave
  /// diacritics out.
  public init(
    _ rules: RuleSet, lexicon: Lexicon, vocabulary: Vocabulary, types: TypeTable, bare: BareWords? = nil
  ) {
    state = MatcherState(rules, lexicon: lexicon, vocabulary: vocabulary, types: types, bare: bare)
  }

  /// The bytes that may be remembered between documents.
  public static let memoryLimit = 32 << 20

  /// Forgets what is soon made anew where too much is remembered, to be called between lines; false where that is not enough
  /// and another matcher should take the place of this one.
  public func makeRoom() -> Bool {
    if state.byteCount <= Self.memoryLimit { return true }
    state.forgetEasy()
    return state.byteCount <= Self.memoryLimit / 4 * 3
  }

  /// Forgets what is soon made anew.
  func forgetEasy() { state.forgetEasy() }

  /// Forgets what is remembered by token type; to be called whenever the table of types is reset.
  public func forgetTypes() { state.forgetTypes() }

  /// Begins a line: classifies its tokens and looks up the longer entries.
  public func begin(_ tokens: borrowing Tokens, line: Range<Int>) { state.begin(tokens, line: line) }

  /// Adds a mention that later phases can ask for; `number` comes back in captures.
  public func add(mention number: Int, _ facts: MentionFacts, range: Range<Int>) {
    state.add(mention: number, facts, range: range)
  }

  /// Makes the tokens of a settled mention unreadable one by one.
  public func cover(_ range: Range<Int>) { state.cover(range) }

  /// Appends the matches of a phase over the line, in no particular order.
  public func run(phase: Int, into matches: inout [Match]) { state.run(phase: phase, into: &matches) }

  /// Whether a phase has rules at all.
  public func hasRules(phase: Int) -> Bool { state.hasRules(phase: phase) }

  /// Whether the matches of a rule have named parts or mentions in them.
  public func needsParts(_ rule: Int) -> Bool { state.needsParts(rule) }

  /// Reads the named parts of a match of the line and phase read last; what `captures` held gives way.
  public func read(_ match: Match, into captures: inout Captures) { state.read(match, into: &captures) }

  /// The lexicon entries that a range of tokens is, all senses together.
  public func entries(_ tokens: borrowing Tokens, _ range: Range<Int>) -> [LexiconEntry] {
    state.entries(tokens, range)
  }

  /// The end of the most tokens, from the beginning of a range, that some lexicon entry begins with.
  public func reach(_ tokens: borrowing Tokens, _ range: Range<Int>) -> Int { state.reach(tokens, range) }
}
