/// Places lengths of time: durations beside the reference, points away from it or from another date.
struct LengthResolver {
  let context: DateContext

  init(_ context: DateContext) { self.context = context }

  /// A duration; its interval where it lies ahead of or behind a known reference.
  func duration(_ lengths: [Length], _ mod: String?, _ anchor: LengthAnchor?) -> DateValue {
    var value = DateValue(timex: "DURATION", value: DateWriting.period(lengths), mod: mod)
    guard let anchor, let reference = context.now else { return value }
    value.basis = context.referenceBasis
    switch anchor {
    case .whole(let direction):
      guard lengths.count == 1, let length = lengths.first, let count = length.amount.integer,
        !length.unit.isOfClock || reference.minutes != nil
      else { return value }
      let now = Moment(reference).beginning(of: length.unit)
      guard let near = direction > 0 ? now.adding(1, length.unit) : now,
        let far = near.adding(direction * count, length.unit)
      else { return value }
      value.interval = DateInterval(start: min(near, far).text, end: max(near, far).text)
    case .distance(let direction):
      // What is later, is later than the day last spoken of.
      let from = context.lastDay.map { CivilDateTime(date: $0) } ?? reference
      guard from.minutes != nil || !lengths.contains(where: { $0.unit.isOfClock }) else { break }
      value.interval = point(lengths, direction, from: from)?.interval
      if context.lastDay != nil { value.basis = .day }
    }
    if value.interval == nil { value.basis = nil }
    return value
  }

  /// A point so far from the reference.
  func away(_ lengths: [Length], _ direction: Int, _ mod: String?) -> DateValue {
    let reference = lengths.allSatisfy { $0.unit >= .year } ? context.reference : context.now
    guard let reference, let place = point(lengths, direction, from: reference) else {
      return DateValue(timex: "DATE", value: direction < 0 ? "PAST_REF" : "FUTURE_REF", mod: mod)
    }
    return DateValue(
      timex: place.text.contains("T") ? "TIME" : "DATE", value: place.text, mod: mod, interval: place.interval,
      basis: context.referenceBasis)
  }

  /// A point so far from another date.
  func shifted(_ base: DateExpression, _ lengths: [Length], _ direction: Int) -> DateValue? {
    guard let value = DateResolver.resolve(base, in: context),
      let side = value.interval?.start,
      let start = CivilDateTime(side)
    else { return DateValue(timex: "DATE", value: "XXXX-XX-XX") }
    var from = start
    if !value.value.contains("T") { from.minutes = nil }
    // A week after a day is a day.
    let isDay = value.value.utf8.count == 10
    let lengths = isDay ? lengths.map { $0.inDays } : lengths
    guard let place = point(lengths, direction, from: from) else { return nil }
    return DateValue(
      timex: place.text.contains("T") ? "TIME" : "DATE", value: place.text, interval: place.interval,
      basis: value.basis)
  }

  /// The place so far away, as exact as the smallest unit.
  private func point(_ lengths: [Length], _ direction: Int, from reference: CivilDateTime) -> CalendarPlace? {
    // Where no clock is known, a few hours away is still the same day: counted from noon.
    var at = reference.minutes == nil ? Moment(reference.date, second: 43_200) : Moment(reference)
    var finest = TimeUnit.millennium
    for length in lengths {
      guard let (count, unit) = Self.whole(length), let moved = at.adding(direction * count, unit) else { return nil }
      at = moved
      finest = min(finest, unit)
    }
    var fields = DateFields()
    let day = at.date
    fields.year = day.year
    switch finest {
    case .second, .minute, .hour:
      (fields.month, fields.day) = (day.month, day.day)
      guard reference.minutes != nil else { break }
      (fields.hour, fields.minute) = (at.secondOfDay / 3600, at.secondOfDay / 60 % 60)
      if at.secondOfDay % 60 > 0 || finest == .second { fields.second = at.secondOfDay % 60 }
    case .day, .night: (fields.month, fields.day) = (day.month, day.day)
    case .week, .weekend:
      fields.weekStart = day.adding(days: 1 - day.weekday)
      fields.isWeekend = finest == .weekend
    case .month, .season, .half: fields.month = day.month
    case .quarter: fields.quarter = (day.month - 1) / 3 + 1
    case .year: break
    case .decade: (fields.year, fields.decade) = lengths.count > 1 ? (day.year, nil) : (nil, day.year / 10)
    case .century, .millennium:
      (fields.year, fields.century) = lengths.count > 1 ? (day.year, nil) : (nil, day.year / 100)
    }
    return CalendarPlace(fields)
  }

  /// A length in whole units, smaller ones where it has a fraction: half an hour is thirty minutes.
  private static func whole(_ length: Length) -> (Int, TimeUnit)? {
    if let count = length.amount.integer { return abs(count) < 1_000_000_000 ? (count, length.unit) : nil }
    let smaller: (Int, TimeUnit)? =
      switch length.unit {
      case .hour: (60, .minute)
      case .minute: (60, .second)
      case .day, .night: (24, .hour)
      case .week: (7, .day)
      case .month: (30, .day)
      case .year: (12, .month)
      case .decade: (10, .year)
      case .century: (100, .year)
      case .millennium: (1000, .year)
      case .second, .weekend, .quarter, .half, .season: nil
      }
    guard let (factor, unit) = smaller, let product = length.amount.multiplied(by: ExactDecimal(factor)) else {
      return nil
    }
    return whole(Length(amount: product, unit: unit))
  }
}

extension Length {
  /// Weeks as days.
  fileprivate var inDays: Length {
    guard unit == .week, let days = amount.multiplied(by: ExactDecimal(7)) else { return self }
    return Length(amount: days, unit: .day)
  }
}
