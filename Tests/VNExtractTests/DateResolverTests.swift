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
    part.partYear = nil
    #expect(resolve(part, day)?.value == "XXXX-02-27")
  }

  @Test func partsOfDayAndClockTimes() {
    let afternoon = resolve(context()) { ($0.month, $0.day, $0.part) = (4, 17, "AF") }
    #expect(
      afternoon
        == DateValue(
          timex: "TIME", value: "2025-04-17TAF",
          interval: DateInterval(start: "2025-04-17T12:00", end: "2025-04-17T18:00")))
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
}
