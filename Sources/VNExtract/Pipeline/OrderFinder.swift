import Patterns
import UnicodeText

/// Tells whether days and months in numbers stand the other way round in a document than its language has them.
struct OrderFinder {
  /// How far from what a document speaks of its dates lie, in days.
  private static let near = 62

  private let lines: [Line]
  private let reference: CivilDate?

  init(_ lines: [Line], reference: CivilDate?) {
    self.lines = lines
    self.reference = reference
  }

  /// Whether the dates that can only be read one way contradict the order of their language; where there are none, whether
  /// more of the others then lie near the document's date or dates with a month's name.
  var isSwapped: Bool {
    var (swapped, usual) = (0, 0)
    var open: [(usual: CivilDate?, swapped: CivilDate?)] = []
    var known = reference.map { [$0.daysSince1970] } ?? []
    for line in lines {
      let isMonthFirst = line.reader.language.profile?.dateOrder == .mdy
      for fields in line.chosen.flatMap({ line.drafts[$0].date?.fields ?? [] }) {
        if let isDayFirst = fields.isDayFirst {
          if isDayFirst == isMonthFirst { swapped += 1 } else { usual += 1 }
        }
        guard fields.calendar == nil, let year = fields.year, let month = fields.month, let day = fields.day else {
          continue
        }
        if fields.isOrderOpen {
          open.append((CivilDate(year, month, day), CivilDate(year, day, month)))
        } else if let date = CivilDate(year, month, day) {
          known.append(date.daysSince1970)
        }
      }
    }
    if swapped + usual > 0 { return swapped > usual }
    known.sort()
    func isNear(_ date: CivilDate?) -> Bool {
      guard let day = date?.daysSince1970 else { return false }
      let first = known.firstIndex(notBelow: day - Self.near, by: \.self)
      return first < known.count && known[first] <= day + Self.near
    }
    return open.count { isNear($0.swapped) } > open.count { isNear($0.usual) }
  }
}
