/// The classes of mentions by what rules can ask of them.
///
/// Few facts differ, and each draft of a document asks.
struct MentionClasses {
  private var buckets: [[(facts: MentionFacts, id: ClassID)]] = Array(repeating: [], count: 1 << 6)

  /// The class of facts; nil where it is not known.
  subscript(facts: MentionFacts) -> ClassID? {
    for known in buckets[Self.bucket(facts)] where known.facts == facts { return known.id }
    return nil
  }

  /// Adds the class of facts that are not known.
  mutating func insert(_ facts: MentionFacts, _ id: ClassID) { buckets[Self.bucket(facts)].append((facts, id)) }

  private static func bucket(_ facts: MentionFacts) -> Int {
    let evidence = facts.evidence.map { Int($0.rawValue) + 1 } ?? 0
    return (evidence &+ 5 &* facts.type.bits &+ 11 &* (facts.kind?.bits ?? 0)) & (1 << 6 - 1)
  }
}
