/// Places 'the first Tuesday of October', 'the last week of 2018'.
struct NthPlace {
  let context: DateContext

  init(_ context: DateContext) { self.context = context }

  /// The place; nil where there is no such one.
  func place(_ given: DateFields) -> Placed? {
    guard let nth = given.nth, nth != 0, abs(nth) <= 400 else { return nil }
    var whole = given
    (whole.nth, whole.nthUnit, whole.weekday) = (nil, nil, nil)
    whole = whole.withoutTime
    whole.mod = nil
    if !whole.hasCalendar, whole.quarter == nil, whole.season == nil, whole.half == nil { return nil }
    guard let placed = DateResolver.place(whole, context) else { return nil }
    guard let start = placed.place.interval?.start.flatMap({ CivilDateTime($0) })?.date,
      let end = placed.place.interval?.end.flatMap({ CivilDateTime($0) })?.date
    else { return Placed(unanchored(given)) }
    var fields = DateFields()
    (fields.part, fields.hour, fields.minute) = (given.part, given.hour, given.minute)
    switch given.nthUnit {
    case nil:
      guard let weekday = given.weekday else { return nil }
      let first = start.adding(days: (weekday - start.weekday + 7) % 7)
      let last = end.adding(days: -1).adding(days: -((end.adding(days: -1).weekday - weekday + 7) % 7))
      guard let day = pick(nth, first, last, step: 7, from: start, to: end) else { return nil }
      fields.set(day)
    case .day:
      guard let day = pick(nth, start, end.adding(days: -1), step: 1, from: start, to: end) else { return nil }
      fields.set(day)
    case .week, .weekend:
      // Whole weeks only; of weekends the Sunday decides.
      let lastDay = end.adding(days: -1)
      let monday = start.adding(days: (8 - start.weekday) % 7)
      let sunday = lastDay.adding(days: -(lastDay.weekday % 7))
      let last = sunday.adding(days: -6)
      guard let week = pick(nth, monday, last, step: 7, from: start, to: end) else { return nil }
      (fields.weekStart, fields.isWeekend) = (week, given.nthUnit == .weekend)
    case .month, .quarter:
      let size = given.nthUnit?.months ?? 1
      let months = (end.year - start.year) * 12 + end.month - start.month
      let index = nth > 0 ? nth - 1 : months / size + nth
      guard index >= 0, (index + 1) * size <= months else { return nil }
      let month = start.adding(months: index * size)
      fields.year = month.year
      if size == 1 { fields.month = month.month } else { fields.quarter = (month.month - 1) / 3 + 1 }
    case .year, .decade:
      let index = nth > 0 ? nth - 1 : end.year - start.year + nth
      guard given.nthUnit == .year, start.year + index < end.year, index >= 0 else { return nil }
      fields.year = start.year + index
    default: return nil
    }
    return CalendarPlace(fields).map { Placed($0, placed.basis) }
  }

  private func pick(
    _ nth: Int, _ first: CivilDate, _ last: CivilDate, step: Int, from start: CivilDate, to end: CivilDate
  ) -> CivilDate? {
    let day = nth > 0 ? first.adding(days: (nth - 1) * step) : last.adding(days: (nth + 1) * step)
    return day >= start && day < end ? day : nil
  }

  private func unanchored(_ fields: DateFields) -> CalendarPlace {
    let text =
      switch fields.nthUnit {
      case nil: "XXXX-WXX-\(fields.weekday ?? 1)"
      case .week: "XXXX-WXX"
      case .weekend: "XXXX-WXX-WE"
      case .month: "XXXX-XX"
      case .quarter: "XXXX-QX"
      case .year: "XXXX"
      default: "XXXX-XX-XX"
      }
    return CalendarPlace(text: text + DateWriting.clock(fields), interval: nil)
  }
}
