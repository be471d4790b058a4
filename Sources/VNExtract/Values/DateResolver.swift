/// What is known about time where an expression stands.
struct DateContext {
  /// The reference date, where known.
  var reference: CivilDateTime?
  /// The year of the same day and month written in full elsewhere.
  var fullDates: [Int: Int] = [:]
  /// An explicit year in the same paragraph.
  var paragraphYear: Int?
  /// The year of the part of the document, where it does not share the document's date.
  var partYear: Int?
  /// Whether the part shares the document's date.
  var inheritsReference = true
  /// The day last spoken of.
  var lastDay: CivilDate?

  /// The key of `fullDates`.
  static func key(month: Int, day: Int) -> Int { month * 100 + day }
}

/// A TIMEX3 value with its type, modifier and interval.
struct DateValue: Hashable, Sendable {
  var timex: String
  var value: String
  var mod: String?
  var interval: DateInterval?
}

/// Places expressions on the calendar: TIMEX3 values (ISO 8601 with the extensions of TimeML) and half-open intervals.
enum DateResolver {
  /// The value of an expression; nil where it denotes nothing (30 February).
  static func resolve(_ expression: DateExpression, in context: DateContext) -> DateValue? {
    switch expression {
    case .point(let fields): return point(fields, context)
    case .range(let first, let second): return range(first, second, context)
    case .duration(let lengths, let mod):
      return DateValue(timex: "DURATION", value: period(lengths), mod: mod)
    case .back(let amount, let unit, let mod):
      guard context.reference != nil, let count = amount.integer else {
        return DateValue(timex: "DATE", value: "PAST_REF", mod: mod)
      }
      var fields = DateFields()
      fields.offset = (-count, unit)
      fields.mod = mod
      return point(fields, context)
    case .set(let code): return DateValue(timex: "SET", value: code)
    }
  }

  // MARK: points

  private static func point(_ fields: DateFields, _ context: DateContext) -> DateValue? {
    guard let place = place(fields, context) else { return nil }
    return DateValue(
      timex: fields.hasTime ? "TIME" : "DATE", value: place.text, mod: fields.mod,
      interval: place.interval.flatMap { third(of: $0, mod: fields.mod) })
  }

