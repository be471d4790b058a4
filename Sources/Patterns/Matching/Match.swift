/// A match of one rule whose conditions have been looked at.
public struct Match: Sendable {
  /// The index of the rule in its rule set.
  public var rule: Int
  /// All tokens that matched.
  public var range: Range<Int>
  /// The tokens of the mention: those between brackets, or all.
  public var mention: Range<Int>
  /// The evidence after the rule's conditions.
  public var evidence: Evidence
  /// Where the matcher keeps its named parts, if it had to look for them to tell the mention, else -1.
  var kept: Int32 = -1
}
