/// Follows one rule over lines, step by step, to say how far it gets and why not further.
///
/// It reads the rule as it was written and shares nothing with the matcher but the tests of single items, so each checks the
/// other. It is slow: its cost is the product of rules and tokens.
public struct RuleTracer: Sendable {
  private struct Test: Sendable {
    var test: ContextTest
    var code: TraceCode
  }

  private struct Condition: Sendable {
    var evidence: Evidence?
    var tests: [Test]
  }

  /// The rule that is followed.
  public let rule: Rule
  /// Its name with its language, made once.
  public let name: String
  private let code: TraceCode
  private let conditions: [Condition]

  /// Prepares to follow a rule.
  public init(_ rule: Rule) {
    self.rule = rule
    name = rule.qualifiedName
    code = TraceCode(rule.pattern)
    func tests(_ tests: [ContextTest]) -> [Test] { tests.map { Test(test: $0, code: TraceCode($0.pattern)) } }
    conditions =
      rule.unless.map { Condition(evidence: nil, tests: tests($0)) }
      + rule.conditions.map { Condition(evidence: $0.evidence, tests: tests($0.tests)) }
  }

  /// Where a match can begin whose mention is this one, the nearest first.
  public static func starts(of mention: Range<Int>, in line: Range<Int>) -> some Sequence<Int> {
    (max(line.lowerBound, mention.lowerBound - TraceWalk.window)...mention.lowerBound).reversed()
  }

  /// The attempts at every token of a line.
  ///
  /// An attempt that took nothing is left out unless `all` are wanted.
  public func traces(in line: TraceLine, all: Bool = false) -> [RuleTrace] {
    line.range.compactMap { trace(in: line, from: $0, evenEmpty: all) }
  }

  /// The attempt at one token; nil where it took nothing, unless that is wanted too.
  public func trace(in line: TraceLine, from start: Int, evenEmpty: Bool = false) -> RuleTrace? {
    let walk = TraceWalk(code: code, line: line)
    let (reached, ends, failures) = walk.explore(from: start)
    guard evenEmpty || reached > start else { return nil }
    let matches = ends.compactMap { match(start..<$0, walk) }
    return RuleTrace(rule: rule, start: start, reached: reached, failures: failures, matches: matches)
  }

  private func match(_ range: Range<Int>, _ walk: TraceWalk) -> TraceMatch? {
    guard let (mention, items) = walk.match(range), !mention.isEmpty else { return nil }
    var out = TraceMatch(range: range, mention: mention, evidence: rule.evidence, conditions: [], items: items)
    for condition in conditions {
      let tests = condition.tests.map { result($0, mention, walk.line) }
      let holds = tests.allSatisfy(\.holds)
      out.conditions.append(TraceCondition(evidence: condition.evidence, holds: holds, tests: tests))
      // The first condition that holds decides.
      if holds {
        out.evidence = condition.evidence
        break
      }
    }
    return out
  }

  private func result(_ test: Test, _ mention: Range<Int>, _ line: TraceLine) -> TraceTest {
    let walk = TraceWalk(code: test.code, line: line)
    let seen =
      switch test.test.side {
      case .before: walk.context(at: mention.lowerBound, leftwards: true)
      case .after: walk.context(at: mention.upperBound, leftwards: false)
      case .inside: walk.context(at: mention.lowerBound, leftwards: false, bound: mention.upperBound)
      }
    return TraceTest(place: test.test.place, holds: (seen != nil) != test.test.isNegated, seen: seen)
  }
}
