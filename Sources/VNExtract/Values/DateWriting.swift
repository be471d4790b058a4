/// How TIMEX3 values are written (ISO 8601 with the extensions of TimeML).
enum DateWriting {
  /// An ISO 8601 duration of several units, days before the `T` and the time of day after it.
  static func period(_ lengths: [Length]) -> String {
    let parts = lengths.map { period($0.amount, $0.unit) }
    let days = parts.filter { !$0.hasPrefix("PT") }.map { $0.dropFirst() }.joined()
    let time = parts.filter { $0.hasPrefix("PT") }.map { $0.dropFirst(2) }.joined()
    return "P" + days + (time.isEmpty ? "" : "T" + time)
  }

  /// An ISO 8601 duration.
  static func period(_ amount: ExactDecimal, _ unit: TimeUnit) -> String {
    switch unit {
    case .second: "PT\(amount)S"
    case .minute: "PT\(amount)M"
    case .hour: "PT\(amount)H"
    case .day, .night: "P\(amount)D"
    case .weekend: "P\(amount)WE"
    case .week: "P\(amount)W"
    case .month: "P\(amount)M"
    case .quarter: "P\(amount)Q"
    case .half: "P\(amount.multiplied(by: ExactDecimal(6)) ?? amount)M"
    case .season: "P\(amount.multiplied(by: ExactDecimal(3)) ?? amount)M"
    case .year: "P\(amount)Y"
    case .decade: "P\(amount.multiplied(by: ExactDecimal(10)) ?? amount)Y"
    case .century: "P\(amount.multiplied(by: ExactDecimal(100)) ?? amount)Y"
    case .millennium: "P\(amount.multiplied(by: ExactDecimal(1000)) ?? amount)Y"
    }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// A year of four digits; `BC0490` before the year 1, as in TimeML.
  static func year(_ year: Int) -> String {
    year > 0 ? CalendarPlace.padded(year) : "BC" + CalendarPlace.padded(1 - year)
  }

  /// `T10:30`, `TAF` or nothing.
  static func clock(_ fields: DateFields) -> String {
    if let hour = fields.hour {
      return "T\(two(hour)):\(two(fields.minute ?? 0))" + (fields.second.map { ":" + two($0) } ?? "")
    }
    return fields.part.map { "T" + $0 } ?? ""
  }
}
