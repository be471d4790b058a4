extension DateResolver {
  /// From one point to another; what one end leaves open is as in the other.
  static func range(_ first: DateFields, _ second: DateFields, _ context: DateContext) -> DateValue? {
    var (first, second) = (first, second)
    complete(&first, &second)
    if first.hour != nil, second.hour != nil {
      // What a range leaves open, its ends have settled between them.
      (first.hasMeridiem, second.hasMeridiem) = (true, true)
    }
    let yearBasis = settleYear(&first, &second, context)
    guard let placedStart = place(first, context), var end = place(second, context) else { return nil }
    var start = placedStart
    if let from = start.place.interval?.start, let to = end.place.interval?.start, from > to {
      (start, end) = turned(start, first, end, second)
    }
    var interval: DateInterval?
    if let from = start.place.interval?.start,
      let to = second.hour == nil ? end.place.interval?.end : end.place.interval?.start, from < to
    {
      interval = DateInterval(start: from, end: to)
    }
    return DateValue(
      timex: first.hasTime || second.hasTime ? "TIME" : "DATE", value: start.place.text + "/" + end.place.text,
      mod: nil, interval: interval, basis: yearBasis ?? start.basis ?? end.basis)
  }

  /// Gives both ends of a range of months or days without year the year that belongs to them together, and tells where
  /// it was found.
  private static func settleYear(
    _ first: inout DateFields, _ second: inout DateFields, _ context: DateContext
  ) -> DateBasis? {
    guard first.isYearOpen, second.isYearOpen else { return nil }
    guard given(first) > given(second) else {
      guard let (year, basis) = YearFinder(context).year(of: second) else { return nil }
      (first.year, second.year) = (year, year)
      return basis
    }
    // 'from December to May': the one around the reference, or nearest to it.
    guard context.inheritsReference, let reference = context.reference?.date else { return nil }
    func distance(_ year: Int) -> Int? {
      guard let start = CivilDate(year, first.month ?? 12, 1), let end = CivilDate(year + 1, second.month ?? 1, 28)
      else {
        return nil
      }
      return max(start.daysSince1970 - reference.daysSince1970, reference.daysSince1970 - end.daysSince1970, 0)
    }
    let years = reference.year - 1...reference.year
    guard let year = years.min(by: { (distance($0) ?? .max) < (distance($1) ?? .max) }) else { return nil }
    (first.year, second.year) = (year, year + 1)
    return context.referenceBasis
  }

  private static func complete(_ first: inout DateFields, _ second: inout DateFields) {
    if let hour = first.hour, let end = second.hour {
      if !first.hasMeridiem, second.hasMeridiem, hour < 12, hour + 12 <= end {
        first.hour = hour + 12  // '3 to 5 pm'
      } else if first.hasMeridiem, !second.hasMeridiem, hour >= 12, end < 12,
        (end + 12) * 60 + (second.minute ?? 0) > hour * 60 + (first.minute ?? 0)
      {
        second.hour = end + 12  // '8 pm to 11'
      }
    }
    if second.hour != nil, !second.hasCalendar {
      let (part, hour, minute, hasMeridiem) = (second.part, second.hour, second.minute, second.hasMeridiem)
      let seconds = second.second
      second = first.withoutTime
      (second.part, second.hour, second.minute, second.second) = (part, hour, minute, seconds)
      second.hasMeridiem = hasMeridiem
    } else if first.hour != nil, !first.hasCalendar {
      let time = first
      first = second.withoutTime
      (first.part, first.hour, first.minute, first.second) = (time.part, time.hour, time.minute, time.second)
      first.hasMeridiem = time.hasMeridiem
    }
    if first.calendar == nil { first.calendar = second.calendar }
    if second.calendar == nil { second.calendar = first.calendar }
    if first.offset == nil, first.year == nil, first.month != nil || first.day != nil, second.offset?.unit == .year {
      first.offset = second.offset  // 'from January to June next year'
      if first.month == nil { first.month = second.month }
    }
    if first.offset == nil, !first.isSameDay {
      if first.day != nil, first.month == nil, first.weekday == nil {
        (first.month, first.isLeapMonth) = (second.month, second.isLeapMonth)
        if first.offset == nil, second.offset?.unit == .month { first.offset = second.offset }
      }
      if first.year == nil, first.cycleYear == nil, first.weekday == nil, first.century == nil, first.decade == nil {
        (first.year, first.cycleYear) = (second.year, second.cycleYear)
        // 'from December to May 2022' begins in 2021.
        if let year = first.year, given(first) > given(second), second.month != nil { first.year = year - 1 }
      }
    }
    if second.offset == nil, !second.isSameDay, second.weekday == nil {
      if second.month == nil, second.day != nil { second.month = first.month }
      if second.year == nil, second.century == nil, second.decade == nil, first.offset == nil {
        (second.year, second.cycleYear) = (first.year, second.cycleYear ?? first.cycleYear)
        if let year = second.year, given(first) > given(second), first.month != nil, second.month != nil {
          second.year = year + 1
        }
      }
    }
  }

  /// Both ends, where the second came out before the first: the next week, the year before, the day after.
  private static func turned(
    _ start: Placed, _ first: DateFields, _ end: Placed, _ second: DateFields
  ) -> (Placed, Placed) {
    func moved(_ placed: Placed, days: Int, _ fields: DateFields) -> Placed? {
      guard let day = placed.place.interval?.start.flatMap({ CivilDateTime($0) })?.date else { return nil }
      return moved(to: day.adding(days: days), placed, fields)
    }
    func moved(to day: CivilDate, _ placed: Placed, _ fields: DateFields) -> Placed? {
      var fields = fields.withoutCalendar
      (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
      return CalendarPlace(fields).map { Placed($0, placed.basis) }
    }
    if first.weekday != nil, second.weekday == nil, second.offset != nil, let earlier = moved(start, days: -7, first) {
      return (earlier, end)  // 'Monday to yesterday'
    }
    if second.weekday != nil, let later = moved(end, days: 7, second) { return (start, later) }
    if first.hour != nil, second.hour != nil, let later = moved(end, days: 1, second) { return (start, later) }
    if first.month != nil, second.month != nil, first.year == nil,
      let day = start.place.interval?.start.flatMap({ CivilDateTime($0) })?.date
    {
      var fields = first
      fields.year = day.year - 1
      if let place = CalendarPlace(fields) { return (Placed(place, start.basis), end) }
    }
    return (start, end)
  }

  private static func given(_ fields: DateFields) -> Int { (fields.month ?? 0) * 100 + (fields.day ?? 0) }
}

extension DateFields {
  /// Whether a Gregorian month or day is given without anything that says of which year.
  fileprivate var isYearOpen: Bool {
    month != nil && year == nil && offset == nil && calendar == nil && direction == nil && weekday == nil && nth == nil
      && !isSameDay && decade == nil && century == nil && cycleYear == nil
  }

  /// The time of day alone.
  fileprivate var withoutCalendar: DateFields {
    var out = DateFields()
    (out.part, out.hour, out.minute, out.second) = (part, hour, minute, second)
    return out
  }
}
