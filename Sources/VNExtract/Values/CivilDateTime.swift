/// A local date and, where known, time of day.
public struct CivilDateTime: Hashable, Sendable {
  /// The day.
  public var date: CivilDate
  /// Minutes since midnight; nil where only the day is known.
  public var minutes: Int?

  /// Seconds of that minute.
  public var seconds = 0

  /// Creates a date-time.
  public init(date: CivilDate, minutes: Int? = nil) {
    self.date = date
    self.minutes = minutes
  }

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss]`, with a minus before years before 1 BC; nil for anything else.
  public init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let bytes = Array(text.utf8.dropFirst(isNegative ? 1 : 0))
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let date = CivilDate(isNegative ? -year : year, month, day)
    else { return nil }
    self.date = date
    if bytes.count == 10 { return }
    guard bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, let hour = number(11..<13),
      let minute = number(14..<16), hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
    if bytes.count >= 19, bytes[16] == 0x3A, let second = number(17..<19), second < 60 { seconds = second }
  }
}

/// A half-open stretch of local time.
public struct DateInterval: Hashable, Sendable {
  /// Where it begins, `YYYY-MM-DDThh:mm[:ss]`; nil where it has no beginning.
  public var start: String?
  /// Where it ends; nil where it has no end.
  public var end: String?
}
