/// The calendars in which a date can be written.
enum WrittenCalendar: String, Hashable, Sendable {
  /// Years counted before Christ.
  case beforeChrist = "BC"
  /// The Islamic calendar.
  case islamic = "AH"
  /// The Gregorian calendar with years counted from the death of the Buddha.
  case buddhist = "BE"
  /// The Vietnamese lunar calendar.
  case lunar
}

/// What an expression says of a point or stretch of time; what it does not say is nil.
struct DateFields: Hashable, Sendable {
  /// How the year, month and day are counted; nil is the Gregorian calendar.
  var calendar: WrittenCalendar?
  var century: Int?
  var decade: Int?
  var year: Int?
  /// The place of the year in the cycle of sixty, 1 = Giáp Tý.
  var cycleYear: Int?
  var half: Int?
  var quarter: Int?
  var season: String?
  var month: Int?
  /// Whether the month is the second of its number in a lunar year.
  var isLeapMonth = false
  /// The ISO 8601 week of the year.
  var week: Int?
  var day: Int?
  /// 1 = Monday to 7 = Sunday.
  var weekday: Int?
  /// A day that comes every year, as entries of sense `feast-day` write it.
  var feast: String?
  /// `MO`, `MI`, `AF`, `EV`, `NI`.
  var part: String?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Minutes east of Greenwich of the clock that is meant.
  var zone: Int?
  /// Which weekday or `nthUnit` of the rest is meant: 1 the first, -1 the last.
  var nth: Int?
  /// What `nth` counts; nil for weekdays.
  var nthUnit: TimeUnit?
  /// Whether the text says in which half of the day the hour lies.
  var hasMeridiem = false
  /// Whether day and month are two small numbers whose order only the language settles.
  var isOrderOpen = false
  /// Whether of two small numbers that can only stand one way the day stands first.
  var isDayFirst: Bool?
  /// How far from the reference, in which unit.
  var offset: (amount: Int, unit: TimeUnit)? {
    get { offsetUnit.map { (offsetAmount, $0) } }
    set {
      offsetAmount = newValue?.amount ?? 0
      offsetUnit = newValue?.unit
    }
  }
  /// Whether the offset counts from the date last spoken of: 'the following year'.
  var isAnaphoric = false
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

  /// Whether a day, or what contains it, is said.
  var hasCalendar: Bool {
    day != nil || month != nil || year != nil || weekday != nil || offset != nil || isSameDay || nth != nil
      || weekStart != nil || feast != nil
  }

  /// The fields of the calendar alone, without the time of day.
  var withoutTime: DateFields {
    var out = self
    (out.part, out.hour, out.minute, out.second) = (nil, nil, nil, nil)
    return out
  }

  /// Puts a day in the place of what was said of the year, month and day.
  mutating func set(_ date: CivilDate) { (year, month, day) = (date.year, date.month, date.day) }

  /// The year on the Gregorian calendar, 0 for 1 BC; nil where it is counted otherwise.
  var gregorianYear: Int? {
    switch calendar {
    case nil: year
    case .beforeChrist: year.map { 1 - $0 }
    case .islamic, .lunar, .buddhist: nil
    }
  }
}
