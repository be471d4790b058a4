public import Lexicon

/// How far one rule got from one token on.
public struct RuleTrace: Sendable {
  /// The rule.
  public var rule: Rule
  /// The token at which it began.
  public var start: Int
  /// The token it came to: `start ..< reached` was taken by some reading of the pattern.
  public var reached: Int
  /// What it asked for at `reached` without finding it.
  public var failures: [TraceFailure]
  /// The stretches that matched, the longest first.
  public var matches: [TraceMatch]
}

/// An item of a pattern that was asked for and not found.
public struct TraceFailure: Hashable, Sendable {
  /// What was asked for, and where the rule says so.
  public var place: SourcePlace
  /// What stands there instead.
  public var reason: String
}

/// One stretch of tokens over which a pattern matched, and what its conditions made of it.
public struct TraceMatch: Sendable {
  /// All tokens that matched.
  public var range: Range<Int>
  /// The tokens of the mention.
  public var mention: Range<Int>
  /// The evidence after the rule's conditions, nil where one dropped the match.
  public var evidence: Evidence?
  /// The conditions in the order in which they were looked at.
  public var conditions: [TraceCondition]
  /// What was taken, in text order.
  public var items: [TraceItem]
}

/// A line `unless …` or `likely if …` and whether it held.
public struct TraceCondition: Sendable {
  /// The evidence it gives; nil for `unless`.
  public var evidence: Evidence?
  /// Whether all its tests held.
  public var holds: Bool
  /// Its tests.
  public var tests: [TraceTest]
}

/// One `before(…)`, `after(…)` or `inside(…)`.
public struct TraceTest: Sendable {
  /// What was asked for, and where the rule says so.
  public var place: SourcePlace
  /// Whether the test held, its `!` taken into account.
  public var holds: Bool
  /// The tokens that fit the pattern, nil where none did.
  public var seen: Range<Int>?
}

/// What one item of a pattern took.
public struct TraceItem: Sendable {
  /// The tokens.
  public var range: Range<Int>
  /// The item, and where the rule says so.
  public var place: SourcePlace
  /// The lexicon entries that it asked for.
  public var entries: [LexiconEntry]
  /// The number of the mention that it took.
  public var mention: Int?
}
