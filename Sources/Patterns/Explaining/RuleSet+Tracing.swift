extension RuleSet {
  /// The number of the phase that a rule belongs to.
  public func phase(of rule: Int) -> Int { ranges.firstIndex { $0.contains(rule) } ?? 0 }

  /// How a rule came to a mention: what its items took; nil where it does not find that mention.
  ///
  /// `line` must hold the mentions of earlier phases. For answers that were given, not for looking for new ones.
  public func match(rule: Int, mention: Range<Int>, in line: TraceLine) -> TraceMatch? {
    let walk = TraceWalk(code: TraceCode(program, pattern: rule, predicates: predicates), line: line)
    for start in RuleTracer.starts(of: mention, in: line.range) {
      for end in walk.explore(from: start).ends where end >= mention.upperBound {
        if let match = walk.match(start..<end), match.mention == mention {
          return TraceMatch(
            range: start..<end, mention: mention, evidence: conditions.evidence[rule], conditions: [],
            items: match.items)
        }
      }
    }
    return nil
  }
}
