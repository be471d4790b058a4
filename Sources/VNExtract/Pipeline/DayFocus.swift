/// The days that a document speaks of: which of them a time of the clock alone and 'the same day' mean.
///
/// What happens, happens on the day last named in the line, else, for a time of the clock, on the last day that was named
/// with one. Days on which something only ends or somebody only speaks are not what the next sentence is about.
struct DayFocus {
  /// How far from the reference a day lies on which news happens; how far one to which a later line goes back, named with a
  /// time and without; in days.
  private static let (near, back, recent) = (92, 31, 7)

  private struct Event {
    var day: CivilDate
    /// The hour that stands with it.
    var hour: Int?
    var sentence: Int?
  }

  /// The document's own day, where known.
  private let reference: CivilDate?
  private let isNarrative: Bool
  /// The last day of the line; one that lies far from the reference holds for its sentence only.
  private var inLine: Event?
  /// The last day with a time.
  private var timed: Event?
  /// The last day on or before the reference, and any other.
  private var (past, other): (CivilDate?, CivilDate?)
  /// The day that stands above what follows, as in a schedule.
  private var heading: CivilDate?

  init(reference: CivilDate?, isNarrative: Bool) {
    self.reference = reference
    self.isNarrative = isNarrative
  }

  /// Begins a line; an entry of a schedule stays under the day above it, as do short lines.
  mutating func beginLine(isShort: Bool) {
    inLine = nil
    if !isShort { heading = nil }
  }

  /// Begins an entry of a schedule or of a live report: its time is of the day above it, else of the document's own.
  mutating func beginEntry() { (inLine, timed, past, other) = (nil, nil, nil, nil) }

  /// The day that 'the same day' means and that is counted from; nil where the document's own is meant.
  func spoken(inSentence sentence: Int) -> CivilDate? { event(sentence)?.day ?? heading ?? past ?? other }

  /// Whether the line speaks of a day, or stands under one.
  func isOnDay(inSentence sentence: Int) -> Bool { event(sentence) != nil || heading != nil }

  /// The day of a time of the clock; nil where the document's own is meant.
  ///
  /// Behind an evening the hours after midnight are those of the next day.
  func day(ofHour hour: Int?, inSentence sentence: Int) -> CivilDate? {
    if let event = event(sentence) { return day(of: event, atHour: hour, before: 6) }
    if let heading { return heading }
    if let timed { return day(of: timed, atHour: hour, before: 5) }
    guard let reference else { return past ?? other }
    return past.flatMap { reference.daysSince1970 - $0.daysSince1970 <= Self.recent ? $0 : nil }
  }

  /// The day of an hour, or the one behind it where the event was in the evening and the hour is of the night.
  private func day(of event: Event, atHour hour: Int?, before morning: Int) -> CivilDate {
    guard let hour, hour < morning, let evening = event.hour, evening >= 18 else { return event.day }
    let next = event.day.adding(days: 1)
    let isKnown = reference.map {
      event.day.daysSince1970 >= $0.daysSince1970 || next.daysSince1970 <= $0.daysSince1970
    }
    return isKnown ?? true ? next : event.day
  }

  private func event(_ sentence: Int) -> Event? {
    inLine.flatMap { $0.sentence == nil || $0.sentence == sentence ? $0 : nil }
  }

  /// Notes a day on which something happens; `hour` is that of the time that stands with it.
  mutating func note(_ day: CivilDate, hour: Int?, inSentence sentence: Int, isSaid: Bool, isHeading: Bool) {
    let distance = isNarrative ? 0 : reference.map { day.daysSince1970 - $0.daysSince1970 } ?? 0
    guard abs(distance) <= Self.near else {
      inLine = Event(day: day, hour: hour, sentence: sentence)
      return
    }
    if isHeading { heading = day }
    guard !isSaid else {
      other = day
      return
    }
    inLine = Event(day: day, hour: hour)
    if hour != nil, abs(distance) <= Self.back { timed = inLine }
    if distance <= 0 { past = day } else { other = day }
  }
}
