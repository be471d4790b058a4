import Testing
@testable import VNExtract

@Suite struct DateResolverTests {
  private func context(_ date: String? = "2025-04-17") -> DateContext {
    DateContext(reference: date.flatMap { CivilDateTime($0) })
  }

  private func fields(_ change: (inout DateFields) -> Void) -> DateFields {
    var fields = DateFields()
    change(&fields)
    return fields
  }

  private func resolve(_ context: DateContext, _ change: (inout DateFields) -> Void) -> DateValue? {
    DateResolver.resolve(.point(fields(change)), in: context)
  }

  @Test func whatFollowsFollowsTheDateLastSpokenOf() {
    let next: (inout DateFields) -> Void = { ($0.offset, $0.isAnaphoric) = ((1, .year), true) }
    #expect(resolve(context(), next)?.value == "2026")
    var spoken = context()
    (spoken.lastDate, spoken.lastDay) = (CivilDate(1943, 3, 1), CivilDate(2025, 4, 3))
    #expect(resolve(spoken, next)?.value == "1944")
    #expect(resolve(spoken) { ($0.offset, $0.isAnaphoric) = ((-1, .week), true) }?.value == "1943-W08")
    #expect(resolve(spoken) { ($0.offset, $0.isAnaphoric) = ((1, .day), true) }?.value == "2025-04-04")
    #expect(resolve(spoken) { $0.offset = (1, .year) }?.value == "2026")
  }

  @Test func yearsAreCompleted() {
    let day: (inout DateFields) -> Void = { ($0.month, $0.day) = (2, 27) }
    #expect(resolve(context(), day)?.value == "2025-02-27")
    #expect(resolve(context(nil), day)?.value == "XXXX-02-27")
    var full = context()
    full.fullDates = [227: 1955]
    #expect(resolve(full, day)?.value == "1955-02-27")
    var part = context()
    (part.inheritsReference, part.partYear) = (false, 2026)
    #expect(resolve(part, day)?.value == "2026-02-27")
    // Articles that are recommended are recent, and open where their day is not.
    part.partYear = nil
    #expect(resolve(part, day)?.value == "2025-02-27")
    #expect(resolve(part) { ($0.month, $0.day) = (12, 11) }?.value == "XXXX-12-11")
    var undated = context(nil)
    undated.documentYear = 2023
    #expect(resolve(undated, day)?.value == "2023-02-27")
  }

  @Test func theTurnOfTheYear() {
    let first: (inout DateFields) -> Void = { ($0.month, $0.day) = (1, 1) }
    var december = context("2025-12-18")
    #expect(resolve(december, first)?.value == "2026-01-01")
    december.tense = -1
    #expect(resolve(december, first)?.value == "2025-01-01")
    #expect(resolve(context("2025-01-18")) { ($0.month, $0.day) = (12, 30) }?.value == "2024-12-30")
  }

  @Test func historiesTellNewsByWeekdays() {
    var history = context()
    (history.isNarrative, history.origin) = (true, history.reference?.date)
    history.reference = CivilDate(1990, 12, 31).map { CivilDateTime(date: $0) }
    // 'He died on Saturday' is news; a day that falls on its weekday in the year spoken of is history.
    #expect(resolve(history) { $0.weekday = 6 }?.value == "2025-04-12")
    #expect(resolve(history) { ($0.weekday, $0.month, $0.day) = (2, 4, 15) }?.value == "2025-04-15")
    #expect(resolve(history) { ($0.weekday, $0.month, $0.day) = (1, 12, 31) }?.value == "1990-12-31")
  }

