/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// The year; 0 is 1 BC.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// Creates a date; nil where there is no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year), (-9999...9999).contains(year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date so many days after 1 January 1970.
  ///
  /// The algorithm is that of eras of 400 years that begin on 1 March.
  public init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The days since 1 January 1970.
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, 1 = Monday to 7 = Sunday.
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

  /// The date some days away.
  public func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

  /// The date some months away, on the last day of a shorter month.
  public func adding(months: Int) -> CivilDate {
    let count = year * 12 + month - 1 + months
    let newYear = count >= 0 ? count / 12 : (count - 11) / 12
    var out = self
    out.year = newYear
    out.month = count - newYear * 12 + 1
    out.day = min(day, Self.days(in: out.month, of: newYear))
    return out
  }

  /// The year and number of the ISO 8601 week.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    let january = CivilDate(daysSince1970: Self.firstDay(of: thursday.year))
    return (thursday.year, (thursday.daysSince1970 - january.daysSince1970) / 7 + 1)
  }

  /// The number of days of a month.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  /// Whether the year has 366 days.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }

  private static func firstDay(of year: Int) -> Int { CivilDate(year, 1, 1)?.daysSince1970 ?? 0 }

  /// Whether one is earlier than the other.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A local date and, where known, time of day.
public struct CivilDateTime: Hashable, Sendable {
  /// The day.
  public var date: CivilDate
  /// Minutes since midnight; nil where only the day is known.
  public var minutes: Int?

  /// Creates a date-time.
  public init(date: CivilDate, minutes: Int? = nil) {
    self.date = date
    self.minutes = minutes
  }

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss]`; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let date = CivilDate(year, month, day)
    else { return nil }
    self.date = date
    if bytes.count == 10 { return }
    guard bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, let hour = number(11..<13),
      let minute = number(14..<16), hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }
}

/// A half-open stretch of local time.
public struct DateInterval: Hashable, Sendable {
  /// Where it begins, `YYYY-MM-DDThh:mm[:ss]`; nil where it has no beginning.
  public var start: String?
  /// Where it ends; nil where it has no end.
  public var end: String?
}
