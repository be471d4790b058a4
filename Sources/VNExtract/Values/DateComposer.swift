import Lexicon
import Patterns
import UnicodeText

/// Makes date expressions from the named parts of a match.
struct DateComposer {
  let line: LineView
  /// Whether the month stands before the day where only the language settles it.
  var isMonthFirst = false

  /// The expression of a match; nil where its parts make none.
  ///
  /// `base` is the DATE that the part of this name took.
  func expression(
    _ meaning: Meaning, _ captures: Captures, constants: RuleConstants, base: DateExpression? = nil
  ) -> DateExpression? {
    switch meaning {
    case .date:
      if let vague = captures[.vague] { return .vague(code: line.feature(.code, vague) ?? "PRESENT_REF") }
      guard let first = fields(captures, 1, constants), !first.isEmpty else { return nil }
      // Few dates have a second end; asking each part for one costs as much as the date itself.
      guard captures.parts.contains(where: { $0.number == 2 }) else { return .point(first) }
      guard var second = fields(captures, 2, [:]) else { return nil }
      guard !second.isEmpty else { return .point(first) }
      if let from = first.year, let to = second.year, first.month == nil, second.month == nil {
        if captures[.year, 2].map({ line.digits($0.range) <= 2 }) == true {
          // '1998-02': of the same century, or the next one.
          let century = from / 100 * 100 + to % 100
          let year = century < from ? century + 100 : century
          // Farther apart, the two digits are rather a month.
          guard year - from <= 40 else { return nil }
          second.year = year
        } else if to < from, first.calendar == nil, second.calendar == nil {
          return nil
        }
      }
      return .range(first, second)
    case .duration, .back, .shift: return length(meaning, captures, constants, base)
    case .recurrence: return recurrence(captures, constants)
    default: return nil
    }
  }

  private func fields(_ captures: Captures, _ end: UInt8, _ constants: RuleConstants) -> DateFields? {
    var fields = DateFields()
    func integer(_ name: PartName, _ bounds: ClosedRange<Int>) -> Int?? {
      guard let capture = captures[name, end] else {
        return .some(constants.isEmpty ? nil : constants[name.rawValue].flatMap { Int($0) })
      }
      guard let value = number(capture.range), bounds.contains(value) else {
        return nil
      }
      return value
    }
    guard let day = integer(.day, 1...31), let month = integer(.month, 1...12), let hour = integer(.hour, 0...24),
      let minute = integer(.minute, -59...59), let second = integer(.second, 0...60),
      let quarter = integer(.quarter, 1...4), let half = integer(.half, 1...2),
      let weekday = integer(.weekday, 1...7), let week = integer(.week, 1...53), let nth = integer(.nth, -31...400),
      let year = integer(.year, 0...9999), let century = integer(.century, 1...40),
      let decade = integer(.decade, 0...9999), let cycle = integer(.cycle, 1...60)
    else { return nil }
    (fields.day, fields.month, fields.minute, fields.second) = (day, month, minute, second)
    (fields.quarter, fields.half, fields.weekday, fields.week) = (quarter, half, weekday, week)
    (fields.hour, fields.cycleYear) = (hour, cycle)
    fields.isLeapMonth = captures[.leap, end] != nil
    if let hour, let minute, minute < 0 {
      // 'a quarter to'
      (fields.hour, fields.minute) = ((hour + 23) % 24, 60 + minute)
    }
    if let year {
      let digits = captures[.year, end].map { line.digits($0.range) } ?? 4
      // Two digits are of the century in which they lie nearest to the year 2000.
      fields.year = digits == 2 && captures[.era, end] == nil ? (year < 50 ? 2000 + year : 1900 + year) : year
    }
    if let century { fields.century = century - 1 }
    if let decade { fields.decade = (decade < 100 && captures[.era, end] == nil ? 1900 + decade : decade) / 10 }
    guard setOrder(captures, end, &fields) else { return nil }
    setCalendar(captures, end, constants, &fields)
    fields.feast = line.feature(.value, captures[.feast, end], sense: "feast-day")
    fields.season = line.feature(.code, captures[.season, end]) ?? constants["season"]
    let part = captures[.part, end]
    if let code = line.feature(.code, part, sense: "part-of-day") ?? line.feature(.code, part) ?? constants["part"] {
      fields.part = Self.part(code)
    }
    fields.mod = line.feature(.mod, captures[.mod, end]) ?? constants["mod"]
    if captures[.same, end] != nil { fields.isSameDay = true }
    if let deictic = captures[.deictic, end] {
      guard let value = line.feature(.value, deictic, sense: "deictic") ?? line.feature(.value, deictic),
        let offset = Self.offset(value)
      else { return nil }
      fields.offset = offset
      fields.isAnaphoric = line.feature(.kind, deictic, sense: "deictic") == "anaphoric"
      let code = line.feature(.code, deictic, sense: "deictic")
      if fields.part == nil, let code, code.hasPrefix("T") { fields.part = Self.part(code) }
      if let code, ["SP", "SU", "FA", "WI"].contains(code) { fields.season = code }
    }
    guard setUnit(captures, end, nth, constants, &fields) else { return nil }
    if let clock = captures[.clock, end], let digits = line.integer(clock.range) {
      guard digits / 100 < 25, digits % 100 < 60 else { return nil }
      (fields.hour, fields.minute) = (digits / 100, digits % 100)
    }
    fields.zone = line.feature(.value, captures[.zone, end], sense: "timezone").flatMap(Self.minutes)
    let meridiem = captures[.meridiem, end]
    applyPart(
      to: &fields,
      meridiem: line.feature(.code, meridiem, sense: "clock-word") ?? line.feature(.code, meridiem)
        ?? constants["meridiem"])
    return fields
  }

