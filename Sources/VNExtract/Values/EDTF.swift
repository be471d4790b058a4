extension Mention {
  /// A DATE in the Extended Date/Time Format (ISO 8601-2, level 2); nil for lengths, recurrences and what it cannot say.
  ///
  /// Weeks, parts of the day and recurrences have no form of their own there: a week is the interval of its days, a part
  /// of the day its day.
  public var edtf: String? {
    guard type == .date, timex == "DATE" || timex == "TIME", let value else { return nil }
    let sides = value.split(separator: "/", omittingEmptySubsequences: false).map { EDTF.side(String($0)) }
    guard let first = sides.first.flatMap({ $0 }) else { return nil }
    if sides.count == 2 { return sides[1].map { first + "/" + $0 } }
    switch mod {
    case "APPROX": return first.contains("/") ? first : first + "~"
    case "BEFORE", "ON_OR_BEFORE", "LESS_THAN": return first.contains("/") ? nil : "../" + first
    case "AFTER", "ON_OR_AFTER", "MORE_THAN": return first.contains("/") ? nil : first + "/.."
    default: return first
    }
  }
}

/// Rewrites points of TIMEX3 in the Extended Date/Time Format.
enum EDTF {
  /// Seasons, quarters and halves of the year have numbers from 21 on.
  private static let parts = [
    "SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41,
  ]

  /// One point; nil where the format has no way to write it.
  static func side(_ value: String) -> String? {
    var date = value
    var clock = ""
    if let mark = value.firstIndex(of: "T") {
      date = String(value[..<mark])
      let time = String(value[mark...])
      if time.contains(":") { clock = time.utf8.count == 6 ? time + ":00" : time }
    }
    guard !date.isEmpty, !date.hasSuffix("REF") else { return nil }
    if date.hasPrefix("BC") {
      // 1 BC is the year 0.
      let rest = date.dropFirst(2)
      guard rest.prefix(4).utf8.count == 4, let year = Int(rest.prefix(4)) else { return nil }
      return "-" + CalendarPlace.padded(year - 1) + rest.dropFirst(4) + clock
    }
    if date.allSatisfy({ $0.isNumber }), date.utf8.count < 4 {
      return date + String(repeating: "X", count: 4 - date.utf8.count)
    }
    let fields = date.split(separator: "-")
    if fields.count >= 2, fields[1].hasPrefix("W") {
      guard let year = Int(fields[0]), let week = Int(fields[1].dropFirst()),
        let monday = CivilDate.monday(ofWeek: week, year: year)
      else { return nil }
      let first = fields.count == 3 ? monday.adding(days: 5) : monday
      return CalendarPlace.day(first) + "/" + CalendarPlace.day(monday.adding(days: 6))
    }
    if fields.count == 2, let part = parts[String(fields[1])] { return "\(fields[0])-\(part)" }
    guard fields.allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == "X" } }) else { return nil }
    return date + clock
  }
}
