/// The counts of nervaluate 1.2.1: each predicted span in order takes the first gold span left that suits it.
///
/// Kept so that figures can be compared with published ones. Each scheme pairs for itself, the outcome depends on the
/// order of the spans, and counts by type come from pairing the spans of that type alone; so types need not add up to the
/// whole. Spans in order of their beginnings are found by bisection; else O(gold · predicted).
enum NervaluatePairing {
  static func counts(gold: [LabelledSpan], predicted: [LabelledSpan]) -> SchemeCounts {
    var counts = SchemeCounts()
    counts.strict = scheme(gold, predicted, isPartial: false) { $0 == $1 }
    counts.exact = scheme(gold, predicted, isPartial: false) { $0.covers(sameStretchAs: $1) }
    counts.partial = scheme(gold, predicted, isPartial: true) { $0.covers(sameStretchAs: $1) }
    counts.type = type(gold, predicted)
    return counts
  }

  /// The first gold span that agrees; else the first that overlaps, which is taken too.
  private static func scheme(
    _ gold: [LabelledSpan], _ predicted: [LabelledSpan], isPartial: Bool,
    agrees: (LabelledSpan, LabelledSpan) -> Bool
  ) -> MatchCounts {
    var counts = MatchCounts()
    let reach = Reach(gold)
    var taken = [Bool](repeating: false, count: gold.count)
    for span in predicted {
      var fallback: Int?
      var match: Int?
      for index in reach.indices(around: span) where !taken[index] {
        let other = gold[index]
        if agrees(span, other) {
          match = index
          break
        }
        if fallback == nil, overlaps(span, other) { fallback = index }
      }
      if let match {
        counts.correct += 1
        taken[match] = true
      } else if let fallback {
        if isPartial { counts.partial += 1 } else { counts.incorrect += 1 }
        taken[fallback] = true
      } else {
        counts.spurious += 1
      }
    }
    counts.missing = taken.count { !$0 }
    return counts
  }

  /// The overlapping gold span of equal type whose ends are nearest; else the first that overlaps.
  private static func type(_ gold: [LabelledSpan], _ predicted: [LabelledSpan]) -> MatchCounts {
    var counts = MatchCounts()
    let reach = Reach(gold)
    var taken = [Bool](repeating: false, count: gold.count)
    for span in predicted {
      var fallback: Int?
      var match: (index: Int, distance: Int)?
      for index in reach.indices(around: span) where !taken[index] && overlaps(span, gold[index]) {
        let other = gold[index]
        if span.label == other.label {
          let distance = abs(span.start - other.start) + abs(span.end - other.end)
          if match.map({ distance < $0.distance }) ?? true { match = (index, distance) }
        } else if fallback == nil {
          fallback = index
        }
      }
      if let match {
        counts.correct += 1
        taken[match.index] = true
      } else if let fallback {
        counts.incorrect += 1
        taken[fallback] = true
      } else {
        counts.spurious += 1
      }
    }
    counts.missing = taken.count { !$0 }
    return counts
  }

  /// An overlap of at least one percent of the gold span.
  private static func overlaps(_ predicted: LabelledSpan, _ gold: LabelledSpan) -> Bool {
    let overlap = predicted.overlap(gold)
    return overlap > 0 && Double(overlap) / Double(gold.end - gold.start) * 100 >= 1
  }

  /// Which gold spans can overlap a span at all.
  private struct Reach {
    private let spans: [LabelledSpan]
    /// The greatest end up to each span; empty if the spans are not in order.
    private var ends: [Int] = []

    init(_ spans: [LabelledSpan]) {
      self.spans = spans
      guard zip(spans, spans.dropFirst()).allSatisfy({ $0.start <= $1.start }) else { return }
      for span in spans { ends.append(max(span.end, ends.last ?? span.end)) }
    }

    func indices(around span: LabelledSpan) -> Range<Int> {
      if ends.isEmpty { return spans.indices }
      let first = Self.first(in: spans.indices) { ends[$0] > span.start }
      return first..<max(first, Self.first(in: spans.indices) { spans[$0].start >= span.end })
    }

    /// The first index from which the condition holds.
    private static func first(in range: Range<Int>, _ condition: (Int) -> Bool) -> Int {
      var lower = range.lowerBound
      var upper = range.upperBound
      while lower < upper {
        let middle = (lower + upper) / 2
        if condition(middle) { upper = middle } else { lower = middle + 1 }
      }
      return lower
    }
  }
}