  /// The value of a word in one sense, else in any.
  func word(_ capture: Capture?, sense: String) -> String? {
    line.feature(.value, capture, sense: sense) ?? line.feature(.value, capture)
  }

  /// The value of a written or named number; of a compound ordinal, the one and twentieth, its parts added up.
  private func number(_ range: Range<Int>) -> Int? {
    guard range.count >= 3 else { return line.integer(range) }
    let words = range.compactMap { index in
      line.matcher.entries(line.tokens, index..<index + 1).first { $0.sense == "ordinal" }?[.value].flatMap { Int($0) }
    }
    return words.isEmpty ? line.integer(range) : words.reduce(0, +)
  }

  /// An offset or direction from the reference, or what `nth` counts.
  private func setUnit(
    _ captures: Captures, _ end: UInt8, _ nth: Int?, _ constants: RuleConstants, _ fields: inout DateFields
  ) -> Bool {
    let capture = captures[.unit, end]
    let unit = (line.feature(.code, capture, sense: "time-unit") ?? line.feature(.code, capture) ?? constants["unit"])
      .flatMap(TimeUnit.init(rawValue:))
    if nth != nil || captures[.last, end] != nil {
      let number = nth ?? 1
      fields.nth = captures[.last, end] == nil ? number : -number
      fields.nthUnit = unit
      // No month has a sixth Monday; years count their days by date.
      return unit != nil || number <= 5
    }
    let direction = word(captures[.direction, end], sense: "direction") ?? constants["direction"]
    guard let sign = direction.flatMap({ Int($0) }) else { return true }
    guard let count = captures[.count, end].map({ line.integer($0.range) }) ?? 1, count < 10_000 else {
      return false
    }
    guard let unit else {
      fields.direction = sign * count
      return true
    }
    fields.offset = (sign * count, unit)
    return true
  }

  /// Day and month from two small numbers in the order of the language, unless one is no month.
  private func setOrder(_ captures: Captures, _ end: UInt8, _ fields: inout DateFields) -> Bool {
    guard let left = captures[.left, end], let right = captures[.right, end] else { return true }
    guard let first = line.integer(left.range), let second = line.integer(right.range), (1...31).contains(first),
      (1...31).contains(second), min(first, second) <= 12
    else { return false }
    let monthStandsFirst = second > 12 || (isMonthFirst && first <= 12)
    (fields.month, fields.day) = monthStandsFirst ? (first, second) : (second, first)
    fields.isOrderOpen = max(first, second) <= 12
    if !fields.isOrderOpen { fields.isDayFirst = !monthStandsFirst }
    return true
  }

  private func setCalendar(
    _ captures: Captures, _ end: UInt8, _ constants: RuleConstants, _ fields: inout DateFields
  ) {
    let era = line.feature(.code, captures[.era, end], sense: "era") ?? constants["calendar"]
    fields.calendar = era.flatMap(WrittenCalendar.init(rawValue:))
    if captures[.calendar, end] != nil || fields.cycleYear != nil { fields.calendar = .lunar }
    if line.feature(.kind, captures[.month, end], sense: "month") == "hijri", era != "AD" || fields.year == nil {
      fields.calendar = .islamic
    }
    if fields.calendar == .islamic, let year = captures[.year, end], line.digits(year.range) == 2,
      let number = line.integer(year.range)
    {
      fields.year = number
    }
  }

  /// Hours of the afternoon and evening are counted on from noon; a clock time makes the part of day redundant.
  private func applyPart(to fields: inout DateFields, meridiem: String?) {
    guard let hour = fields.hour else { return }
    fields.hasMeridiem = meridiem != nil || fields.part != nil
    switch meridiem ?? fields.part.map({ ["AF", "EV", "NI", "MI"].contains($0) ? "PM" : $0 == "MO" ? "AM" : "" }) {
    case "PM" where hour < 12:
      let staysEarly = meridiem == nil && (fields.part == "NI" && hour < 6 || fields.part == "MI" && hour > 4)
      fields.hour = staysEarly ? hour : hour + 12
    case "PM" where hour == 12 && meridiem == nil && fields.part == "NI": fields.hour = 24
    case "AM" where hour == 12: fields.hour = 0
    default: break
    }
    fields.part = nil
  }

  static func part(_ code: String) -> String { code.hasPrefix("T") ? String(code.dropFirst()) : code }

  /// `-1D`, `0Y`, `+2W`.
  static func offset(_ text: String) -> (amount: Int, unit: TimeUnit)? {
    let digits = text.prefix { $0 == "-" || $0 == "+" || $0.isNumber }
    guard let amount = Int(digits), let unit = TimeUnit(rawValue: String(text[digits.endIndex...])) else { return nil }
    return (amount, unit)
  }

  /// `+07:00` in minutes.
  static func minutes(_ text: String) -> Int? {
    let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, let sign = text.first else { return nil }
    return (sign == "-" ? -1 : 1) * (parts[0] * 60 + parts[1])
  }
}
