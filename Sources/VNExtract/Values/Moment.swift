/// A second of local time, proleptic Gregorian.
struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00 on the local clock.
  var seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  /// A second of a day.
  init(_ date: CivilDate, second: Int = 0) { seconds = date.daysSince1970 * 86_400 + second }

  /// What is known of a reference; midnight where only the day is.
  init(_ reference: CivilDateTime) {
    self.init(reference.date, second: (reference.minutes ?? 0) * 60 + reference.seconds)
  }

  /// The day it lies on.
  var date: CivilDate {
    CivilDate(daysSince1970: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }

  /// Seconds since midnight.
  var secondOfDay: Int { ((seconds % 86_400) + 86_400) % 86_400 }

  /// `YYYY-MM-DDThh:mm`, with seconds where there are any.
  var text: String { CalendarPlace.day(date) + "T" + clock }

  /// `hh:mm`, with seconds where there are any.
  var clock: String {
    let (minute, second) = (secondOfDay / 60, secondOfDay % 60)
    return "\(DateWriting.two(minute / 60)):\(DateWriting.two(minute % 60))"
      + (second > 0 ? ":" + DateWriting.two(second) : "")
  }

  /// The moment so many units away; nil beyond the years -9999 to 9999.
  func adding(_ amount: Int, _ unit: TimeUnit) -> Moment? {
    // A bound that keeps every product below exact: ten thousand years in seconds are far less.
    guard abs(amount) < 400_000_000_000 else { return nil }
    let moved: Moment
    switch unit {
    case .second: moved = Moment(seconds: seconds + amount)
    case .minute: moved = Moment(seconds: seconds + amount * 60)
    case .hour: moved = Moment(seconds: seconds + amount * 3600)
    case .day, .night: moved = Moment(seconds: seconds + amount * 86_400)
    case .week, .weekend: moved = Moment(seconds: seconds + amount * 604_800)
    default:
      guard let months = unit.months, abs(amount) < 240_000 else { return nil }
      moved = Moment(date.adding(months: amount * months), second: secondOfDay)
    }
    return (-9999...9999).contains(moved.date.year) ? moved : nil
  }

  /// The moment where the unit that holds this one begins.
  func beginning(of unit: TimeUnit) -> Moment {
    let day = date
    switch unit {
    case .second: return self
    case .minute: return Moment(seconds: seconds - secondOfDay % 60)
    case .hour: return Moment(seconds: seconds - secondOfDay % 3600)
    case .day, .night: return Moment(day)
    case .week, .weekend: return Moment(day.adding(days: 1 - day.weekday))
    default:
      let months = unit.months ?? 1
      let count = day.year * 12 + day.month - 1
      let first = ((count % months) + months) % months
      var start = day.adding(months: -first)
      start.day = 1
      return Moment(start)
    }
  }

  static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}

extension TimeUnit {
  /// How many months it has; nil for units that are no multiples of one.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter, .season: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    case .millennium: 12_000
    case .second, .minute, .hour, .day, .night, .week, .weekend: nil
    }
  }
}
