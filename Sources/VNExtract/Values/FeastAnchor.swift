/// What the day of a feast is counted from.
enum FeastAnchor: Hashable, Sendable {
  case day(month: Int, day: Int)
  case weekday(month: Int, weekday: Int, nth: Int)
  case islamic(month: Int, day: Int)
  /// The last such weekday of an Islamic month.
  case islamicLast(month: Int, weekday: Int)
  case lunar(month: Int, day: Int)
  /// The tithi of a Hindu month that an hour of the day holds.
  case hindu(month: Int, tithi: Int, hour: Int)
  /// The sidereal longitude that the sun has reached by an hour of the day.
  case sun(degrees: Int, hour: Int)
  /// A day of the Parsi year of 365 days.
  case parsi(Int)
  case easter
  case orthodoxEaster

  /// Reads the place of an entry's value, without what lies beside it; nil for anything else.
  init?(_ place: Substring) {
    let parts = place.split(separator: "/", omittingEmptySubsequences: false)
    func numbers(_ text: Substring, _ separator: Character) -> [Int] {
      text.split(separator: separator, omittingEmptySubsequences: false).compactMap { Int($0) }
    }
    guard let name = parts.first, let last = parts.last else { return nil }
    let pair = numbers(last, "-")
    switch (name, parts.count) {
    case ("islamic", 2) where pair.count == 2: self = .islamic(month: pair[0], day: pair[1])
    case ("lunar", 2) where pair.count == 2: self = .lunar(month: pair[0], day: pair[1])
    case ("islamic", 4) where last == "-1":
      guard let month = Int(parts[1]), let weekday = Int(parts[2]), (1...7).contains(weekday) else { return nil }
      self = .islamicLast(month: month, weekday: weekday)
    case ("hindu", 2), ("sun", 2):
      let halves = last.split(separator: "@")
      guard halves.count == 2, let hour = Int(halves[1]), (0...24).contains(hour) else { return nil }
      if name == "sun" {
        guard let degrees = Int(halves[0]), (0..<360).contains(degrees) else { return nil }
        self = .sun(degrees: degrees, hour: hour)
      } else {
        let pair = numbers(halves[0], "-")
        guard pair.count == 2 else { return nil }
        self = .hindu(month: pair[0], tithi: pair[1], hour: hour)
      }
    case ("parsi", 2):
      guard let day = Int(last), (1...365).contains(day) else { return nil }
      self = .parsi(day)
    case (_, 3):
      let triple = parts.compactMap { Int($0) }
      guard triple.count == 3, (1...7).contains(triple[1]), triple[2] != 0 else { return nil }
      self = .weekday(month: triple[0], weekday: triple[1], nth: triple[2])
    case (_, 1) where pair.count == 2: self = .day(month: pair[0], day: pair[1])
    default: return nil
    }
  }

  /// The day in a Gregorian year; nil where that year has none.
  func day(in year: Int) -> CivilDate? {
    switch self {
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
      return islamicYears(near: year).lazy.compactMap { IslamicCalendar.date($0, month, day) }
        .first { $0.year == year }
    case .islamicLast(let month, let weekday):
      return islamicYears(near: year).lazy.compactMap { IslamicCalendar.month(month, of: $0)?.1.adding(days: -1) }
        .map { $0.adding(days: -(($0.weekday - weekday + 7) % 7)) }.first { $0.year == year }
    case .lunar(let month, let day):
      return [year, year - 1].lazy.compactMap { LunarCalendar.date($0, month, day) }.first { $0.year == year }
    case .hindu(let month, let tithi, let hour):
      return HinduCalendar.date(in: year, month: month, tithi: tithi, hour: hour)
    case .sun(let degrees, let hour): return HinduCalendar.sunReaching(degrees, in: year, hour: hour)
    case .parsi(let day):
      // The year 1388 of Yazdegerd began on 17 August 2018, 17,760 days after 1 January 1970.
      guard let first = CivilDate(year, 1, 1)?.daysSince1970 else { return nil }
      let found = first + ((17_760 + day - 1 - first) % 365 + 365) % 365
      return CivilDate(daysSince1970: found)
    case .easter: return FeastDay.easter(year)
    case .orthodoxEaster: return FeastDay.orthodoxEaster(year)
    }
  }

  private func islamicYears(near year: Int) -> ClosedRange<Int> {
    let near = CivilDate(year, 1, 1).map { IslamicCalendar.year(near: $0) } ?? 1
    return near - 1...near + 2
  }
}