  @Test func partsOfDayAndClockTimes() {
    let afternoon = resolve(context()) { ($0.month, $0.day, $0.part) = (4, 17, "AF") }
    #expect(
      afternoon
        == DateValue(
          timex: "TIME", value: "2025-04-17TAF",
          interval: DateInterval(start: "2025-04-17T12:00", end: "2025-04-17T18:00"), basis: .reference))
    let night = resolve(context()) { ($0.month, $0.day, $0.part) = (12, 31, "NI") }
    #expect(night?.interval == DateInterval(start: "2025-12-31T22:00", end: "2026-01-01T05:00"))
    #expect(resolve(context()) { ($0.hour, $0.minute) = (10, 30) }?.value == "2025-04-17T10:30")
    #expect(resolve(context(nil)) { ($0.hour, $0.minute) = (10, 30) }?.value == "T10:30")
  }

  @Test func thereIsNoThirtiethOfFebruary() {
    #expect(resolve(context()) { ($0.month, $0.day) = (2, 30) } == nil)
    #expect(resolve(context()) { ($0.year, $0.month, $0.day) = (2023, 2, 29) } == nil)
  }

  @Test func largerUnits() {
    #expect(resolve(context()) { $0.quarter = 1 }?.value == "2025-Q1")
    #expect(resolve(context()) { ($0.year, $0.half) = (2024, 2) }?.interval?.start == "2024-07-01T00:00")
    #expect(resolve(context()) { $0.decade = 197 }?.interval?.end == "1980-01-01T00:00")
    #expect(resolve(context()) { $0.century = 19 }?.value == "19")
    let end = resolve(context()) { ($0.year, $0.mod) = (2025, "END") }
    #expect(end?.mod == "END" && end?.interval?.start == "2025-09-01T00:00")
    let middle = resolve(context()) { ($0.month, $0.mod) = (2, "MID") }
    #expect(middle?.interval == DateInterval(start: "2025-02-11T00:00", end: "2025-02-21T00:00"))
  }

  @Test func offsetsAndWeekdays() {
    #expect(resolve(context()) { $0.offset = (-1, .day) }?.value == "2025-04-16")
    #expect(resolve(context()) { $0.offset = (1, .month) }?.value == "2025-05")
    #expect(resolve(context()) { $0.offset = (-1, .week) }?.value == "2025-W15")
    #expect(resolve(context()) { $0.offset = (0, .weekend) }?.value == "2025-W16-WE")
    #expect(resolve(context(nil)) { $0.offset = (0, .day) }?.value == "XXXX-XX-XX")
    #expect(resolve(context()) { ($0.weekday, $0.offset) = (5, (-1, .week)) }?.value == "2025-04-11")
    #expect(resolve(context()) { $0.weekday = 5 }?.value == "2025-04-11")
    #expect(resolve(context()) { ($0.weekday, $0.direction) = (5, 1) }?.value == "2025-04-18")
    #expect(resolve(context()) { ($0.month, $0.direction) = (2, 1) }?.value == "2026-02")
    #expect(resolve(context()) { ($0.month, $0.direction) = (7, -1) }?.value == "2024-07")
    #expect(resolve(context(nil)) { $0.weekday = 5 }?.value == "XXXX-WXX-5")
  }

  @Test func ranges() {
    func range(_ first: (inout DateFields) -> Void, _ second: (inout DateFields) -> Void) -> DateValue? {
      DateResolver.resolve(.range(fields(first), fields(second)), in: context())
    }
    #expect(range({ $0.day = 10 }, { ($0.day, $0.month) = (15, 4) })?.value == "2025-04-10/2025-04-15")
    #expect(range({ $0.year = 2026 }, { $0.year = 2031 })?.interval?.end == "2032-01-01T00:00")
    #expect(
      range({ ($0.day, $0.month, $0.year) = (27, 2, 1955) }, { ($0.day, $0.month, $0.year) = (27, 2, 2024) })?.value
        == "1955-02-27/2024-02-27")
  }

  @Test func lengths() {
    func value(_ lengths: [(String, TimeUnit)]) -> String? {
      let expression = DateExpression.duration(
        lengths.compactMap { length in ExactDecimal(length.0).map { Length(amount: $0, unit: length.1) } }, mod: nil)
      return DateResolver.resolve(expression, in: context())?.value
    }
    #expect(value([("69", .year)]) == "P69Y")
    #expect(value([("2.5", .week)]) == "P2.5W")
    #expect(value([("8", .year), ("6", .month)]) == "P8Y6M")
    #expect(value([("1", .day), ("6", .hour), ("30", .minute)]) == "P1DT6H30M")
  }

  @Test func basisTellsWhereTheYearCameFrom() {
    let day: (inout DateFields) -> Void = { ($0.month, $0.day) = (2, 27) }
    #expect(resolve(context(), day)?.basis == .reference)
    #expect(resolve(context(nil), day)?.basis == nil)
    var other = context(nil)
    other.paragraphYear = 2020
    #expect(resolve(other, day)?.basis == .paragraph)
    other.fullDates = [227: 1955]
    #expect(resolve(other, day)?.basis == .document)
    var part = context()
    (part.inheritsReference, part.partYear) = (false, 2026)
    #expect(resolve(part, day)?.basis == .part)
    var dateline = context()
    dateline.isDateline = true
    #expect(resolve(dateline, day)?.basis == .dateline)
    #expect(resolve(context()) { ($0.year, $0.month, $0.day) = (2024, 2, 27) }?.basis == nil)
  }

  @Test func nthDaysAndWeeks() {
    func value(_ nth: Int, _ unit: TimeUnit?, weekday: Int? = nil, year: Int = 2014, month: Int? = 10) -> String? {
      resolve(context()) {
        ($0.nth, $0.nthUnit, $0.weekday, $0.year, $0.month) = (nth, unit, weekday, year, month)
      }?.value
    }
    #expect(value(1, nil, weekday: 2) == "2014-10-07")
    #expect(value(-1, nil, weekday: 5) == "2014-10-31")
    #expect(value(5, nil, weekday: 2) == nil)
    #expect(value(-1, .day) == "2014-10-31")
    #expect(value(1, .week) == "2014-W41")
    #expect(value(-1, .week) == "2014-W43")
    #expect(value(-3, .week, year: 2018, month: nil) == "2018-W50")
    #expect(value(-1, .weekend) == "2014-W43-WE")
    #expect(value(2, .month, month: nil) == "2014-02")
    #expect(value(13, .month, month: nil) == nil)
  }

  @Test func weekdaysFollowTheTense() {
    var future = context()
    future.tense = 1
    #expect(resolve(future) { $0.weekday = 1 }?.value == "2025-04-21")
    #expect(resolve(future) { $0.weekday = 4 }?.value == "2025-04-17")
    #expect(resolve(context()) { ($0.weekday, $0.direction) = (1, 0) }?.value == "2025-04-21")
    var past = context()
    past.tense = -1
    #expect(resolve(past) { ($0.weekday, $0.direction) = (1, 0) }?.value == "2025-04-14")
    #expect(resolve(context()) { ($0.weekday, $0.direction) = (5, 2) }?.value == "2025-04-25")
    #expect(resolve(context()) { ($0.weekday, $0.day) = (7, 31) }?.value == "2025-08-31")
  }

  @Test func lengthsBesideTheReference() {
    func interval(_ amount: String, _ unit: TimeUnit, _ anchor: LengthAnchor) -> DateInterval? {
      let length = ExactDecimal(amount).map { Length(amount: $0, unit: unit) }
      return length.flatMap {
        DateResolver.resolve(.duration([$0], mod: nil, anchor: anchor), in: context("2025-04-17T10:20"))?.interval
      }
    }
    #expect(interval("3", .day, .whole(1)) == DateInterval(start: "2025-04-18T00:00", end: "2025-04-21T00:00"))
    #expect(interval("2", .week, .whole(-1)) == DateInterval(start: "2025-03-31T00:00", end: "2025-04-14T00:00"))
    #expect(interval("2", .hour, .whole(1)) == DateInterval(start: "2025-04-17T11:00", end: "2025-04-17T13:00"))
    #expect(interval("0.5", .hour, .distance(1)) == DateInterval(start: "2025-04-17T10:50", end: "2025-04-17T10:51"))
    #expect(interval("999999999999", .year, .whole(1)) == nil)
  }

  @Test func pointsAwayFromNow() {
    func value(_ amount: Int, _ unit: TimeUnit, _ direction: Int, date: String? = "2025-04-17T10:20") -> String? {
      DateResolver.resolve(
        .away([Length(amount: ExactDecimal(amount), unit: unit)], direction: direction, mod: nil), in: context(date))?
        .value
    }
    #expect(value(5, .minute, -1) == "2025-04-17T10:15")
    #expect(value(2, .day, 1) == "2025-04-19")
    #expect(value(2, .week, -1) == "2025-W14")
    #expect(value(3, .month, -1) == "2025-01")
    #expect(value(20, .year, -1) == "2005")
    #expect(value(2, .day, -1, date: nil) == "PAST_REF")
    #expect(value(2, .day, 1, date: nil) == "FUTURE_REF")
    #expect(value(30_000, .year, -1) == "PAST_REF")
  }

  @Test func otherCalendars() {
    func value(_ change: (inout DateFields) -> Void) -> String? { resolve(context(), change)?.value }
    #expect(value { ($0.calendar, $0.month, $0.day) = (.lunar, 1, 1) } == "2025-01-29")
    #expect(value { ($0.calendar, $0.month, $0.day, $0.cycleYear) = (.lunar, 8, 22, 40) } == "2023-10-06")
    #expect(value { ($0.calendar, $0.year, $0.month, $0.day) = (.islamic, 1446, 9, 15) } == "2025-03-15")
    #expect(value { ($0.calendar, $0.year, $0.month) = (.islamic, 2025, 9) } == "2025-03-01/2025-03-29")
    #expect(value { ($0.calendar, $0.year, $0.month, $0.day) = (.buddhist, 2555, 8, 10) } == "2012-08-10")
    #expect(value { ($0.calendar, $0.year, $0.month, $0.day) = (.beforeChrist, 44, 3, 15) } == "BC0044-03-15")
    #expect(value { ($0.calendar, $0.cycleYear) = (.lunar, 42) } == "2025-01-29/2026-02-16")
  }
}
