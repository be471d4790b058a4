/// What matching needs to know of a rule, beside its pattern.
public struct CompiledRule: Sendable {
  /// A context condition: the number of its pattern, its side, and whether it must not hold.
  struct Test {
    var number: Int
    var side: ContextTest.Side
    var isNegated: Bool
  }

  /// The name with its language, as answers show it.
  public let name: String
  /// The evidence where no condition decides.
  public let evidence: Evidence
  /// What it gives.
  public let meaning: Meaning
  /// Attributes with fixed values.
  public let constants: [String: String]
  /// Conditions under each of which a match is dropped.
  let unless: [[Test]]
  /// Conditions that set the evidence; the first that holds decides.
  let conditions: [(evidence: Evidence, tests: [Test])]
}
