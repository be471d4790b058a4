public import Patterns

/// What was tried on a text, what came of it, and why.
public struct Explanation: Sendable {
  /// The answer that is explained.
  public var document: Document
  /// The lines of the text that were asked about.
  public var lines: [ExplainedLine]
}

/// One line of a text with all that rules made of it.
public struct ExplainedLine: Sendable {
  /// The language it was read in.
  public var language: String
  /// Its tokens.
  public var tokens: [ExplainedToken]
  /// All that rules found, in text order.
  public var candidates: [ExplainedCandidate]
  /// How far rules got that were asked about.
  public var attempts: [ExplainedAttempt]
}

/// A stretch of text.
public struct ExplainedSpan: Sendable, Hashable {
  /// Its half-open range in the unit of the document.
  public var range: Range<Int>
  /// What stands there.
  public var text: String
}

/// A token as rules see it.
public struct ExplainedToken: Sendable {
  /// Where it stands.
  public var span: ExplainedSpan
  /// Its kind, such as word, number or punctuation.
  public var kind: String
  /// The folded spellings under which it is looked up.
  public var keys: [String]
  /// The shapes that rules can ask for and that it has.
  public var shapes: [String]
  /// The lexicon entries that begin at it, the longer ones with their text.
  public var entries: [(text: String, entry: UsedEntry)]
}

/// A mention that may be, and what became of it.
public struct ExplainedCandidate: Sendable {
  /// What became of a candidate.
  public enum Outcome: Sendable {
    /// It is the mention of this id.
    case mention(String)
    /// It won, but is not answered, for this reason.
    case unanswered(String)
    /// These candidates, by their places in the list, won over it.
    case beaten(by: [Int])
  }

  /// Where it stands.
  public var span: ExplainedSpan
  /// The type of the mention, or `reject`.
  public var type: String
  /// Its rule, with its language.
  public var rule: String
  /// How the rule came to it; nil where the document established it elsewhere.
  public var attempt: ExplainedAttempt?
  /// The evidence that the rule gives.
  public var evidenceOfRule: Evidence
  /// The evidence after the whole document was read.
  public var evidence: Evidence
  /// What it adds to a reading.
  public var weight: Int
  /// The lexicon entries it rests on.
  public var entries: [UsedEntry]
  /// What became of it.
  public var outcome: Outcome
}

/// How far a rule got from one token on.
public struct ExplainedAttempt: Sendable {
  /// The rule as it was written.
  public var rule: Rule
  /// What was taken.
  public var span: ExplainedSpan
  /// What was asked for next and not found.
  public var failures: [TraceFailure]
  /// The stretches that matched.
  public var matches: [ExplainedMatch]
}

/// A stretch that matched and what the rule's conditions made of it.
public struct ExplainedMatch: Sendable {
  /// The mention.
  public var span: ExplainedSpan
  /// The evidence after the conditions, nil where one dropped the match.
  public var evidence: Evidence?
  /// The conditions that were looked at.
  public var conditions: [ExplainedCondition]
  /// The lexicon entries that it rests on.
  public var entries: [UsedEntry]
}

/// A line `unless …` or `likely if …` of a rule and whether it held.
public struct ExplainedCondition: Sendable {
  /// The evidence it gives; nil for `unless`.
  public var evidence: Evidence?
  /// Whether all its tests held.
  public var holds: Bool
  /// Its tests, each with what stands there and fits.
  public var tests: [(test: TraceTest, seen: ExplainedSpan?)]
}
