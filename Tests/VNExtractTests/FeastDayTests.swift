import Testing

@testable import VNExtract

/// Feasts against published tables.
@Suite struct FeastDayTests {
  @Test(arguments: [
    (1818, 3, 22), (1943, 4, 25), (1954, 4, 18), (1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24),
    (2016, 3, 27),
    (2024, 3, 31), (2025, 4, 20), (2038, 4, 25), (2285, 3, 22),
  ]) func easter(year: Int, month: Int, day: Int) {
    #expect(FeastDay.easter(year) == CivilDate(year, month, day))
  }

  @Test(arguments: [
    (1918, 5, 5), (1990, 4, 15), (2000, 4, 30), (2013, 5, 5), (2018, 4, 8), (2021, 5, 2), (2024, 5, 5), (2025, 4, 20),
  ]) func orthodoxEaster(year: Int, month: Int, day: Int) {
    #expect(FeastDay.orthodoxEaster(year) == CivilDate(year, month, day))
  }

  @Test(arguments: [
    ("12-25", 2013, "2013-12-25"), ("11/4/4", 2013, "2013-11-28"), ("11/4/4+1", 2013, "2013-11-29"),
    ("5/1/-1", 2024, "2024-05-27"), ("1/1/3", 2014, "2014-01-20"), ("easter-2", 2024, "2024-03-29"),
    ("orthodox-48", 2018, "2018-02-19"), ("islamic/10-1", 2018, "2018-06-15"), ("islamic/12-10", 2018, "2018-08-21"),
    ("islamic/1-1", 2008, "2008-01-10"), ("lunar/1-1", 2025, "2025-01-29"), ("lunar/8-15", 2024, "2024-09-17"),
    ("lunar/12-23", 2026, "2026-02-10"),
  ]) func daysOfTheYear(rule: String, year: Int, day: String) throws {
    #expect(try #require(FeastDay(rule)).day(in: year) == CivilDateTime(day)?.date)
  }

  /// The days of the calendars of India's government and of the press, and those that a Sunday moves.
  @Test(arguments: [
    ("hindu/7-30@18", 2013, "2013-11-03"), ("hindu/7-30@18", 2017, "2017-10-19"), ("hindu/7-30@18", 2018, "2018-11-07"),
    ("hindu/7-30@18", 2019, "2019-10-27"), ("hindu/7-30@18", 2020, "2020-11-14"), ("hindu/7-30@18", 2023, "2023-11-12"),
    ("hindu/7-30@18+1", 2018, "2018-11-08"), ("hindu/7-10@12", 2018, "2018-10-19"),
    ("hindu/7-10@12", 2019, "2019-10-08"),
    ("hindu/12-15@18+1", 2018, "2018-03-02"), ("hindu/12-15@18+1", 2019, "2019-03-21"),
    ("hindu/12-15@18+1", 2020, "2020-03-10"), ("hindu/1-9@12", 2019, "2019-04-13"),
    ("hindu/5-15@6", 2018, "2018-08-26"),
    ("hindu/5-15@6", 2019, "2019-08-15"), ("hindu/6-4@12", 2019, "2019-09-02"), ("hindu/11-29@24", 2020, "2020-02-21"),
    ("hindu/8-15@6", 2018, "2018-11-23"), ("hindu/8-15@6", 2019, "2019-11-12"), ("hindu/10-7@6", 2014, "2014-01-07"),
    ("hindu/11-15@6", 2018, "2018-01-31"), ("hindu/1-1@6", 2019, "2019-04-06"), ("sun/270@18", 2018, "2018-01-14"),
    ("sun/270@18", 2019, "2019-01-15"), ("sun/270@18-1", 2018, "2018-01-13"), ("sun/0@18", 2018, "2018-04-14"),
    ("sun/0@24+25", 2019, "2019-05-09"), ("parsi/1", 2018, "2018-08-17"), ("parsi/1", 2020, "2020-08-16"),
    ("islamic/9/5/-1", 2017, "2017-06-23"), ("islamic/9/5/-1", 2018, "2018-06-08"), ("4-27~7-1", 2014, "2014-04-26"),
    ("4-27~7-1", 2015, "2015-04-27"), ("10-16~6-1~7+1", 2016, "2016-10-17"), ("10-16~6-1~7+1", 2021, "2021-10-15"),
  ]) func daysOfOtherCalendars(rule: String, year: Int, day: String) throws {
    #expect(try #require(FeastDay(rule)).day(in: year) == CivilDateTime(day)?.date)
  }

  @Test(arguments: [
    "hindu/7-30", "hindu/7@18", "hindu/7-30@25", "sun/360@18", "sun/@18", "parsi/0", "parsi/366", "islamic/9/8/-1",
    "4-27~8-1", "4-27~x", "hebrew/1-1", "hindu/7-30@18-",
  ])
  func isNoFeastOfAnotherCalendar(rule: String) { #expect(FeastDay(rule) == nil) }

  @Test func hinduYearsThatCannotBeComputed() throws {
    #expect(try #require(FeastDay("hindu/7-30@18")).day(in: 1500) == nil)
    #expect(try #require(FeastDay("hindu/13-1@6")).day(in: 2020) == nil)
    #expect(try #require(FeastDay("sun/0@6")).day(in: 3000) == nil)
  }

  @Test(arguments: [
    "", "25", "12-25*0", "12-25*x", "11/9/4", "11/4/0", "easter", "islamic/10", "christmas", "12-25+", "*3",
  ])
  func isNoFeast(rule: String) { #expect(FeastDay(rule) == nil) }

  @Test func noSuchDay() throws {
    #expect(try #require(FeastDay("2-29")).day(in: 2023) == nil)
    #expect(try #require(FeastDay("2/1/5")).day(in: 2023) == nil)
    #expect(try #require(FeastDay("13-1")).day(in: 2023) == nil)
    #expect(try #require(FeastDay("easter+0")).day(in: -5) == nil)
  }

  @Test func itsYear() throws {
    let feast = try #require(FeastDay("12-25"))
    func value(_ context: DateContext, _ change: (inout DateFields) -> Void) -> String? {
      var fields = DateFields()
      fields.feast = "12-25"
      change(&fields)
      return feast.place(fields, context)?.place.text
    }
    var context = DateContext(reference: CivilDateTime("2025-04-17"))
    #expect(value(context) { $0.year = 2013 } == "2013-12-25")
    #expect(value(context) { $0.direction = -1 } == "2024-12-25")
    #expect(value(context) { $0.direction = 1 } == "2025-12-25")
    #expect(value(context) { $0.direction = 0 } == "2025-12-25")
    #expect(value(context) { $0.offset = (1, .year) } == "2026-12-25")
    #expect(value(context) { $0.part = "MO" } == "2024-12-25TMO")
    context.tense = 1
    #expect(value(context) { _ in } == "2025-12-25")
    #expect(value(DateContext()) { _ in } == "XXXX-12-25")
  }

  @Test func daysOnEnd() throws {
    let feast = try #require(FeastDay("12-26*7"))
    var fields = DateFields()
    fields.year = 2024
    #expect(feast.place(fields, DateContext())?.place.text == "2024-12-26/2025-01-01")
  }
}
