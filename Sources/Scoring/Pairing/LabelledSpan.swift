/// A span with its type as a small number: what pairing looks at.
struct LabelledSpan: Hashable {
  var start: Int
  var end: Int
  var label: Int

  func overlap(_ other: LabelledSpan) -> Int { min(end, other.end) - max(start, other.start) }

  func covers(sameStretchAs other: LabelledSpan) -> Bool { start == other.start && end == other.end }

  static func precedes(_ a: LabelledSpan, _ b: LabelledSpan) -> Bool {
    (a.start, a.end, a.label) < (b.start, b.end, b.label)
  }
}
