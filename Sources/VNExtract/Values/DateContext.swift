/// Where the missing part of a date was taken from.
public enum DateBasis: String, Sendable, CaseIterable {
  /// The same day and month, written with a year elsewhere in the document.
  case document
  /// Another date of the same paragraph.
  case paragraph
  /// The part of the document: what follows a heading of related articles.
  case part
  /// The date last spoken of.
  case day
  /// The reference date that was given.
  case reference
  /// The reference date that the document's own dateline gives.
  case dateline
}

/// What is known about time where an expression stands.
struct DateContext {
  /// The reference date, where known.
  var reference: CivilDateTime?
  /// The document's own date, where known: that of a history stays while its reference goes on.
  var origin: CivilDate?
  /// The year of the full dates of a document without a date: that of all of them, or of the last one before.
  var documentYear: Int?
  /// Whether the reference was found in the document's dateline.
  var isDateline = false
  /// Whether the reference is only the day that an undated document speaks of first: years and weekdays are found by it, but
  /// 'today' need not be it.
  var isSpoken = false
  /// The year of the same day and month written in full elsewhere.
  var fullDates: [Int: Int] = [:]
  /// An explicit year in the same sentence.
  var sentenceYear: Int?
  /// An explicit year in the same paragraph.
  var paragraphYear: Int?
  /// The year of the part of the document, where it does not share the document's date.
  var partYear: Int?
  /// Whether the part shares the document's date.
  var inheritsReference = true
  /// Whether the document is a history, whose undated days follow the date last spoken of, which is then the reference.
  var isNarrative = false
  /// The day last spoken of, as far as it can be meant here.
  var lastDay: CivilDate?
  /// Whether hours from one to another are those of no particular day.
  var isRecurring = false
  /// The Monday of the week that stands as a heading over weekdays.
  var headingWeek: CivilDate?
  /// Where the date last spoken of in the paragraph begins.
  var lastDate: CivilDate?
  /// Where the words around it put what happens: -1 before the reference, +1 after it.
  var tense: Int?
  /// Whether day and month, where only the language settles their order, stand the other way round in this document.
  var isOrderSwapped = false

  /// The key of `fullDates`.
  static func key(month: Int, day: Int) -> Int { month * 100 + day }

  /// The reference where it is the document's own date.
  var now: CivilDateTime? { isSpoken ? nil : reference }

  /// What the reference is called in answers.
  var referenceBasis: DateBasis { isNarrative ? .day : isDateline ? .dateline : isSpoken ? .document : .reference }
}

/// A TIMEX3 value with its type, modifier and interval.
struct DateValue: Hashable, Sendable {
  var timex: String
  var value: String
  var mod: String?
  var interval: DateInterval?
  /// Where what the expression leaves open was taken from.
  var basis: DateBasis?
}

/// A place on the calendar and where its missing parts were taken from.
struct Placed: Hashable, Sendable {
  var place: CalendarPlace
  var basis: DateBasis?

  init(_ place: CalendarPlace, _ basis: DateBasis? = nil) {
    self.place = place
    self.basis = basis
  }
}
