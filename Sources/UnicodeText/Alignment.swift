/// Which stretch of a source each stretch of a rewritten text comes from.
///
/// Stretches between edits are the same in both.
public struct Alignment: Hashable, Sendable {
  /// A stretch that was rewritten.
  struct Edit: Hashable, Sendable {
    let source: Span
    let target: Span
  }

  /// In order, disjoint.
  private(set) var edits: [Edit] = []

  /// Whether nothing was rewritten.
  public var isIdentity: Bool { edits.isEmpty }

  mutating func add(_ edit: Edit) { edits.append(edit) }

  /// The stretch of the source that a stretch of the rewritten text comes from; O(log n).
  ///
  /// A stretch that begins or ends inside a rewritten one takes all of it; what was removed at its edges is outside.
  public func source(of target: Span) -> Span {
    let start = sourceStart(target.start)
    return Span(start, target.isEmpty ? start : max(start, sourceEnd(target.end)))
  }

  private func sourceStart(_ offset: Int) -> Int {
    // Edits that end at or before the offset are behind it.
    let passed = count { $0.target.end <= offset }
    if passed < edits.count, edits[passed].target.start <= offset { return edits[passed].source.start }
    guard passed > 0 else { return offset }
    return edits[passed - 1].source.end + offset - edits[passed - 1].target.end
  }

  private func sourceEnd(_ offset: Int) -> Int {
    // Edits that begin before the offset have their part in it.
    let begun = count { $0.target.start < offset }
    guard begun > 0 else { return offset }
    let last = edits[begun - 1]
    return offset <= last.target.end ? last.source.end : last.source.end + offset - last.target.end
  }

  /// How many edits from the first on satisfy a condition that no later one satisfies again.
  private func count(where condition: (Edit) -> Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if condition(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
