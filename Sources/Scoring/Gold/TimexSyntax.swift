/// The form of a TIMEX3 value, after TimeML 1.2.1 and ISO 8601: points, intervals of points, durations.
enum TimexSyntax {
  static func isValue(_ value: String) -> Bool {
    let sides = value.split(separator: "/", omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return isPoint(sides[0]) || isDuration(sides[0])
    case 2:
      if sides.allSatisfy(isDuration) { return true }
      let bounded = sides.filter { !$0.isEmpty && $0 != ".." }
      return !bounded.isEmpty && bounded.allSatisfy(isPoint)
    default: return false
    }
  }

  private static func isPoint(_ text: Substring) -> Bool {
    let text = text.hasPrefix("BC") ? text.dropFirst(2) : text
    var day = text
    var clock: Substring?
    if let mark = text.firstIndex(of: "T") {
      day = text[..<mark]
      clock = text[text.index(after: mark)...]
    }
    if let clock, !isClock(clock) { return false }
    if day.isEmpty { return clock != nil }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard isDigits(parts[0], 2...4, orX: true) else { return false }
    // Centuries and decades stand alone.
    if parts[0].utf8.count < 4 { return parts.count == 1 && clock == nil }
    switch parts.count {
    case 1: return clock == nil
    case 2: return isPeriod(parts[1]) || isWeek(parts[1]) || inRange(parts[1], 1...12)
    case 3:
      if isWeek(parts[1]) { return parts[2] == "WE" || isDigits(parts[2], 1...1, orX: true) }
      guard inRange(parts[1], 1...12) else { return false }
      return inRange(parts[2], 1...daysIn(month: Int(parts[1]), year: Int(parts[0])))
    default: return false
    }
  }

  private static func isPeriod(_ text: Substring) -> Bool {
    ["Q1", "Q2", "Q3", "Q4", "QX", "H1", "H2", "HX", "SP", "SU", "FA", "WI"].contains(text)
  }

  private static func isWeek(_ text: Substring) -> Bool {
    text.hasPrefix("W") && inRange(text.dropFirst(), 1...53)
  }

  private static func isClock(_ text: Substring) -> Bool {
    if ["MO", "MI", "AF", "EV", "NI", "DT"].contains(text) { return true }
    var body = text
    if body.hasSuffix("Z") {
      body = body.dropLast()
    } else if let sign = body.firstIndex(where: { $0 == "+" || $0 == "-" }) {
      guard isHours(body[body.index(after: sign)...], limit: 14) else { return false }
      body = body[..<sign]
    }
    return isHours(body, limit: 24)
  }

  private static func isHours(_ text: Substring, limit: Int) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), inRange(parts[0], 0...limit) else { return false }
    return parts.dropFirst().allSatisfy { inRange($0, 0...59) }
  }

  private static func isDuration(_ text: Substring) -> Bool {
    guard text.hasPrefix("P") else { return false }
    let halves = text.dropFirst().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard areAmounts(halves[0], units: ["Y", "M", "W", "D", "Q", "DE", "CE", "WE"]) else { return false }
    if halves.count == 1 { return !halves[0].isEmpty }
    if ["MO", "MI", "AF", "EV", "NI"].contains(halves[1].drop { $0.isNumber }) { return true }
    return !halves[1].isEmpty && areAmounts(halves[1], units: ["H", "M", "S"])
  }

  private static func areAmounts(_ text: Substring, units: [String]) -> Bool {
    var rest = text
    while !rest.isEmpty {
      let amount = rest.prefix { $0.isNumber || $0 == "." || $0 == "X" }
      rest = rest.dropFirst(amount.count)
      let unit = rest.prefix { $0.isLetter && $0 != "X" }
      rest = rest.dropFirst(unit.count)
      if amount.isEmpty || !units.contains(String(unit)) { return false }
    }
    return true
  }

  private static func inRange(_ text: Substring, _ range: ClosedRange<Int>) -> Bool {
    if text == "XX" { return true }
    guard isDigits(text, 2...2, orX: false), let number = Int(text) else { return false }
    return range.contains(number)
  }

  private static func isDigits(_ text: Substring, _ count: ClosedRange<Int>, orX: Bool) -> Bool {
    count.contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (orX && $0 == UInt8(ascii: "X")) }
  }

  private static func daysIn(month: Int?, year: Int?) -> Int {
    switch month {
    case 2:
      guard let year else { return 29 }
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
