/// A unit of the calendar or clock.
public enum TimeUnit: String, Sendable, CaseIterable {
  /// A second.
  case second = "S"
  /// A minute.
  case minute = "MIN"
  /// An hour.
  case hour = "H"
  /// A day.
  case day = "D"
  /// A week.
  case week = "W"
  /// Saturday and Sunday.
  case weekend = "WEEKEND"
  /// A night.
  case night = "NIGHT"
  /// A month.
  case month = "M"
  /// A quarter of a year.
  case quarter = "Q"
  /// Half a year.
  case half = "HALF"
  /// A season.
  case season = "SEASON"
  /// A year.
  case year = "Y"
  /// Ten years.
  case decade = "DECADE"
  /// A hundred years.
  case century = "CENTURY"
  /// A thousand years.
  case millennium = "MILLENNIUM"
}

/// What an expression says of a point or stretch of time; what it does not say is nil.
struct DateFields: Hashable, Sendable {
  var century: Int?
  var decade: Int?
  var year: Int?
  var half: Int?
  var quarter: Int?
  var season: String?
  var month: Int?
  var day: Int?
  /// 1 = Monday to 7 = Sunday.
  var weekday: Int?
  /// `MO`, `MI`, `AF`, `EV`, `NI`.
  var part: String?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Whether the text says in which half of the day the hour lies.
  var hasMeridiem = false
  /// How far from the reference, in which unit.
  var offset: (amount: Int, unit: TimeUnit)? {
    get { offsetUnit.map { (offsetAmount, $0) } }
    set {
      offsetAmount = newValue?.amount ?? 0
      offsetUnit = newValue?.unit
    }
  }
  /// The Monday of a week that an offset leads to.
  var weekStart: CivilDate?
  /// Whether only the weekend of that week is meant.
  var isWeekend = false
  /// The same day as the one last spoken of.
  var isSameDay = false
  var mod: String?
  /// Where from the reference a weekday, month or day lies: -1 before it, +1 after it, 0 in the same week or year.
  var direction: Int?
  private var offsetAmount = 0
  private var offsetUnit: TimeUnit?

  /// Whether nothing was said.
  var isEmpty: Bool { self == DateFields() }

  /// Whether a time of day is said.
  var hasTime: Bool { part != nil || hour != nil }
}

/// So many of a unit of time.
struct Length: Hashable, Sendable {
  var amount: ExactDecimal
  var unit: TimeUnit
}

/// What a DATE mention says, before it is placed on the calendar.
///
/// Indirect, because most drafts have none and a range is large.
indirect enum DateExpression: Hashable, Sendable {
  case point(DateFields)
  case range(DateFields, DateFields)
  /// A length of one or more units.
  case duration([Length], mod: String?)
  /// A length counted back from now.
  case back(amount: ExactDecimal, unit: TimeUnit, mod: String?)
  /// A recurrence; `code` is its TIMEX3 value.
  case set(code: String)
}
