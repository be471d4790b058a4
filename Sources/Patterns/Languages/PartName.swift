/// A named part of a match, as meanings understand it.
public enum PartName: String, CaseIterable, Sendable {
  case person, title, organization, status, head, name
  case from, to, base
  case value, sign, ordinal, roman, scale, of, per, perunit, currency, part, partunit, half, mod, count, unit, direction
  case day, month, year, weekday, week, quarter, season, decade, century, cycle, calendar, leap, era, feast, nth, last
  case left, right, hour, minute, second, clock, meridiem, zone, deictic, same, vague
  /// A name that no meaning understands.
  case other

  /// The part that a name in a rule stands for, and its number: 2 for the second of its kind, `year2`, else 1.
  static func read(_ text: String) -> (name: PartName, number: UInt8) {
    if let name = PartName(rawValue: text) { return (name, 1) }
    guard let last = text.utf8.last, (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(last),
      let name = PartName(rawValue: String(text.dropLast()))
    else { return (.other, 1) }
    return (name, last - UInt8(ascii: "0"))
  }
}
