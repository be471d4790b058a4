extension Value {
  /// A point, span or recurrence on the calendar or clock.
  public struct Date: Hashable, Sendable {
    /// The types of TIMEX3 (ISO 24617-1).
    public enum Kind: String, CaseIterable, Sendable {
      /// A day or a longer stretch of the calendar.
      case date = "DATE"
      /// A time of day.
      case time = "TIME"
      /// A length of time.
      case duration = "DURATION"
      /// A recurrence.
      case set = "SET"
    }

    /// What sort of date it is.
    public var kind: Kind
    /// The TIMEX3 value.
    public var value: String
    /// What is said beside it.
    public var modifier: Modifier?
    /// Where it begins, a local date-time; nil where it is open or cannot be computed.
    public var start: CivilDateTime?
    /// The first moment behind it; nil where it is open or cannot be computed.
    public var end: CivilDateTime?
    /// Where the parts that the text leaves open were taken from.
    public var basis: DateBasis?
  }
}
