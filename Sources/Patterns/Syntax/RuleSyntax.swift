/// How sure a match is, in the order of strength.
public enum Evidence: UInt8, Comparable, Sendable, CaseIterable {
  /// May be so; never displaces anything stronger, and is left out of answers unless asked for.
  case possible
  /// Is so more often than not.
  case likely
  /// Is so.
  case certain

  /// The word that rules and answers use.
  public var word: String {
    switch self {
    case .possible: "possible"
    case .likely: "likely"
    case .certain: "certain"
    }
  }

  /// Reads the word of `word`, nil for any other.
  public init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }

  /// Whether one is weaker than the other.
  public static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
}

/// A condition on what stands beside a match.
public struct ContextTest: Hashable, Sendable {
  /// Which side is looked at.
  public enum Side: Sendable, CaseIterable {
    /// What ends where the mention begins.
    case before
    /// What begins where the mention ends.
    case after
    /// The mention itself, from its first word on.
    case inside
  }

  /// The side.
  public var side: Side
  /// What must stand there.
  public var pattern: Pattern
  /// Whether it must not stand there.
  public var isNegated: Bool
  /// Where it is written.
  public var place = SourcePlace()
}

/// `likely if before(…) and !after(…)`.
public struct EvidenceCondition: Hashable, Sendable {
  /// The evidence it gives.
  public var evidence: Evidence
  /// All that must hold.
  public var tests: [ContextTest]
}

/// What a rule says its match is.
public struct RuleAction: Hashable, Sendable {
  /// The meaning's name.
  public var meaning: String
  /// Attributes with fixed values.
  public var constants: [String: String]
}

/// A rule as it was written, checked and with its macros put in.
public struct Rule: Hashable, Sendable {
  /// Its name, unique within its language: `date.day-month`.
  public var name: String
  /// Its language folder.
  public var language: String
  /// The phase it belongs to.
  public var phase: String
  /// Whether matches are taken away instead of added (`reject`).
  public var isReject: Bool
  /// The evidence where no condition decides.
  public var evidence: Evidence
  /// What must match.
  public var pattern: Pattern
  /// Conditions under each of which the match is dropped.
  public var unless: [[ContextTest]]
  /// Conditions that change the evidence; the first that holds decides.
  public var conditions: [EvidenceCondition]
  /// What it gives.
  public var action: RuleAction
  /// Its examples.
  public var examples: [RuleExample]
  /// Its file.
  public var file: String
  /// Its line.
  public var line: Int

  /// The name with its language before it, as answers show it.
  public var qualifiedName: String { "\(language).\(name)" }

  /// The column of its name.
  public var column: Int { isReject ? 8 : 6 }
}

/// What rules may say of a meaning: its captures, constants and the values those may take.
public struct MeaningSignature: Sendable {
  /// The captures that the meaning understands.
  public var captures: Set<String>
  /// The constants, with their allowed values (empty: any).
  public var constants: [String: Set<String>]

  /// Creates a signature.
  public init(captures: Set<String>, constants: [String: Set<String>] = [:]) {
    self.captures = captures
    self.constants = constants
  }
}
