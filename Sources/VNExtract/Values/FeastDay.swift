/// A feast, or another day that has its place in every year.
///
/// Entries write it as month and day (`12-25`), in a calendar (`islamic/10-01`, `lunar/1-1`), as month, weekday and which
/// one (`11/4/4` the fourth Thursday of November, `5/1/-1` the last Monday of May) or from Easter (`easter-2`,
/// `orthodox+0`), each with a number of days that it lies beside it (`11/4/4+1`) and that it lasts (`12-26*7`).
struct FeastDay: Hashable, Sendable {
  /// What it is counted from.
  enum Anchor: Hashable, Sendable {
    case day(month: Int, day: Int)
    case weekday(month: Int, weekday: Int, nth: Int)
    case islamic(month: Int, day: Int)
    case lunar(month: Int, day: Int)
    case easter
    case orthodoxEaster
  }

  private let anchor: Anchor
  private let shift: Int
  /// How many days it lasts.
  let days: Int

  /// Reads an entry's value; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "*")
    guard let rule = parts.first, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let count = Int(parts[1]), (1...60).contains(count) else { return nil }
      days = count
    } else {
      days = 1
    }
    func numbers(_ text: Substring, _ separator: Character) -> [Int] {
      text.split(separator: separator).compactMap { Int($0) }
    }
    func shifted(_ name: String) -> Int? { rule.hasPrefix(name) ? Int(rule.dropFirst(name.count)) : nil }
    if let days = shifted("easter") {
      (anchor, shift) = (.easter, days)
    } else if let days = shifted("orthodox") {
      (anchor, shift) = (.orthodoxEaster, days)
    } else {
      let (place, moved) = rule.firstIndex(of: "+").map { (rule[..<$0], Int(rule[$0...])) } ?? (rule, 0)
      guard let moved else { return nil }
      shift = moved
      if place.hasPrefix("islamic/") || place.hasPrefix("lunar/") {
        let pair = numbers(place.drop { $0 != "/" }.dropFirst(), "-")
        guard pair.count == 2 else { return nil }
        anchor =
          place.hasPrefix("islamic/")
          ? .islamic(month: pair[0], day: pair[1]) : .lunar(month: pair[0], day: pair[1])
      } else if case let triple = numbers(place, "/"), triple.count == 3, (1...7).contains(triple[1]), triple[2] != 0 {
        anchor = .weekday(month: triple[0], weekday: triple[1], nth: triple[2])
      } else if case let pair = numbers(place, "-"), pair.count == 2 {
        anchor = .day(month: pair[0], day: pair[1])
      } else {
        return nil
      }
    }
  }

  /// Its first day in a Gregorian year; nil where that year has none.
  func day(in year: Int) -> CivilDate? {
    guard (1...9000).contains(year) else { return nil }
    return base(year)?.adding(days: shift)
  }

  private func base(_ year: Int) -> CivilDate? {
    switch anchor {
    case .day(let month, let day): return CivilDate(year, month, day)
    case .weekday(let month, let weekday, let nth):
      guard let first = CivilDate(year, month, 1) else { return nil }
      let last = first.adding(days: CivilDate.days(in: month, of: year) - 1)
      let day =
        nth > 0
        ? first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
        : last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (nth + 1))
      return day.month == month ? day : nil
    case .islamic(let month, let day):
      guard let first = CivilDate(year, 1, 1) else { return nil }
      let near = IslamicCalendar.year(near: first)
      return (near - 1...near + 2).lazy.compactMap { IslamicCalendar.date($0, month, day) }.first { $0.year == year }
    case .lunar(let month, let day):
      return [year, year - 1].lazy.compactMap { LunarCalendar.date($0, month, day) }.first { $0.year == year }
    case .easter: return Self.easter(year)
    case .orthodoxEaster: return Self.orthodoxEaster(year)
    }
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
  static func easter(_ year: Int) -> CivilDate? {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let late = (golden + 11 * moon + 22 * week) / 451
    let count = moon + week - 7 * late + 114
    return CivilDate(year, count / 31, count % 31 + 1)
  }

  /// Easter Sunday of the Eastern churches, by Meeus's Julian algorithm, as a Gregorian date.
  static func orthodoxEaster(_ year: Int) -> CivilDate? {
    let moon = (19 * (year % 19) + 15) % 30
    let count = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    return CivilDate(year, count / 31, count % 31 + 1)?.adding(days: year / 100 - year / 400 - 2)
  }

  /// The day that an expression means by it.
  func place(_ given: DateFields, _ context: DateContext) -> Placed? {
    let found: (day: CivilDate, basis: DateBasis?)?
    if let year = given.year {
      found = day(in: year).map { ($0, nil) }
    } else if let reference = context.reference?.date {
      found = near(reference, given, context).map { ($0, context.referenceBasis) }
    } else {
      guard case .day(let month, let day) = anchor, shift == 0 else {
        return Placed(CalendarPlace(text: "XXXX-XX-XX" + DateWriting.clock(given), interval: nil))
      }
      var fields = given
      (fields.month, fields.day) = (month, day)
      return CalendarPlace(fields).map { Placed($0) }
    }
    guard let found else { return nil }
    if days > 1, !given.hasTime {
      return Placed(CalendarPlace(from: found.day, before: found.day.adding(days: days)), found.basis)
    }
    var fields = given
    (fields.year, fields.month, fields.day) = (found.day.year, found.day.month, found.day.day)
    return CalendarPlace(fields).map { Placed($0, found.basis) }
  }

  /// The one of the reference's year, the next or the last one, as the words say; else the nearest.
  private func near(_ reference: CivilDate, _ given: DateFields, _ context: DateContext) -> CivilDate? {
    if let offset = given.offset { return offset.unit == .year ? day(in: reference.year + offset.amount) : nil }
    let all = (reference.year - 2...reference.year + 2).compactMap { day(in: $0) }
    switch given.direction ?? context.tense {
    case .some(1...): return all.first { $0 > reference || ($0 == reference && given.direction == nil) }
    case .some(..<0): return all.last { $0 < reference || ($0 == reference && given.direction == nil) }
    case .some: return day(in: reference.year)
    case nil:
      return all.min {
        abs($0.daysSince1970 - reference.daysSince1970) < abs($1.daysSince1970 - reference.daysSince1970)
      }
    }
  }
}