  /// The fields with years, days and offsets filled in from the context.
  static func place(_ given: DateFields, _ context: DateContext) -> CalendarPlace? {
    var fields = given
    if let (amount, unit) = fields.offset {
      guard let reference = context.reference?.date else { return unanchored(fields, unit) }
      apply(amount, unit, to: &fields, from: reference)
    } else if fields.isSameDay {
      guard let day = context.lastDay ?? context.reference?.date else { return unanchored(fields, .day) }
      (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
    }
    if let weekday = fields.weekday, fields.day == nil, fields.month == nil {
      guard let reference = context.reference?.date else {
        return CalendarPlace(text: "XXXX-WXX-\(weekday)" + clock(fields), interval: nil)
      }
      // The last such day, today included, unless a word points elsewhere: news tells what has happened.
      let back = (reference.weekday - weekday + 7) % 7
      let days =
        switch fields.direction {
        case .some(1): back == 0 ? 7 : 7 - back
        case .some(-1): back == 0 ? -7 : -back
        case .some(0): weekday - reference.weekday
        default: -back
        }
      let day = reference.adding(days: days)
      (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
    }
    if fields.year == nil, fields.decade == nil, fields.century == nil { fields.year = year(of: fields, context) }
    if fields.month == nil, fields.day == nil, fields.year == nil, fields.hasTime {
      // A time of day belongs to the day last spoken of.
      guard let reference = context.lastDay ?? context.reference?.date else {
        return fields.hour == nil
          ? CalendarPlace(text: "XXXX-XX-XX" + clock(fields), interval: nil)
          : CalendarPlace(text: String(clock(fields)), interval: nil)
      }
      (fields.year, fields.month, fields.day) = (reference.year, reference.month, reference.day)
    }
    return CalendarPlace(fields)
  }

  private static func year(of fields: DateFields, _ context: DateContext) -> Int? {
    guard fields.month != nil || fields.quarter != nil || fields.half != nil || fields.season != nil else { return nil }
    if let direction = fields.direction, let month = fields.month, let reference = context.reference?.date {
      // The next or last such month or day.
      let given = (month, fields.day ?? reference.day)
      let isLater = given > (reference.month, reference.day)
      let isEarlier = given < (reference.month, reference.day)
      return reference.year + (direction > 0 ? (isLater ? 0 : 1) : direction < 0 ? (isEarlier ? 0 : -1) : 0)
    }
    if let month = fields.month, let day = fields.day,
      let year = context.fullDates[DateContext.key(month: month, day: day)]
    {
      return year
    }
    if let year = context.paragraphYear, !isNear(fields, context) { return year }
    if let year = context.partYear { return year }
    return context.inheritsReference ? context.reference?.date.year : nil
  }

  /// Whether the reference's year puts a day where news speaks of days: in the ten months before it or the two after it.
  ///
  /// Then a year that stands in the same paragraph is rather that of something else.
  private static func isNear(_ fields: DateFields, _ context: DateContext) -> Bool {
    guard context.inheritsReference, let reference = context.reference?.date, let month = fields.month,
      let day = CivilDate(reference.year, month, min(fields.day ?? 15, CivilDate.days(in: month, of: reference.year)))
    else { return false }
    return (-300...60).contains(day.daysSince1970 - reference.daysSince1970)
  }

  private static func apply(_ amount: Int, _ unit: TimeUnit, to fields: inout DateFields, from reference: CivilDate) {
    switch unit {
    case .second, .minute, .hour, .day, .night:
      let day = unit == .day || unit == .night ? reference.adding(days: amount) : reference
      (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
    case .week, .weekend:
      fields.isWeekend = unit == .weekend
      let monday = reference.adding(days: 7 * amount + 1 - reference.weekday)
      if let weekday = fields.weekday {
        let day = monday.adding(days: weekday - 1)
        (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
        fields.weekday = nil
      } else {
        fields.weekStart = monday
      }
    case .month:
      let month = reference.adding(months: amount)
      (fields.year, fields.month) = (month.year, month.month)
    case .quarter:
      let month = reference.adding(months: 3 * amount)
      (fields.year, fields.quarter) = (month.year, (month.month - 1) / 3 + 1)
    case .half:
      let month = reference.adding(months: 6 * amount)
      (fields.year, fields.half) = (month.year, (month.month - 1) / 6 + 1)
    case .season, .year: fields.year = reference.year + amount
    case .decade: fields.decade = reference.year / 10 + amount
    case .century: fields.century = reference.year / 100 + amount
    case .millennium: fields.century = reference.year / 1000 * 10 + 10 * amount
    }
  }

  /// The value of an offset without a reference.
  private static func unanchored(_ fields: DateFields, _ unit: TimeUnit) -> CalendarPlace {
    let text: String
    switch unit {
    case .second, .minute, .hour, .day, .night: text = "XXXX-XX-XX"
    case .weekend: text = "XXXX-WXX-WE"
    case .week: text = "XXXX-WXX"
    case .month: text = "XXXX-XX"
    case .quarter: text = "XXXX-QX"
    case .half: text = "XXXX-HX"
    default:
      if let month = fields.month {
        text = "XXXX-\(two(month))" + (fields.day.map { "-" + two($0) } ?? "")
      } else {
        text = "XXXX"
      }
    }
    return CalendarPlace(text: text + clock(fields), interval: nil)
  }

  // MARK: ranges

  private static func range(_ first: DateFields, _ second: DateFields, _ context: DateContext) -> DateValue? {
    var (first, second) = (first, second)
    // What the first leaves open is as in the second: 'from 10 to 15 April'.
    if first.year == nil, first.offset == nil { first.year = second.year }
    if first.month == nil, first.day != nil {
      first.month = second.month
      if first.year == nil { first.year = second.year }
    }
    if second.month == nil, second.day != nil { (second.month, second.year) = (first.month, second.year ?? first.year) }
    if second.hour != nil, second.day == nil {
      (second.year, second.month, second.day) = (first.year, first.month, first.day)
    }
    if first.hour != nil, first.day == nil {
      (first.year, first.month, first.day) = (second.year, second.month, second.day)
    }
    if first.hour != nil, first.offset == nil, first.day == nil { first.offset = second.offset }
    if first.hour != nil, first.weekday == nil, first.day == nil { first.weekday = second.weekday }
    if let hour = first.hour, let end = second.hour, !first.hasMeridiem, second.hasMeridiem, hour < 12, hour + 12 <= end
    {
      first.hour = hour + 12  // '3 to 5 pm'
    }
    if second.year == nil, second.offset == nil { second.year = first.year }
    if let year = second.year, first.year == year, given(first) > given(second), first.year == nil {
      first.year = year - 1
    }
    guard let start = place(first, context), let end = place(second, context) else { return nil }
    var interval: DateInterval?
    if let from = start.interval?.start, let to = end.interval?.end, from < to {
      interval = DateInterval(start: from, end: to)
    }
    if let interval, interval.start == nil { return nil }
    return DateValue(
      timex: first.hasTime || second.hasTime ? "TIME" : "DATE", value: start.text + "/" + end.text, mod: nil,
      interval: interval)
  }

  private static func given(_ fields: DateFields) -> Int { (fields.month ?? 0) * 100 + (fields.day ?? 0) }

  // MARK: writing

  /// An ISO 8601 duration of several units, days before the `T` and the time of day after it.
  static func period(_ lengths: [Length]) -> String {
    let parts = lengths.map { period($0.amount, $0.unit) }
    let days = parts.filter { !$0.hasPrefix("PT") }.map { $0.dropFirst() }.joined()
    let time = parts.filter { $0.hasPrefix("PT") }.map { $0.dropFirst(2) }.joined()
    return "P" + days + (time.isEmpty ? "" : "T" + time)
  }

  /// An ISO 8601 duration.
  static func period(_ amount: ExactDecimal, _ unit: TimeUnit) -> String {
    switch unit {
    case .second: "PT\(amount)S"
    case .minute: "PT\(amount)M"
    case .hour: "PT\(amount)H"
    case .day, .night: "P\(amount)D"
    case .weekend: "P\(amount)WE"
    case .week: "P\(amount)W"
    case .month: "P\(amount)M"
    case .quarter: "P\(amount)Q"
    case .half: "P\(amount.multiplied(by: ExactDecimal(6)) ?? amount)M"
    case .season: "P\(amount.multiplied(by: ExactDecimal(3)) ?? amount)M"
    case .year: "P\(amount)Y"
    case .decade: "P\(amount.multiplied(by: ExactDecimal(10)) ?? amount)Y"
    case .century: "P\(amount.multiplied(by: ExactDecimal(100)) ?? amount)Y"
    case .millennium: "P\(amount.multiplied(by: ExactDecimal(1000)) ?? amount)Y"
    }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// `T10:30`, `TAF` or nothing.
  static func clock(_ fields: DateFields) -> String {
    if let hour = fields.hour {
      return "T\(two(hour)):\(two(fields.minute ?? 0))" + (fields.second.map { ":" + two($0) } ?? "")
    }
    return fields.part.map { "T" + $0 } ?? ""
  }

  /// The beginning, middle or end of a stretch: its thirds.
  private static func third(of interval: DateInterval, mod: String?) -> DateInterval? {
    guard let start = interval.start.flatMap({ CivilDateTime($0) })?.date,
      let end = interval.end.flatMap({ CivilDateTime($0) })?.date
    else { return interval }
    switch mod {
    case "START", "MID", "END":
      let days = end.daysSince1970 - start.daysSince1970
      guard days >= 27 else { return interval }
      let cuts: (CivilDate, CivilDate)
      if days <= 31 {
        cuts = (start.adding(days: 10), start.adding(days: 20))
      } else if days >= 365, days <= 366 {
        cuts = (start.adding(months: 4), start.adding(months: 8))
      } else {
        cuts = (start.adding(days: days / 3), start.adding(days: 2 * days / 3))
      }
      let bounds = mod == "START" ? (start, cuts.0) : mod == "MID" ? cuts : (cuts.1, end)
      return DateInterval(start: CalendarPlace.midnight(bounds.0), end: CalendarPlace.midnight(bounds.1))
    case "BEFORE": return DateInterval(start: nil, end: interval.start)
    case "ON_OR_BEFORE": return DateInterval(start: nil, end: interval.end)
    case "AFTER": return DateInterval(start: interval.end, end: nil)
    case "ON_OR_AFTER": return DateInterval(start: interval.start, end: nil)
    default: return interval
    }
  }
}
