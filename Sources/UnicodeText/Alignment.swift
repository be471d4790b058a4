/// Which stretch of a source each stretch of a rewritten text comes from.
///
/// Stretches between edits are the same in both.
public struct Alignment: Hashable, Sendable {
  /// A stretch that was rewritten.
  public struct Edit: Hashable, Sendable {
    /// Where it stands in the source.
    public let source: Span
    /// Where what became of it stands in the rewritten text.
    public let target: Span
  }

  /// The stretches that were rewritten, in order and disjoint.
  public private(set) var edits: [Edit] = []

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

  /// The alignment of the source to what a second rewriting makes of the rewritten text; linear.
  func followed(by next: Alignment) -> Alignment {
    var result = Alignment()
    var (first, second) = (0, 0)
    // How far source and target are ahead of the text between the two, behind the edits passed.
    var (sourceShift, targetShift) = (0, 0)
    while first < edits.count || second < next.edits.count {
      let start = min(
        first < edits.count ? edits[first].target.start : Int.max,
        second < next.edits.count ? next.edits[second].source.start : Int.max)
      var end = start
      let (sourceStart, targetStart) = (start + sourceShift, start + targetShift)
      var isEmpty = true
      // All edits that touch one another's inside are one; a removal takes nothing behind it along.
      while true {
        if first < edits.count, edits[first].target.start < end || (isEmpty && edits[first].target.start == start) {
          let edit = edits[first]
          end = max(end, edit.target.end)
          sourceShift += edit.source.count - edit.target.count
          first += 1
          isEmpty = false
        } else if second < next.edits.count,
          next.edits[second].source.start < end || (isEmpty && next.edits[second].source.start == start)
        {
          let edit = next.edits[second]
          end = max(end, edit.source.end)
          targetShift += edit.target.count - edit.source.count
          second += 1
          isEmpty = false
        } else {
          break
        }
      }
      result.add(Edit(source: Span(sourceStart, end + sourceShift), target: Span(targetStart, end + targetShift)))
    }
    return result
  }
}
