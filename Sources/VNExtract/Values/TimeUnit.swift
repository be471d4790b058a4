/// A unit of the calendar or clock.
public enum TimeUnit: String, Sendable, CaseIterable, Comparable {
  /// A second.
  case second = "S"
  /// A minute.
  case minute = "MIN"
  /// An hour.
  case hour = "H"
  /// A day.
  case day = "D"
  /// A week.
  case week = "W"
  /// Saturday and Sunday.
  case weekend = "WEEKEND"
  /// A night.
  case night = "NIGHT"
  /// A month.
  case month = "M"
  /// A quarter of a year.
  case quarter = "Q"
  /// Half a year.
  case half = "HALF"
  /// A season.
  case season = "SEASON"
  /// A year.
  case year = "Y"
  /// Ten years.
  case decade = "DECADE"
  /// A hundred years.
  case century = "CENTURY"
  /// A thousand years.
  case millennium = "MILLENNIUM"

  /// The shorter unit is the smaller.
  public static func < (left: TimeUnit, right: TimeUnit) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether it is a unit of the clock, not of the calendar.
  var isOfClock: Bool { self == .second || self == .minute || self == .hour }
}
