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
  /// The named parts, where the mention could not be told without them.
  var captures: Captures?
}
