/// How well `holds` relations were found.
public struct RelationScore: Sendable, Hashable {
  /// Title, person and organization equal in span, and the status equal.
  ///
  /// The person, and an organization that gold groups, may be any mention of the same one.
  public var strict = ScoreCounts()
  /// As strict, but overlapping spans suffice, and the status does not count.
  public var relaxed = ScoreCounts()
  /// Sets of written positions: the person's longest name, the title and the organization as text, each once a document.
  ///
  /// Only titles of the kinds position and rank whose holder is named.
  public var positions = ScoreCounts()

  /// Makes a score of nothing.
  public init() {}

  /// Adds the score of other documents.
  public static func += (a: inout RelationScore, b: RelationScore) {
    a.strict += b.strict
    a.relaxed += b.relaxed
    a.positions += b.positions
  }
}
