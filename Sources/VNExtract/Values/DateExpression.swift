/// So many of a unit of time.
struct Length: Hashable, Sendable {
  var amount: ExactDecimal
  var unit: TimeUnit
}

/// Where a length lies, seen from the reference date.
enum LengthAnchor: Hashable, Sendable {
  /// So many whole units before (-1) or after (+1) the one that holds the reference: 'the next three days'.
  case whole(Int)
  /// Its far end is meant: 'three days later'.
  case distance(Int)
}

/// What a DATE mention says, before it is placed on the calendar.
///
/// Indirect, because most drafts have none and a range is large.
indirect enum DateExpression: Hashable, Sendable {
  case point(DateFields)
  case range(DateFields, DateFields)
  /// A length of one or more units.
  case duration([Length], mod: String?, anchor: LengthAnchor? = nil)
  /// A length between two of one unit.
  case lengths(Length, Length, mod: String?)
  /// A point so far behind (-1) or ahead (+1) of now.
  case away([Length], direction: Int, mod: String?)
  /// A point so far before (-1) or after (+1) another.
  case shifted(DateExpression, [Length], direction: Int)
  /// A recurrence; `code` is its TIMEX3 value.
  case set(code: String)
  /// A time without place on the calendar: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
  case vague(code: String)

  /// The fields of a point, or of both ends of a range.
  var fields: [DateFields] {
    switch self {
    case .point(let fields): [fields]
    case .range(let first, let second): [first, second]
    default: []
    }
  }

  /// The years that it names and that dates beside it may share: of an anniversary, from a day to the same day of another
  /// year, the last.
  var years: [Int] {
    if case .range(let first, let last) = self, first.day != nil, (first.day, first.month) == (last.day, last.month) {
      return [last].compactMap(\.gregorianYear)
    }
    return fields.compactMap(\.gregorianYear)
  }

  /// Whether it is a term or period that is named by its years alone: '2026-2031'.
  var isPeriodOfYears: Bool {
    guard case .range(let first, let last) = self else { return false }
    return [first, last].allSatisfy { $0.year != nil && $0.month == nil }
  }

  /// Whether it is a time of the clock without its day.
  var isClockAlone: Bool { isTimeAlone && fields.first?.hour != nil }

  /// Whether it is a time of the day without its day.
  var isTimeAlone: Bool { !fields.isEmpty && fields.allSatisfy { $0.hasTime && !$0.hasCalendar } }

  /// Whether it is answered only where vague times are asked for.
  var isVague: Bool { if case .vague = self { true } else { false } }
}
