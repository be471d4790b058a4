import Testing
import VNExtract

@Suite struct CalendarTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2024, 2, 27, 19_780, 2), (1, 1, 1, -719_162, 1),
    (0, 3, 1, -719_468, 3), (-1, 12, 31, -719_529, 5),
  ]) func daysAndWeekdays(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
    let date = try #require(CivilDate(year, month, day))
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(CivilDate(daysSince1970: days) == date)
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
    var date = try #require(CivilDate(1899, 12, 31))
    for _ in 0..<146_097 {
      let next = date.adding(days: 1)
      #expect(next > date && next.daysSince1970 == date.daysSince1970 + 1)
      #expect(next.day == 1 || next.day == date.day + 1)
      date = next
    }
  }

  @Test(arguments: [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)])
  func thereIsNoSuchDay(year: Int, month: Int, day: Int) { #expect(CivilDate(year, month, day) == nil) }

  @Test func monthsAndWeeks() throws {
    let date = try #require(CivilDate(2024, 1, 31))
    #expect(date.adding(months: 1) == CivilDate(2024, 2, 29))
    #expect(date.adding(months: -2) == CivilDate(2023, 11, 30))
    #expect(CivilDate(2021, 1, 3)?.isoWeek ?? (0, 0) == (2020, 53))
    #expect(CivilDate(2018, 12, 31)?.isoWeek ?? (0, 0) == (2019, 1))
  }

  @Test func readsDatesAndTimes() {
    #expect(CivilDateTime("2024-02-27")?.date == CivilDate(2024, 2, 27))
    #expect(CivilDateTime("2024-02-27T04:30:00")?.minutes == 270)
    for wrong in ["", "2024", "2024-2-27", "2024-02-30", "2024-02-27T25:00", "27/2/2024"] {
      #expect(CivilDateTime(wrong) == nil)
    }
  }
}
