import UnicodeText

/// The offsets of a line's tokens in one unit.
struct SpanTable {
  private let view: DocumentView
  private let line: Range<Int>
  private let starts: [Int]
  private let ends: [Int]

  init(_ view: DocumentView, _ line: Range<Int>, unit: OffsetUnit) {
    self.view = view
    self.line = line
    var offsets = OffsetConverter(view.text, unit: unit)
    var starts: [Int] = []
    var ends: [Int] = []
    for index in line {
      let span = view.tokens.span(index)
      starts.append(offsets.convert(span.start))
      ends.append(offsets.convert(span.end))
    }
    self.starts = starts
    self.ends = ends
  }

  /// A range of tokens as a stretch of text; an empty one stands before its token.
  subscript(range: Range<Int>) -> ExplainedSpan {
    guard !range.isEmpty else {
      let offset = range.lowerBound < line.upperBound ? starts[range.lowerBound - line.lowerBound] : ends.last ?? 0
      return ExplainedSpan(range: offset..<offset, text: "")
    }
    return ExplainedSpan(
      range: starts[range.lowerBound - line.lowerBound]..<ends[range.upperBound - 1 - line.lowerBound],
      text: view.string(range))
  }

  /// The token at an offset or before it; nil where the offset is not in the line.
  func token(at offset: Int) -> Int? {
    guard let first = starts.first, let end = ends.last, first <= offset, offset <= end else { return nil }
    return starts.lastIndex { $0 <= offset }.map { $0 + line.lowerBound }
  }
}
