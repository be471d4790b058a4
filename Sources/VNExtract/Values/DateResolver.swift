/// Places expressions on the calendar: TIMEX3 values (ISO 8601 with the extensions of TimeML) and half-open intervals.
enum DateResolver {
  /// The value of an expression; nil where it denotes nothing (30 February).
  static func resolve(_ expression: DateExpression, in context: DateContext) -> DateValue? {
    switch expression {
    case .point(let fields): return point(ordered(fields, context), context)
    case .range(let first, let second): return range(ordered(first, context), ordered(second, context), context)
    case .duration(let lengths, let mod, let anchor): return LengthResolver(context).duration(lengths, mod, anchor)
    case .lengths(let shortest, let longest, let mod):
      let value = DateWriting.period([shortest]) + "/" + DateWriting.period([longest])
      return DateValue(timex: "DURATION", value: value, mod: mod)
    case .away(let lengths, let direction, let mod): return LengthResolver(context).away(lengths, direction, mod)
    case .shifted(let base, let lengths, let direction):
      return LengthResolver(context).shifted(base, lengths, direction)
    case .set(let code): return DateValue(timex: "SET", value: code)
    case .vague(let code): return DateValue(timex: "DATE", value: code)
    }
  }

  /// Day and month in the order of the document where only the language settled it.
  private static func ordered(_ fields: DateFields, _ context: DateContext) -> DateFields {
    guard fields.isOrderOpen, context.isOrderSwapped else { return fields }
    var out = fields
    (out.day, out.month) = (fields.month, fields.day)
    return out
  }

  private static func point(_ fields: DateFields, _ context: DateContext) -> DateValue? {
    guard let placed = place(fields, context) else { return nil }
    return DateValue(
      timex: fields.hasTime ? "TIME" : "DATE", value: placed.place.text, mod: fields.mod,
      interval: placed.place.interval.flatMap { third(of: $0, mod: fields.mod) }, basis: placed.basis)
  }

