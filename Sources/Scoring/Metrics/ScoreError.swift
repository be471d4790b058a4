/// One place where a system's answer differs from gold.
public struct ScoreError: Sendable, Hashable {
  /// How it differs.
  public enum Kind: String, Sendable, CaseIterable {
    /// Gold has a mention where the system has none.
    case missing
    /// The system has a mention where gold has none.
    case spurious
    /// The type is right, the span overlaps without being equal.
    case boundary
    /// The span is right, the type is not.
    case type
    /// Neither span nor type is right, but the spans overlap.
    case both
    /// Span and type are right, an attribute is not.
    case attribute
  }

  /// The document's id.
  public let document: String
  /// How the answer differs.
  public let kind: Kind
  /// The gold mention; nil for a spurious one.
  public let gold: AnnotatedMention?
  /// The system's mention; nil for a missing one.
  public let predicted: AnnotatedMention?
  /// The attributes that are wrong, for an attribute error.
  public let attributes: [String]
}
