/// The counts of one set of pairs under the four schemes of SemEval-2013 task 9.
public struct SchemeCounts: Sendable, Hashable {
  /// A pair is correct if span and type are equal.
  public var strict = MatchCounts()
  /// A pair is correct if the spans are equal, whatever the types.
  public var exact = MatchCounts()
  /// A pair is correct if the spans are equal and partial if they overlap, whatever the types.
  public var partial = MatchCounts()
  /// A pair is correct if the types are equal and the spans overlap.
  public var type = MatchCounts()

  /// Makes counts of nothing.
  public init() {}

  /// Adds counts of other documents.
  public static func += (a: inout SchemeCounts, b: SchemeCounts) {
    a.strict += b.strict
    a.exact += b.exact
    a.partial += b.partial
    a.type += b.type
  }

  mutating func addPair(sameSpan: Bool, sameType: Bool) {
    if sameSpan && sameType { strict.correct += 1 } else { strict.incorrect += 1 }
    if sameSpan { exact.correct += 1 } else { exact.incorrect += 1 }
    if sameSpan { partial.correct += 1 } else { partial.partial += 1 }
    if sameType { type.correct += 1 } else { type.incorrect += 1 }
  }

  mutating func addMissing(_ count: Int = 1) {
    strict.missing += count
    exact.missing += count
    partial.missing += count
    type.missing += count
  }

  mutating func addSpurious(_ count: Int = 1) {
    strict.spurious += count
    exact.spurious += count
    partial.spurious += count
    type.spurious += count
  }
}