  /// The fields with years, days and offsets filled in from the context.
  static func place(_ given: DateFields, _ context: DateContext) -> Placed? {
    if given.nth != nil { return NthPlace(context).place(given) }
    if let feast = given.feast { return FeastDay(feast)?.place(given, context) }
    var fields = given
    switch fields.calendar {
    case .lunar, .islamic: return CalendarReader(context).place(fields)
    case .buddhist:
      fields.year = fields.year.map { $0 - 543 }
      fields.calendar = nil
    case .beforeChrist: fields.year = fields.year.map { 1 - $0 }
    case nil: break
    }
    var basis: DateBasis?
    if let (amount, unit) = fields.offset {
      let spoken =
        fields.isAnaphoric ? (unit <= .day || unit == .night ? context.lastDay : nil) ?? context.lastDate : nil
      let reference = unit < .year ? context.now : context.reference
      guard let reference = spoken.map({ CivilDateTime(date: $0) }) ?? reference else {
        return Placed(unanchored(fields, unit))
      }
      guard abs(amount) < 10_000 else { return nil }
      apply(amount, unit, to: &fields, from: reference)
      basis = spoken == nil ? context.referenceBasis : .day
    } else if fields.isSameDay {
      guard let day = context.lastDay ?? context.now?.date else { return Placed(unanchored(fields, .day)) }
      (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
      basis = context.lastDay == nil ? context.referenceBasis : .day
    }
    if let weekday = fields.weekday, fields.month == nil, fields.weekStart == nil {
      // In a history 'he died on Saturday' is still news.
      let reference = fields.day == nil ? context.origin ?? context.now?.date : context.reference?.date
      guard let reference else {
        if fields.day == nil {
          return Placed(
            CalendarPlace(text: "XXXX-WXX-\(weekday)" + DateWriting.clock(fields), interval: nil))
        }
        return CalendarPlace(fields).map { Placed($0) }
      }
      let found =
        fields.day == nil
        ? day(of: weekday, direction: fields.direction, context, reference)
        : numbered(fields.day ?? 0, weekday, from: reference)
      guard let day = found else { return nil }
      (fields.year, fields.month, fields.day) = (day.year, day.month, day.day)
      basis = context.referenceBasis
    }
    if fields.day != nil, fields.month == nil, fields.year == nil, let day = dayAlone(fields, context) {
      (fields.year, fields.month) = (day.year, day.month)
      basis = context.lastDay == nil ? context.referenceBasis : .day
    }
    if fields.year == nil, let year = seasonYear(fields, context) {
      (fields.year, basis) = (year, context.referenceBasis)
    }
    if fields.year == nil, fields.decade == nil, fields.century == nil,
      let (year, from) = YearFinder(context).year(of: fields)
    {
      (fields.year, basis) = (year, from)
    }
    if fields.month == nil, fields.day == nil, fields.year == nil, fields.hasTime {
      // A time of day belongs to the day last spoken of.
      guard let reference = context.lastDay ?? (context.isRecurring ? nil : context.now?.date) else {
        let text = DateWriting.clock(fields)
        return Placed(CalendarPlace(text: fields.hour == nil ? "XXXX-XX-XX" + text : text, interval: nil))
      }
      (fields.year, fields.month, fields.day) = (reference.year, reference.month, reference.day)
      fields.hour = coming(fields, context)
      basis = context.lastDay == nil ? context.referenceBasis : .day
    }
    return CalendarPlace(fields).map { Placed($0, basis) }
  }

  /// The year of the last season of a name that is over, or of the next one to begin.
  private static func seasonYear(_ fields: DateFields, _ context: DateContext) -> Int? {
    guard let season = fields.season, let month = CalendarPlace.seasons[season], let direction = fields.direction,
      direction != 0, let reference = context.reference?.date
    else { return nil }
    let years = [reference.year - 2, reference.year - 1, reference.year, reference.year + 1]
    let starts = years.compactMap { CivilDate($0, month, 1) }
    return direction < 0
      ? starts.last { $0.adding(months: 3) <= reference }?.year : starts.first { $0 > reference }?.year
  }

  /// The day that a weekday names.
  ///
  /// The last such day, today included, unless a word points elsewhere: news tells what has happened.
  private static func day(
    of weekday: Int, direction: Int?, _ context: DateContext, _ reference: CivilDate
  ) -> CivilDate? {
    let back = (reference.weekday - weekday + 7) % 7
    let days =
      switch direction {
      case .some(1): back == 0 ? 7 : 7 - back
      case .some(-1): back == 0 ? -7 : -back
      case .some(0):
        // 'this Monday': of this week, or of the next where this week's is over and nothing says that it was meant.
        weekday - reference.weekday + (weekday < reference.weekday && context.tense != -1 ? 7 : 0)
      case .some(let weeks): weeks > 0 ? (back == 0 ? 0 : -back) + 7 * weeks : -back + 7 * (weeks + (back == 0 ? 0 : 1))
      case nil:
        back > 0 && context.tense == 1 ? 7 - back : -back
      }
    return reference.adding(days: days)
  }

  /// The hour of a time of day: in the afternoon where it is yet to come, the morning's is over and nothing says which.
  private static func coming(_ fields: DateFields, _ context: DateContext) -> Int? {
    guard let hour = fields.hour, (1..<12).contains(hour), fields.minute != nil, !fields.hasMeridiem,
      context.tense == 1,
      context.lastDay == nil, let now = context.now?.minutes
    else { return fields.hour }
    let minutes = hour * 60 + (fields.minute ?? 0)
    return minutes <= now && minutes + 720 > now ? hour + 12 : hour
  }

  /// The nearest day of that number in its month that falls on a weekday.
  private static func numbered(_ day: Int, _ weekday: Int, from reference: CivilDate) -> CivilDate? {
    let candidates = (-14...14).compactMap { offset -> CivilDate? in
      let month = reference.adding(months: offset)
      return CivilDate(month.year, month.month, day).flatMap { $0.weekday == weekday ? $0 : nil }
    }
    return candidates.min {
      abs($0.daysSince1970 - reference.daysSince1970) < abs($1.daysSince1970 - reference.daysSince1970)
    }
  }

  /// The day of that number nearest to the day last spoken of, or near the reference: rather before it than after it.
  private static func dayAlone(_ fields: DateFields, _ context: DateContext) -> CivilDate? {
    guard let number = fields.day, let reference = context.reference?.date, context.inheritsReference else {
      return nil
    }
    let toward = (fields.direction ?? context.tense).map { $0 > 0 ? 12 : -12 } ?? -5
    let base = (context.lastDay ?? reference.adding(days: toward)).daysSince1970
    return [-1, 0, 1].compactMap { offset -> CivilDate? in
      let month = reference.adding(months: offset)
      return CivilDate(month.year, month.month, number)
    }.min { abs($0.daysSince1970 - base) < abs($1.daysSince1970 - base) }
  }

  private static func apply(
    _ amount: Int, _ unit: TimeUnit, to fields: inout DateFields, from now: CivilDateTime
  ) {
    let reference = now.date
    func set(_ day: CivilDate) { (fields.year, fields.month, fields.day) = (day.year, day.month, day.day) }
    switch unit {
    case .hour, .minute, .second:
      guard now.minutes != nil, let moment = Moment(now).adding(amount, unit) else { return set(reference) }
      set(moment.date)
      fields.hour = moment.secondOfDay / 3600
      if unit != .hour { fields.minute = moment.secondOfDay / 60 % 60 }
      if unit == .second { fields.second = moment.secondOfDay % 60 }
    case .day, .night: set(reference.adding(days: amount))
    case .week, .weekend:
      fields.isWeekend = unit == .weekend
      let monday = reference.adding(days: 7 * amount + 1 - reference.weekday)
      if let weekday = fields.weekday {
        set(monday.adding(days: weekday - 1))
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
    case .season:
      // Meteorological seasons; the winter has the year of its December.
      let month = reference.adding(months: 3 * amount)
      let index = month.month % 12 / 3
      fields.season = ["WI", "SP", "SU", "FA"][index]
      fields.year = month.month < 3 ? month.year - 1 : month.year
    case .year: fields.year = reference.year + amount
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
      if let quarter = fields.quarter {
        text = "XXXX-Q\(quarter)"
      } else if let half = fields.half {
        text = "XXXX-H\(half)"
      } else if let season = fields.season {
        text = "XXXX-\(season)"
      } else if let month = fields.month {
        text = "XXXX-\(DateWriting.two(month))" + (fields.day.map { "-" + DateWriting.two($0) } ?? "")
      } else {
        text = "XXXX"
      }
    }
    return CalendarPlace(text: text + DateWriting.clock(fields), interval: nil)
  }

  /// The beginning, middle or end of a stretch: its thirds.
  static func third(of interval: DateInterval, mod: String?) -> DateInterval? {
    guard let start = interval.start.flatMap({ CivilDateTime($0) })?.date,
      let end = interval.end.flatMap({ CivilDateTime($0) })?.date
    else { return interval }
    switch mod {
    case "START", "MID", "END":
      let days = end.daysSince1970 - start.daysSince1970
      guard days >= 7 else { return interval }
      let cuts: (CivilDate, CivilDate)
      switch days {
      case 7: cuts = (start.adding(days: 3), start.adding(days: 4))
      case 28...31: cuts = (start.adding(days: 10), start.adding(days: 20))
      case 365, 366: cuts = (start.adding(months: 4), start.adding(months: 8))
      default: cuts = (start.adding(days: days / 3), start.adding(days: 2 * days / 3))
      }
      return mod == "START"
        ? CalendarPlace.days(start, cuts.0)
        : mod == "MID"
          ? CalendarPlace.days(cuts.0, cuts.1)
          : CalendarPlace.days(cuts.1, end)
    case "BEFORE": return DateInterval(start: nil, end: interval.start)
    case "ON_OR_BEFORE": return DateInterval(start: nil, end: interval.end)
    case "AFTER": return DateInterval(start: interval.end, end: nil)
    case "ON_OR_AFTER": return DateInterval(start: interval.start, end: nil)
    default: return interval
    }
  }
}
