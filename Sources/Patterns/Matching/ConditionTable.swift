import Lexicon

/// The conditions of all rules in flat arrays, read without a copy of a rule.
struct ConditionTable: Sendable {
  /// A context condition: its context, and whether it must not hold.
  struct Test {
    var mask: Mask
    var isNegated: Bool
  }

  /// Tests that must hold together.
  struct Group {
    /// Their places in `tests`.
    var tests: Range<Int32>
    /// The evidence that they set; nil where they drop the match.
    var evidence: Evidence?
    /// The first context that must hold; nil where some must only not.
    var key: Mask?
  }

  /// Contexts of one side, as bits of a word of a set of contexts.
  struct Mask {
    var side: ContextTest.Side
    var word: Int32
    var bits: UInt64
  }

  /// Contexts of which each alone drops the matches of a rule.
  private(set) var drops = Masks()
  /// Contexts of which each must hold, or the matches of a rule are dropped.
  private(set) var needs = Masks()
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
      let number = numbers[2 * place]
      let mask = Mask(
        side: ContextTest.Side.allCases[flags >> 1], word: Int32(truncatingIfNeeded: number >> 6),
        bits: 1 << UInt64(number & 63))
      return Test(mask: mask, isNegated: flags & 1 == 1)
    }
    var first: Int32 = 0
    for rule in 0..<lists.count {
      let list = lists[rule]
      for place in stride(from: list.startIndex, to: list.endIndex, by: 2) {
        let end = Int32(truncatingIfNeeded: list[place + 1])
        add(first..<end, list[place] == 0 ? nil : RuleSet.evidence(list[place] - 1))
        first = end
      }
      starts.append(Int32(groups.count))
      drops.endRule()
      needs.endRule()
    }
  }

  private mutating func add(_ tests: Range<Int32>, _ evidence: Evidence?) {
    if evidence == nil, tests.count == 1 {
      let test = self.tests[Int(tests.lowerBound)]
      return test.isNegated ? needs.append(test.mask) : drops.add(test.mask)
    }
    let key = tests.first { !self.tests[Int($0)].isNegated }.map { self.tests[Int($0)] }
    groups.append(Group(tests: tests, evidence: evidence, key: key?.mask))
  }

  /// The groups of a rule that are not among its `drops` and `needs`: first those that drop a match, then those of which the first that
  /// holds decides.
  @inline(__always)
  func groups(of rule: Int) -> Range<Int> { Int(starts[rule])..<Int(starts[rule + 1]) }

  /// Masks of every rule.
  struct Masks: Sendable {
    private var starts: [Int32] = [0]
    private var masks: [Mask] = []

    /// Where those of a rule are.
    @inline(__always)
    func places(of rule: Int) -> Range<Int> { Int(starts[rule])..<Int(starts[rule + 1]) }

    @inline(__always)
    subscript(place: Int) -> Mask { masks[place] }

    fileprivate mutating func append(_ mask: Mask) { masks.append(mask) }

    /// Adds a mask to one of its word and side, where there is such.
    fileprivate mutating func add(_ mask: Mask) {
      let known = (Int(starts[starts.count - 1])..<masks.count).first {
        masks[$0].word == mask.word && masks[$0].side == mask.side
      }
      if let known { masks[known].bits |= mask.bits } else { masks.append(mask) }
    }

    fileprivate mutating func endRule() { starts.append(Int32(masks.count)) }
  }
}
