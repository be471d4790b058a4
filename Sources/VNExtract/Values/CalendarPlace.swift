/// A place on the calendar: its TIMEX3 text and, where it is known in full, its half-open interval.
struct CalendarPlace: Hashable, Sendable {
  var text: String
  var interval: DateInterval?

  init(text: String, interval: DateInterval?) {
    self.text = text
    self.interval = interval
  }

  /// Places fields whose offsets have been worked out; nil where there is no such day.
  init?(_ fields: DateFields) {
    let two = DateResolver.two
    if let week = fields.weekStart {
      let (year, number) = week.isoWeek
      text = "\(Self.four(year))-W\(two(number))" + (fields.isWeekend ? "-WE" : "")
      interval = Self.days(week.adding(days: fields.isWeekend ? 5 : 0), week.adding(days: 7))
      return
    }
    if let month = fields.month {
      let year = fields.year.map(Self.four) ?? "XXXX"
      guard let day = fields.day else {
        guard (1...12).contains(month) else { return nil }
        text = "\(year)-\(two(month))"
        if let first = fields.year.flatMap({ CivilDate($0, month, 1) }) {
          interval = Self.days(first, first.adding(months: 1))
        }
        return
      }
      guard let date = CivilDate(fields.year ?? 2000, month, day) else { return nil }
      text = "\(year)-\(two(month))-\(two(day))" + DateResolver.clock(fields)
      if fields.year != nil { interval = Self.stretch(of: fields, on: date) }
      return
    }
    if let day = fields.day {
      guard (1...31).contains(day) else { return nil }
      text = "XXXX-XX-\(two(day))" + DateResolver.clock(fields)
      return
    }
    let year = fields.year.map(Self.four) ?? "XXXX"
    if let quarter = fields.quarter {
      guard (1...4).contains(quarter) else { return nil }
      text = "\(year)-Q\(quarter)"
      interval = Self.months(fields.year, from: 3 * quarter - 2, count: 3)
    } else if let half = fields.half {
      guard (1...2).contains(half) else { return nil }
      text = "\(year)-H\(half)"
      interval = Self.months(fields.year, from: 6 * half - 5, count: 6)
    } else if let season = fields.season {
      text = "\(year)-\(season)"
      interval = Self.months(fields.year, from: ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3, count: 3)
    } else if let number = fields.year {
      text = year
      interval = Self.months(number, from: 1, count: 12)
    } else if let decade = fields.decade {
      text = String(decade)
      interval = Self.months(decade * 10, from: 1, count: 120)
    } else if let century = fields.century {
      text = two(century)
      interval = Self.months(century * 100, from: 1, count: 1200)
    } else {
      return nil
    }
  }

  /// The parts of a day in hours; the night ends on the next day.
  static let parts = ["MO": (5, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 22), "NI": (22, 29)]

  static func midnight(_ date: CivilDate) -> String { moment(date, minutes: 0) }

  private static func moment(_ date: CivilDate, minutes: Int) -> String {
    let day = date.adding(days: minutes / 1440)
    let (hour, minute) = (minutes % 1440 / 60, minutes % 60)
    return "\(four(day.year))-\(DateResolver.two(day.month))-\(DateResolver.two(day.day))T"
      + "\(DateResolver.two(hour)):\(DateResolver.two(minute))"
  }

  private static func stretch(of fields: DateFields, on date: CivilDate) -> DateInterval? {
    if let hour = fields.hour {
      let start = hour * 60 + (fields.minute ?? 0)
      let length = fields.minute == nil ? 60 : 1
      guard let second = fields.second else {
        return DateInterval(start: moment(date, minutes: start), end: moment(date, minutes: start + length))
      }
      let from = moment(date, minutes: start) + ":" + DateResolver.two(second)
      let to =
        second == 59
        ? moment(date, minutes: start + 1) + ":00" : moment(date, minutes: start) + ":" + DateResolver.two(second + 1)
      return DateInterval(start: from, end: to)
    }
    if let part = fields.part, let (from, to) = parts[part] {
      return DateInterval(start: moment(date, minutes: from * 60), end: moment(date, minutes: to * 60))
    }
    return days(date, date.adding(days: 1))
  }

  private static func days(_ start: CivilDate, _ end: CivilDate) -> DateInterval {
    DateInterval(start: midnight(start), end: midnight(end))
  }

  private static func months(_ year: Int?, from month: Int, count: Int) -> DateInterval? {
    year.flatMap { CivilDate($0, month, 1) }.map { days($0, $0.adding(months: count)) }
  }

  /// A year of four digits.
  static func four(_ year: Int) -> String {
    let digits = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
