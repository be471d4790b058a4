import Testing

@testable import VNExtract

/// Published dates of Tết and of leap months, those of UTC+7, which Vietnam has kept since 1968.
@Suite struct LunarCalendarTests {
  /// The first day of the first month, `MMDD`, of the years from 1968.
  private static let newYears = [
    0129, 0216, 0206, 0127, 0215, 0203, 0123, 0211, 0131, 0218, 0207, 0128, 0216, 0205, 0125, 0213, 0202, 0121, 0209,
    0129, 0217, 0206, 0127, 0215, 0204, 0123, 0210, 0131, 0219, 0207, 0128, 0216, 0205, 0124, 0212, 0201, 0122, 0209,
    0129, 0217, 0207, 0126, 0214, 0203, 0123, 0210, 0131, 0219, 0208, 0128, 0216, 0205, 0125, 0212, 0201, 0122, 0210,
    0129, 0217, 0206, 0126, 0213, 0202, 0123, 0211, 0131, 0219, 0208, 0128, 0215, 0204, 0124, 0212, 0201, 0122, 0210,
    0130, 0217, 0206, 0126, 0214, 0202, 0123,
  ]

  @Test(arguments: zip(1968...2050, newYears)) func theNewYearIsOnThePublishedDay(year: Int, day: Int) {
    #expect(LunarCalendar.date(year, 1, 1) == CivilDate(year, day / 100, day % 100))
  }

  @Test(arguments: [
    (1968, 7), (1971, 5), (1974, 4), (1976, 8), (1979, 6), (1982, 4), (1985, 2), (1987, 7), (1990, 5), (1993, 3),
    (1995, 8), (1998, 5), (2001, 4), (2004, 2), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4),
    (2023, 2), (2025, 6), (2033, 11),
  ]) func leapMonths(year: Int, month: Int) {
    #expect(LunarCalendar.months(of: year).filter(\.isLeap).map(\.number) == [month])
  }

  @Test(arguments: [1969, 1970, 1984, 2003, 2005, 2007, 2022, 2024, 2026]) func yearsWithoutLeapMonth(year: Int) {
    #expect(LunarCalendar.months(of: year).map(\.number) == Array(1...12))
  }

  @Test(arguments: [
    (2024, 8, 15, 2024, 9, 17), (2025, 3, 10, 2025, 4, 7), (2025, 1, 15, 2025, 2, 12), (2023, 8, 22, 2023, 10, 6),
    (2024, 10, 14, 2024, 11, 14), (2024, 7, 15, 2024, 8, 18), (2024, 12, 23, 2025, 1, 22), (2020, 5, 5, 2020, 6, 25),
  ]) func feasts(year: Int, month: Int, day: Int, toYear: Int, toMonth: Int, toDay: Int) {
    #expect(LunarCalendar.date(year, month, day) == CivilDate(toYear, toMonth, toDay))
  }

  @Test func monthsFollowOneAnotherWithoutGap() {
    var next: CivilDate?
    for year in 1600...2400 {
      let months = LunarCalendar.months(of: year)
      #expect(months.count == 12 || months.count == 13)
      for month in months {
        #expect(month.length == 29 || month.length == 30)
        if let next { #expect(month.start == next) }
        next = month.start.adding(days: month.length)
      }
    }
    #expect(LunarCalendar.date(2024, 1, 31) == nil && LunarCalendar.date(2024, 13, 1) == nil)
    #expect(LunarCalendar.months(of: 9000).isEmpty)
  }

  @Test(arguments: [(1, 1984), (41, 2024), (42, 2025), (43, 2026), (40, 2023), (60, 1983)])
  func theCycleOfSixty(place: Int, year: Int) {
    #expect(LunarCalendar.year(ofCycle: place, near: year + 7) == year)
    #expect(LunarCalendar.year(ofCycle: place, near: year - 20) == year)
  }
}
