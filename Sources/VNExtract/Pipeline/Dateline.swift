import Patterns
import UnicodeText

/// Finds the date that a document gives of itself: `(Hà Nội, 17/4/2025)`, `القاهرة - 12 مارس 2025 -`, a line of its own,
/// the days of a schedule.
struct Dateline {
  private let lines: [Line]
  private let view: DocumentView

  init(_ lines: [Line], _ view: DocumentView) {
    self.lines = lines
    self.view = view
  }

  /// The date, of several days the first; nil where the first lines give none in full.
  var date: CivilDateTime? {
    var left = 3
    // The short lines of a letterhead stand before it.
    for line in lines.prefix(8) where left > 0 {
      if line.range.count > 12 || line.range == lines.first?.range { left -= 1 }
      for index in line.chosen {
        let draft = line.drafts[index]
        guard let date = draft.date.flatMap(Self.fullDate), draft.range.upperBound - line.range.lowerBound <= 16,
          isSetOff(draft.range, in: line.range),
          let start = DateResolver.resolve(date, in: DateContext())?.interval?.start
        else { continue }
        return CivilDateTime(start).map { CivilDateTime(date: $0.date) }
      }
    }
    return nil
  }

  /// A day, days or a week with their year, without the time of day; nil where an expression is none of them.
  private static func fullDate(_ expression: DateExpression) -> DateExpression? {
    switch expression {
    case .point(let fields)
    where fields.year != nil && (fields.month != nil && fields.day != nil || fields.week != nil):
      .point(fields.withoutTime)
    case .range(let first, let last)
    where first.day != nil && last.day != nil && last.month != nil && last.year != nil:
      .range(first.withoutTime, last.withoutTime)
    default: nil
    }
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
