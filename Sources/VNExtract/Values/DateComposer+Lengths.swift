import Lexicon
import Patterns
import UnicodeText

extension DateComposer {
  /// A duration, or a point that lies so far from now or from another date.
  func length(
    _ meaning: Meaning, _ captures: Captures, _ constants: RuleConstants, _ base: DateExpression?
  ) -> DateExpression? {
    guard var first = length(captures, 1, constants) else { return nil }
    if let half = captures[.half] {
      let more = line.feature(.value, half, sense: "fraction").flatMap(Self.fraction) ?? .half
      guard let sum = first.amount.adding(more) else { return nil }
      first.amount = sum
    }
    let mod = line.feature(.mod, captures[.mod]) ?? constants["mod"]
    let direction = (word(captures[.direction], sense: "direction") ?? constants["direction"]).flatMap { Int($0) }
    if captures[.count, 2] != nil, captures[.unit, 2] == nil {
      guard let amount = captures[.count, 2].flatMap({ line.decimal($0.range) }) else { return nil }
      return .lengths(first, Length(amount: amount, unit: first.unit), mod: mod)
    }
    // Half an hour is thirty minutes; 0.5 hours are as written.
    var lengths = isWritten(captures[.count]) ? [first] : first.inWholeUnits
    for number: UInt8 in 2...4 where captures[.unit, number] != nil {
      guard let more = length(captures, number, [:]), let last = lengths.last?.unit else { return nil }
      if number == 2, more.unit > last || constants["range"] != nil { return .lengths(first, more, mod: mod) }
      // 'seven years and four years' are two lengths.
      guard more.unit < last else { return nil }
      lengths.append(more)
    }
    switch meaning {
    case .back: return .away(lengths, direction: direction ?? -1, mod: mod)
    case .shift: return base.map { .shifted($0, lengths, direction: direction ?? 1) }
    default:
      let distance = constants["distance"].flatMap { Int($0) }
      let anchor =
        distance.map { LengthAnchor.distance($0 * (direction ?? 1)) } ?? direction.map { LengthAnchor.whole($0) }
      return .duration(lengths, mod: mod, anchor: anchor)
    }
  }

  /// Whether a count is written with a decimal mark.
  private func isWritten(_ count: Capture?) -> Bool {
    count.map { $0.range.contains { line.types.kind(of: line.tokens.types[$0]) == .punctuation } } ?? false
  }

  private func length(_ captures: Captures, _ number: UInt8, _ constants: RuleConstants) -> Length? {
    let unit = captures[.unit, number]
    guard let code = line.feature(.code, unit, sense: "time-unit") ?? line.feature(.code, unit) ?? constants["unit"],
      let timeUnit = TimeUnit(rawValue: code)
    else { return nil }
    if let count = captures[.count, number] {
      if let parts = captures[.of, number].flatMap({ line.integer($0.range) }), let share = line.integer(count.range) {
        return Self.fraction("\(share)/\(parts)").map { Length(amount: $0, unit: timeUnit) }
      }
      let amount = line.decimal(count.range) ?? line.feature(.value, count).flatMap(Self.fraction)
      return amount.map { Length(amount: $0, unit: timeUnit) }
    }
    // Dual forms bring their own number.
    let amount = (constants["count"] ?? line.feature(.value, unit)).flatMap { ExactDecimal($0) }
    return Length(amount: amount ?? ExactDecimal(1), unit: timeUnit)
  }

  /// The exact decimal of `k/n`; nil where there is none of few digits.
  private static func fraction(_ text: String) -> ExactDecimal? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[0] >= 0, parts[1] > 0, parts[0] <= 1000 else { return nil }
    let thousandths = parts[0] * 1000
    guard thousandths % parts[1] == 0 else { return nil }
    let whole = thousandths / parts[1]
    let digits = String(whole % 1000)
    return ExactDecimal("\(whole / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits)
  }

  /// A recurrence: its unit, or the weekday, day or month that comes again, with the time of day.
  func recurrence(_ captures: Captures, _ constants: RuleConstants) -> DateExpression? {
    func number(_ name: PartName, _ bounds: ClosedRange<Int>) -> Int? {
      captures[name].flatMap { line.integer($0.range) }.flatMap { bounds.contains($0) ? $0 : nil }
    }
    let two = DateWriting.two
    let time = captures[.part] != nil || captures[.hour] != nil ? clock(captures) : ""
    if let weekday = number(.weekday, 1...7) { return .set(code: "XXXX-WXX-\(weekday)" + time) }
    if let month = number(.month, 1...12) {
      return .set(code: "XXXX-\(two(month))" + (number(.day, 1...31).map { "-" + two($0) } ?? "") + time)
    }
    if let day = number(.day, 1...31) { return .set(code: "XXXX-XX-\(two(day))" + time) }
    if let period = line.feature(.value, captures[.unit], sense: "recurrence"), period.hasPrefix("P") {
      let code = line.feature(.code, captures[.unit], sense: "recurrence") ?? ""
      return .set(code: period == "P1D" && code.hasPrefix("T") ? "XXXX-XX-XX" + code : period)
    }
    guard let unit = line.feature(.code, captures[.unit]).flatMap(TimeUnit.init(rawValue:)) else {
      return time.isEmpty ? nil : .set(code: "XXXX-XX-XX" + time)
    }
    if !time.isEmpty, unit == .day { return .set(code: "XXXX-XX-XX" + time) }
    // Dual forms bring their own number.
    let written =
      captures[.count].flatMap { line.decimal($0.range) }
      ?? line.feature(.value, captures[.unit], sense: "time-unit").flatMap { ExactDecimal($0) }
    let count = written ?? ExactDecimal(1)
    return .set(code: DateWriting.period(count, unit))
  }

  private func clock(_ captures: Captures) -> String {
    let part = line.feature(.code, captures[.part], sense: "part-of-day").map(Self.part)
    var fields = DateFields()
    fields.part = part
    if var hour = captures[.hour].flatMap({ line.integer($0.range) }), (0...24).contains(hour) {
      let isLate = part.map { ["AF", "EV"].contains($0) } ?? (line.feature(.code, captures[.meridiem]) == "PM")
      if isLate, hour < 12 { hour += 12 }
      fields.hour = hour
      fields.minute = captures[.minute].flatMap { line.integer($0.range) }
    }
    return DateWriting.clock(fields)
  }
}

extension Length {
  /// Hours and minutes where it is hours and a half or a quarter, months where it is half a year; else the length itself.
  fileprivate var inWholeUnits: [Length] {
    let smaller: (Int, TimeUnit)? =
      unit == .hour ? (60, .minute) : unit == .year && amount == .half ? (12, .month) : nil
    guard amount.integer == nil, let (factor, part) = smaller,
      let count = amount.multiplied(by: ExactDecimal(factor))?.integer
    else { return [self] }
    let parts = [
      Length(amount: ExactDecimal(count / factor), unit: unit),
      Length(amount: ExactDecimal(count % factor), unit: part),
    ]
    return count < factor ? [parts[1]] : parts
  }
}
