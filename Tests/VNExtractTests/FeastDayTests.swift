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
