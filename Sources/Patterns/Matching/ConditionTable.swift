import Lexicon

/// The conditions of all rules in flat arrays, read without a copy of a rule.
struct ConditionTable {
  /// Tests that must hold together.
  struct Group {
    /// Their places in `tests`.
    var tests: Range<Int32>
    /// The evidence that they set; nil where they drop the match.
    var evidence: Evidence?
  }

  private var starts: [Int32] = [0]
  private(set) var groups: [Group] = []
  private(set) var tests: [CompiledRule.Test] = []
  /// The evidence of each rule where no condition decides.
  private(set) var evidence: [Evidence] = []

  init(_ rules: [CompiledRule]) {
    for rule in rules {
      for tests in rule.unless { add(tests, nil) }
      for condition in rule.conditions { add(condition.tests, condition.evidence) }
      starts.append(Int32(groups.count))
      evidence.append(rule.evidence)
    }
  }

  /// The groups of a rule, those that drop a match first; of the others the first that holds decides.
  @inline(__always)
  func groups(of rule: Int) -> Range<Int> { Int(starts[rule])..<Int(starts[rule + 1]) }

  private mutating func add(_ added: [CompiledRule.Test], _ evidence: Evidence?) {
    let first = Int32(tests.count)
    tests += added
    groups.append(Group(tests: first..<Int32(tests.count), evidence: evidence))
  }
}
