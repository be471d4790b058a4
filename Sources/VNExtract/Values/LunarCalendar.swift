/// The Vietnamese lunar calendar, computed for the meridian of UTC+7.
///
/// A month begins on the day of the new moon; the winter solstice lies in month 11; of thirteen months between two
/// solstices the first in which the sun enters no new sign is leap.
enum LunarCalendar {
  /// A month of a lunar year.
  struct Month: Hashable, Sendable {
    /// Its number, 1 to 12.
    var number: Int
    /// Whether it repeats the number of the month before it.
    var isLeap: Bool
    /// Its first day.
    var start: CivilDate
    /// Its days, 29 or 30.
    var length: Int
  }

  /// The years that can be computed.
  static let years = -1000...4000

  /// The months of the lunar year that begins in a Gregorian year, in order; empty beyond `years`.
  static func months(of year: Int) -> [Month] {
    guard years.contains(year) else { return [] }
    let all = months(from: year - 1) + months(from: year)
    guard let first = all.firstIndex(where: { $0.number == 1 && !$0.isLeap }),
      let next = all[(first + 11)...].firstIndex(where: { $0.number == 1 && !$0.isLeap })
    else { return [] }
    return Array(all[first..<next])
  }

  /// The day of a lunar date; nil where there is no such day.
  static func date(_ year: Int, _ month: Int, isLeap: Bool = false, _ day: Int) -> CivilDate? {
    guard let found = months(of: year).first(where: { $0.number == month && $0.isLeap == isLeap }),
      (1...found.length).contains(day)
    else { return nil }
    return found.start.adding(days: day - 1)
  }

  /// The first day of a month and the day after its last; nil where there is no such month.
  static func month(_ month: Int, isLeap: Bool = false, of year: Int) -> (CivilDate, CivilDate)? {
    months(of: year).first { $0.number == month && $0.isLeap == isLeap }
      .map { ($0.start, $0.start.adding(days: $0.length)) }
  }

  /// The first day of a year and the day after its last; nil where there is no such year.
  static func year(_ year: Int) -> (CivilDate, CivilDate)? {
    let months = months(of: year)
    guard let first = months.first, let last = months.last else { return nil }
    return (first.start, last.start.adding(days: last.length))
  }

  /// The year of a place in the cycle of sixty (1 = Giáp Tý) that lies nearest to another year.
  static func year(ofCycle place: Int, near year: Int) -> Int {
    let cycle = ((year - 4) % 60 + 60) % 60 + 1
    let ahead = ((place - cycle) % 60 + 60) % 60
    return ahead > 30 ? year + ahead - 60 : year + ahead
  }

  /// The months from month 11 of one year, which holds its winter solstice, to before that of the next.
  private static func months(from year: Int) -> [Month] {
    let first = eleventh(of: year)
    let next = eleventh(of: year + 1)
    let starts = (first...next).map(newMoonDay)
    let count = next - first
    let signs = starts.map { Int(Astronomy.sunLongitude(Double($0) - 0.5 - offset) / 30) }
    let leap = count == 13 ? (1..<count).first { signs[$0] == signs[$0 + 1] } : nil
    return (0..<count).map { index in
      let passed = leap.map { index >= $0 } == true ? index - 1 : index
      return Month(
        number: (10 + passed) % 12 + 1, isLeap: index == leap,
        start: CivilDate(daysSince1970: starts[index] - Astronomy.julianDay1970),
        length: starts[index + 1] - starts[index])
    }
  }

  /// The number of the new moon that begins month 11 of a year.
  private static func eleventh(of year: Int) -> Int {
    let lastDay = (CivilDate(year, 12, 31)?.daysSince1970 ?? 0) + Astronomy.julianDay1970
    let number = Astronomy.floor(Double(lastDay - 2_415_021) / 29.530588853)
    let sign = Int(Astronomy.sunLongitude(Double(newMoonDay(number)) - 0.5 - offset) / 30)
    return sign >= 9 ? number - 1 : number
  }

  /// The part of a day by which the clock is ahead of Greenwich.
  private static let offset = 7.0 / 24

  /// The Julian day number of the local day on which a new moon falls.
  private static func newMoonDay(_ number: Int) -> Int {
    Astronomy.floor(Astronomy.newMoon(number) + 0.5 + offset)
  }
}
