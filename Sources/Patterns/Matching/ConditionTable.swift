import Lexicon

/// The conditions of all rules in flat arrays, read without a copy of a rule.
struct ConditionTable: Sendable {
  /// A context condition: the number of its pattern, its side, and whether it must not hold.
  struct Test {
    var number: Int32
    var side: ContextTest.Side
    var isNegated: Bool
  }

  /// Tests that must hold together.
  struct Group {
    /// Their places in `tests`.
    var tests: Range<Int32>
    /// The evidence that they set; nil where they drop the match.
    var evidence: Evidence?
  }

  private var starts: [Int32] = [0]
  private(set) var groups: [Group] = []
  let tests: [Test]
  /// The evidence of each rule where no condition decides.
  let evidence: [Evidence]

  /// Compiled conditions, and the evidence of the rules.
  init(_ reader: inout ImageReader, evidence: [Evidence]) {
    let lists = reader.lists()
    let numbers = reader.numbers()
    self.evidence = evidence
    tests = (0..<numbers.count / 2).map { place in
      let flags = numbers[2 * place + 1]
      return Test(
        number: Int32(truncatingIfNeeded: numbers[2 * place]), side: ContextTest.Side.allCases[flags >> 1],
        isNegated: flags & 1 == 1)
    }
    var first: Int32 = 0
    for rule in 0..<lists.count {
      let list = lists[rule]
      for place in stride(from: list.startIndex, to: list.endIndex, by: 2) {
        let end = Int32(truncatingIfNeeded: list[place + 1])
        groups.append(Group(tests: first..<end, evidence: list[place] == 0 ? nil : RuleSet.evidence(list[place] - 1)))
        first = end
      }
      starts.append(Int32(groups.count))
    }
  }

  /// The groups of a rule, those that drop a match first; of the others the first that holds decides.
  @inline(__always)
  func groups(of rule: Int) -> Range<Int> { Int(starts[rule])..<Int(starts[rule + 1]) }
}
