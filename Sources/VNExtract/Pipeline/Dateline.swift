import Patterns
import UnicodeText

/// Finds the date that a document gives of itself: `(Hà Nội, 17/4/2025)`, `القاهرة - 12 مارس 2025 -`, a line of its own.
struct Dateline {
  private let lines: [Line]
  private let view: DocumentView

  init(_ lines: [Line], _ view: DocumentView) {
    self.lines = lines
    self.view = view
  }

  /// The date; nil where the first lines give none in full.
  var date: CivilDateTime? {
    for line in lines.prefix(3) {
      for index in line.chosen {
        let draft = line.drafts[index]
        guard case .point(let fields) = draft.date, fields.year != nil, fields.month != nil, fields.day != nil,
          draft.range.upperBound - line.range.lowerBound <= 16, isSetOff(draft.range, in: line.range),
          let start = DateResolver.resolve(.point(fields.withoutTime), in: DateContext())?.interval?.start
        else { continue }
        return CivilDateTime(start).map { CivilDateTime(date: $0.date) }
      }
    }
    return nil
  }

  /// Whether the date ends its short line, or stands near the line's beginning before a bracket or dash.
  private func isSetOff(_ range: Range<Int>, in line: Range<Int>) -> Bool {
    if line.count <= range.count + 8, range.upperBound >= line.upperBound - 4 { return true }
    guard range.upperBound < line.upperBound, range.lowerBound - line.lowerBound <= 8 else { return false }
    let type = view.types[view.tokens.types[range.upperBound]]
    guard type.kind == .punctuation, let byte = type.key.bytes.first else { return false }
    return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "-")
  }
}
