/// Places dates of the Vietnamese lunar and the Islamic calendar on the Gregorian one.
struct CalendarReader {
  let context: DateContext

  init(_ context: DateContext) { self.context = context }

  /// The place; nil where there is no such day.
  func place(_ fields: DateFields) -> Placed? {
    guard fields.month != nil || fields.year != nil || fields.cycleYear != nil else { return nil }
    if let year = year(fields) {
      let basis: DateBasis? =
        fields.year == nil && fields.cycleYear == nil || fields.cycleYear != nil && fields.year == nil
        ? (context.reference == nil ? nil : context.referenceBasis) : nil
      return stretch(fields, year).map { Placed($0, basis) }
    }
    if let written = fields.year {
      // A Gregorian year beside an Islamic month: the month that begins in it.
      let years = (written - 623) * 33 / 32 - 1...(written - 620) * 33 / 32 + 2
      let found = years.lazy.filter { self.days(fields, $0)?.0.year == written }.first
      return found.flatMap { stretch(fields, $0) }.map { Placed($0) }
    }
    guard let reference = context.reference?.date else {
      return Placed(
        CalendarPlace(text: "XXXX-XX" + (fields.day == nil ? "" : "-XX") + DateWriting.clock(fields), interval: nil))
    }
    let center = fields.calendar == .lunar ? reference.year : IslamicCalendar.year(near: reference)
    let nearest = [-1, 0, 1].compactMap { offset -> (year: Int, distance: Int)? in
      guard let start = days(fields, center + offset)?.0 else { return nil }
      let distance = start.daysSince1970 - reference.daysSince1970
      if let direction = fields.direction, direction != 0, (distance > 0) != (direction > 0) { return nil }
      return (center + offset, abs(distance))
    }.min { $0.distance < $1.distance }
    return nearest.flatMap { stretch(fields, $0.year) }.map { Placed($0, context.referenceBasis) }
  }

  /// The year in the calendar itself, where it is said.
  private func year(_ fields: DateFields) -> Int? {
    if let cycle = fields.cycleYear {
      // A Gregorian year beside the name only says which cycle.
      guard let near = fields.year ?? context.paragraphYear ?? context.reference?.date.year else { return nil }
      return LunarCalendar.year(ofCycle: cycle, near: near)
    }
    guard let year = fields.year else { return nil }
    return fields.calendar == .lunar || year < 1700 ? year : nil
  }

  /// The first day that is meant and the day after the last.
  private func days(_ fields: DateFields, _ year: Int) -> (CivilDate, CivilDate)? {
    let isLunar = fields.calendar == .lunar
    guard let month = fields.month else { return isLunar ? LunarCalendar.year(year) : IslamicCalendar.year(year) }
    guard let day = fields.day else {
      return isLunar
        ? LunarCalendar.month(month, isLeap: fields.isLeapMonth, of: year) : IslamicCalendar.month(month, of: year)
    }
    var date =
      isLunar
      ? LunarCalendar.date(year, month, isLeap: fields.isLeapMonth, day) : IslamicCalendar.date(year, month, day)
    if date == nil, isLunar, day == 30 {
      // The last day of the year is called the thirtieth also where the month has 29.
      date = month == 12 ? LunarCalendar.date(year, month, 29) : nil
    }
    return date.map { ($0, $0.adding(days: 1)) }
  }

  private func stretch(_ fields: DateFields, _ year: Int) -> CalendarPlace? {
    guard let (start, end) = days(fields, year) else { return nil }
    guard fields.day != nil else { return CalendarPlace(from: start, before: end) }
    var day = fields
    (day.calendar, day.cycleYear, day.weekday) = (nil, nil, nil)
    (day.year, day.month, day.day) = (start.year, start.month, start.day)
    return CalendarPlace(day)
  }
}
