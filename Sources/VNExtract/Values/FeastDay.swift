/// A feast, or another day that has its place in every year.
///
/// Entries write it as month and day (`12-25`), in a calendar (`islamic/10-01`, `lunar/1-1`, `hindu/7-30@18`, `sun/270@18`,
/// `parsi/1`), as month, weekday and which one (`11/4/4` the fourth Thursday of November, `5/1/-1` the last Monday of May)
/// or from Easter (`easter-2`, `orthodox+0`), each with a number of days that it lies beside it (`11/4/4+1`) and that it
/// lasts (`12-26*7`), and days that it moves where it would fall on a weekday (`4-27~7-1`, a day before a Sunday).
struct FeastDay: Hashable, Sendable {
  private let anchor: FeastAnchor
  private let shift: Int
  /// The weekdays on which it is not held, each with the days that it moves.
  private let moves: [Int: Int]
  /// How many days it lasts.
  let days: Int

  /// Reads an entry's value; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "*")
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let count = Int(parts[1]), (1...60).contains(count) else { return nil }
      days = count
    } else {
      days = 1
    }
    var moves: [Int: Int] = [:]
    for move in whole.split(separator: "~").dropFirst() {
      guard let weekday = move.first?.wholeNumberValue, (1...7).contains(weekday), let days = Int(move.dropFirst())
      else { return nil }
      moves[weekday] = days
    }
    self.moves = moves
    let rule = whole.prefix { $0 != "~" }
    func shifted(_ name: String) -> Int? { rule.hasPrefix(name) ? Int(rule.dropFirst(name.count)) : nil }
    if let days = shifted("easter") {
      (anchor, shift) = (.easter, days)
    } else if let days = shifted("orthodox") {
      (anchor, shift) = (.orthodoxEaster, days)
    } else {
      // Behind an hour a minus is no part of the place either.
      let hour = rule.firstIndex(of: "@").map { rule[$0...] }
      let sign = rule.firstIndex(of: "+") ?? hour.flatMap { $0.firstIndex(of: "-") }
      let (place, moved) = sign.map { (rule[..<$0], Int(rule[$0...])) } ?? (rule, 0)
      guard let moved, let anchor = FeastAnchor(place) else { return nil }
      (self.anchor, shift) = (anchor, moved)
    }
  }

  /// Its first day in a Gregorian year; nil where that year has none.
  func day(in year: Int) -> CivilDate? {
    guard (1...9000).contains(year), let day = anchor.day(in: year)?.adding(days: shift) else { return nil }
    return day.adding(days: moves[day.weekday] ?? 0)
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
      guard case .day(let month, let day) = anchor, shift == 0, moves.isEmpty else {
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
