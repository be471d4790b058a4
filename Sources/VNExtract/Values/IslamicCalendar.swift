/// The Islamic calendar: Umm al-Qura where it is tabulated, else the arithmetic civil calendar.
enum IslamicCalendar {
  /// The years that can be written.
  static let years = 1...9999

  /// The day of a date; nil where there is no such day.
  static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    guard years.contains(year), (1...12).contains(month), day >= 1, day <= days(in: month, of: year) else { return nil }
    return CivilDate(daysSince1970: beginning(of: month, in: year) + day - 1)
  }

  /// The first day of a month and the day after its last; nil where there is no such month.
  static func month(_ month: Int, of year: Int) -> (CivilDate, CivilDate)? {
    date(year, month, 1).map { ($0, $0.adding(days: days(in: month, of: year))) }
  }

  /// The first day of a year and the day after its last; nil where there is no such year.
  static func year(_ year: Int) -> (CivilDate, CivilDate)? {
    guard let first = date(year, 1, 1), let last = month(12, of: year)?.1 else { return nil }
    return (first, last)
  }

  /// The year in which a day lies, give or take one.
  static func year(near date: CivilDate) -> Int { (date.daysSince1970 + 492_148) * 30 / 10_631 + 1 }

  /// The number of days of a month, 29 or 30.
  static func days(in month: Int, of year: Int) -> Int {
    if UmmAlQura.years.contains(year) {
      return UmmAlQura.lengths[year - UmmAlQura.years.lowerBound] >> UInt16(month - 1) & 1 == 1 ? 30 : 29
    }
    return month % 2 == 1 || (month == 12 && (11 * year + 14) % 30 < 11) ? 30 : 29
  }

  private static func beginning(of month: Int, in year: Int) -> Int {
    if UmmAlQura.years.contains(year) {
      let index = year - UmmAlQura.years.lowerBound
      let before = UmmAlQura.lengths[index] & (1 << UInt16(month - 1) - 1)
      return UmmAlQura.beginnings[index] + 29 * (month - 1) + before.nonzeroBitCount
    }
    // 1 Muharram of the year 1 is 19 July 622, 492,148 days before 1970.
    return -492_148 + (year - 1) * 354 + (11 * year + 3) / 30 + 29 * (month - 1) + month / 2
  }
}
