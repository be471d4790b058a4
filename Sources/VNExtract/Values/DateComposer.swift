import Lexicon
import Patterns
import UnicodeText

/// Makes date expressions from the named parts of a match.
struct DateComposer {
  let line: LineView

  /// The expression of a match; nil where its parts make none.
  func expression(_ meaning: Meaning, _ captures: Captures, constants: [String: String]) -> DateExpression? {
    switch meaning {
    case .date:
      guard let first = fields(captures, suffix: "", constants: constants), !first.isEmpty else { return nil }
      guard let second = fields(captures, suffix: "2", constants: [:]) else { return nil }
      return second.isEmpty ? .point(first) : .range(first, second)
    case .duration, .back: return length(meaning, captures, constants)
    case .recurrence: return recurrence(captures)
    default: return nil
    }
  }

  private func fields(_ captures: Captures, suffix: String, constants: [String: String]) -> DateFields? {
    var fields = DateFields()
    func integer(_ name: String, _ bounds: ClosedRange<Int>) -> Int?? {
      guard let capture = captures[name + suffix] else { return .some(constants[name].flatMap { Int($0) }) }
      guard let value = line.integer(capture.range), bounds.contains(value) else { return nil }
      return value
    }
    guard let day = integer("day", 1...31), let month = integer("month", 1...12), let hour = integer("hour", 0...24),
      let minute = integer("minute", -59...59), let second = integer("second", 0...60),
      let quarter = integer("quarter", 1...4), let half = integer("half", 1...2),
      let weekday = integer("weekday", 1...7),
      let year = integer("year", 0...9999), let century = integer("century", 1...40),
      let decade = integer("decade", 0...9999)
    else { return nil }
    (fields.day, fields.month, fields.minute, fields.second) = (day, month, minute, second)
    (fields.quarter, fields.half, fields.weekday) = (quarter, half, weekday)
    fields.hour = hour
    if let hour, let minute, minute < 0 {
      // 'a quarter to'
      (fields.hour, fields.minute) = ((hour + 23) % 24, 60 + minute)
    }
    if let year {
      let digits = captures["year" + suffix].map { line.digits($0.range) } ?? 4
      // Two digits are of the century in which they lie nearest to the year 2000.
      fields.year = digits <= 2 ? (year < 50 ? 2000 + year : 1900 + year) : year
    }
    if let century { fields.century = century - 1 }
    if let decade { fields.decade = (decade < 100 ? 1900 + decade : decade) / 10 }
    fields.season = line.feature(.code, captures["season" + suffix])
    let part = captures["part" + suffix]
    if let code = line.feature(.code, part, sense: "part-of-day") ?? line.feature(.code, part) ?? constants["part"] {
      fields.part = Self.part(code)
    }
    fields.mod = line.feature(.mod, captures["mod" + suffix]) ?? constants["mod"]
    if captures["same" + suffix] != nil { fields.isSameDay = true }
    if let deictic = captures["deictic" + suffix] {
      guard let value = line.feature(.value, deictic), let offset = Self.offset(value) else { return nil }
      fields.offset = offset
      if fields.part == nil, let code = line.feature(.code, deictic), code.hasPrefix("T") {
        fields.part = Self.part(code)
      }
    }
    let direction = line.feature(.value, captures["direction" + suffix]) ?? constants["direction"]
    if let sign = direction.flatMap({ Int($0) }) {
      if let unit = line.feature(.code, captures["unit" + suffix]).flatMap(TimeUnit.init(rawValue:)) {
        let count = captures["count" + suffix].flatMap { line.integer($0.range) } ?? 1
        fields.offset = (sign * count, unit)
      } else {
        fields.direction = sign
      }
    }
    if let clock = captures["clock" + suffix], let digits = line.integer(clock.range) {
      guard digits / 100 < 25, digits % 100 < 60 else { return nil }
      (fields.hour, fields.minute) = (digits / 100, digits % 100)
    }
    applyPart(to: &fields, meridiem: line.feature(.code, captures["meridiem" + suffix]))
    return fields
  }

  /// Hours of the afternoon and evening are counted on from noon; a clock time makes the part of day redundant.
  private func applyPart(to fields: inout DateFields, meridiem: String?) {
    guard let hour = fields.hour else { return }
    fields.hasMeridiem = meridiem != nil || fields.part != nil
    switch meridiem ?? fields.part.map({ ["AF", "EV", "NI", "MI"].contains($0) ? "PM" : $0 == "MO" ? "AM" : "" }) {
    case "PM" where hour < 12:
      let staysEarly = fields.part == "NI" && hour < 6 || fields.part == "MI" && hour > 4
      fields.hour = staysEarly ? hour : hour + 12
    case "AM" where hour == 12: fields.hour = 0
    default: break
    }
    fields.part = nil
  }

  private func length(_ meaning: Meaning, _ captures: Captures, _ constants: [String: String]) -> DateExpression? {
    guard var first = length(captures, suffix: "", constants) else { return nil }
    if captures["half"] != nil {
      guard let more = first.amount.adding(.half) else { return nil }
      first.amount = more
    }
    let mod = line.feature(.mod, captures["mod"]) ?? constants["mod"]
    if meaning == .back { return .back(amount: first.amount, unit: first.unit, mod: mod) }
    let rest = ["2", "3"].compactMap { captures["unit" + $0] == nil ? nil : length(captures, suffix: $0, [:]) }
    return .duration([first] + rest, mod: mod)
  }

  private func length(_ captures: Captures, suffix: String, _ constants: [String: String]) -> Length? {
    let unit = captures["unit" + suffix]
    guard let code = line.feature(.code, unit, sense: "time-unit") ?? line.feature(.code, unit) ?? constants["unit"],
      let timeUnit = TimeUnit(rawValue: code)
    else { return nil }
    if let count = captures["count" + suffix] {
      return line.decimal(count.range).map { Length(amount: $0, unit: timeUnit) }
    }
    // Dual forms bring their own number.
    let amount = (constants["count"] ?? line.feature(.value, unit)).flatMap { ExactDecimal($0) }
    return Length(amount: amount ?? ExactDecimal(1), unit: timeUnit)
  }

  private func recurrence(_ captures: Captures) -> DateExpression? {
    if let weekday = captures["weekday"].flatMap({ line.integer($0.range) }) {
      return .set(code: "XXXX-WXX-\(weekday)" + part(captures))
    }
    guard let unit = line.feature(.code, captures["unit"]).flatMap(TimeUnit.init(rawValue:)) else {
      return captures["part"] == nil ? nil : .set(code: "XXXX-XX-XX" + part(captures))
    }
    let count = captures["count"].flatMap { line.decimal($0.range) } ?? ExactDecimal(1)
    return .set(code: DateResolver.period(count, unit))
  }

  private func part(_ captures: Captures) -> String {
    line.feature(.code, captures["part"]).map { "T" + Self.part($0) } ?? ""
  }

  private static func part(_ code: String) -> String { code.hasPrefix("T") ? String(code.dropFirst()) : code }

  /// `-1D`, `0Y`, `+2W`.
  static func offset(_ text: String) -> (amount: Int, unit: TimeUnit)? {
    let digits = text.prefix { $0 == "-" || $0 == "+" || $0.isNumber }
    guard let amount = Int(digits), let unit = TimeUnit(rawValue: String(text[digits.endIndex...])) else { return nil }
    return (amount, unit)
  }
}
