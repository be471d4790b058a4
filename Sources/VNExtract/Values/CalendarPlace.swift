/// A place on the calendar: its TIMEX3 text and, where it is known in full, its half-open interval.
struct CalendarPlace: Hashable, Sendable {
  var text: String
  var interval: DateInterval?

  init(text: String, interval: DateInterval?) {
    self.text = text
    self.interval = interval
  }

  /// The stretch from one day to before another, written as the interval of its first and last day.
  init(from start: CivilDate, before end: CivilDate) {
    text = Self.day(start) + "/" + Self.day(end.adding(days: -1))
    interval = Self.days(start, end)
  }

  /// A week or its weekend.
  init(weekOf monday: CivilDate, isWeekend: Bool = false) {
    let (year, number) = monday.isoWeek
    text = "\(DateWriting.year(year))-W\(DateWriting.two(number))" + (isWeekend ? "-WE" : "")
    interval = Self.days(monday.adding(days: isWeekend ? 5 : 0), monday.adding(days: 7))
  }

  /// Places fields whose offsets have been worked out; nil where there is no such day.
  init?(_ fields: DateFields) {
    let two = DateWriting.two
    if let week = fields.weekStart {
      self = CalendarPlace(weekOf: week, isWeekend: fields.isWeekend)
      return
    }
    if let month = fields.month {
      let year = fields.year.map(DateWriting.year) ?? "XXXX"
      guard let day = fields.day else {
        guard (1...12).contains(month) else { return nil }
        text = "\(year)-\(two(month))"
        if let first = fields.year.flatMap({ CivilDate($0, month, 1) }) {
          interval = Self.days(first, first.adding(months: 1))
        }
        return
      }
      guard let date = CivilDate(fields.year ?? 2000, month, day) else { return nil }
      text = "\(year)-\(two(month))-\(two(day))" + DateWriting.clock(fields)
      if fields.year != nil { interval = Self.stretch(of: fields, on: date) }
      return
    }
    if let day = fields.day {
      guard (1...31).contains(day) else { return nil }
      text = "XXXX-XX-\(two(day))" + DateWriting.clock(fields)
      return
    }
    let year = fields.year.map(DateWriting.year) ?? "XXXX"
    if let week = fields.week {
      guard (1...53).contains(week) else { return nil }
      text = "\(year)-W\(two(week))"
      if let monday = fields.year.flatMap({ CivilDate.monday(ofWeek: week, year: $0) }) {
        interval = Self.days(monday, monday.adding(days: 7))
      }
    } else if let quarter = fields.quarter {
      guard (1...4).contains(quarter) else { return nil }
      text = "\(year)-Q\(quarter)"
      interval = Self.months(fields.year, from: 3 * quarter - 2, count: 3)
    } else if let half = fields.half {
      guard (1...2).contains(half) else { return nil }
      text = "\(year)-H\(half)"
      interval = Self.months(fields.year, from: 6 * half - 5, count: 6)
    } else if let season = fields.season {
      text = "\(year)-\(season)"
      interval = Self.months(fields.year, from: Self.seasons[season] ?? 3, count: 3)
    } else if let number = fields.year {
      text = year
      interval = Self.months(number, from: 1, count: 12)
    } else if let decade = fields.decade {
      if fields.calendar == .beforeChrist {
        // The 460s BC are 469 to 460 BC.
        text = "BC" + Self.padded(decade).dropFirst()
        interval = Self.months(-10 * decade - 8, from: 1, count: 120)
      } else {
        text = String(decade)
        interval = Self.months(decade * 10, from: 1, count: 120)
      }
    } else if let century = fields.century {
      if fields.calendar == .beforeChrist {
        // The fifth century BC is 500 to 401 BC: the years -499 to -400.
        text = "BC" + two(century)
        interval = Self.months(-100 * century - 99, from: 1, count: 1200)
      } else {
        text = two(century)
        interval = Self.months(century * 100, from: 1, count: 1200)
      }
    } else {
      return nil
    }
  }

  /// The months in which the meteorological seasons begin; the winter has the year of its December.
  static let seasons = ["SP": 3, "SU": 6, "FA": 9, "WI": 12]

  /// The parts of a day in hours; the night ends on the next day.
  static let parts = ["MO": (5, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 22), "NI": (22, 29)]

  static func midnight(_ date: CivilDate) -> String { Moment(date).text }

  /// `YYYY-MM-DD`; the year 0 and those before it with a sign, as in ISO 8601.
  static func day(_ date: CivilDate) -> String {
    (date.year < 0 ? "-" : "") + padded(abs(date.year))
      + "-\(DateWriting.two(date.month))-\(DateWriting.two(date.day))"
  }

  /// A number of at least four digits.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func stretch(of fields: DateFields, on date: CivilDate) -> DateInterval? {
    if let hour = fields.hour {
      let start = Moment(date, second: hour * 3600 + (fields.minute ?? 0) * 60 + (fields.second ?? 0))
      let unit: TimeUnit = fields.minute == nil ? .hour : fields.second == nil ? .minute : .second
      return start.adding(1, unit).map { end in
        guard unit == .second else { return DateInterval(start: start.text, end: end.text) }
        func full(_ text: String) -> String { text.utf8.count == 16 ? text + ":00" : text }
        return DateInterval(start: full(start.text), end: full(end.text))
      }
    }
    if let part = fields.part, let (from, to) = parts[part] {
      return DateInterval(
        start: Moment(date, second: from * 3600).text, end: Moment(date, second: to * 3600).text)
    }
    return days(date, date.adding(days: 1))
  }

  static func days(_ start: CivilDate, _ end: CivilDate) -> DateInterval {
    DateInterval(start: midnight(start), end: midnight(end))
  }

  private static func months(_ year: Int?, from month: Int, count: Int) -> DateInterval? {
    year.flatMap { CivilDate($0, month, 1) }.map { days($0, $0.adding(months: count)) }
  }
}
