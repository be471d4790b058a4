/// Finds the year of a day, month, quarter, half or season that is written without one.
struct YearFinder {
  let context: DateContext

  init(_ context: DateContext) { self.context = context }

  /// The year and where it comes from; nil where nothing settles it.
  func year(of fields: DateFields) -> (Int, DateBasis)? {
    guard
      fields.month != nil || fields.quarter != nil || fields.half != nil || fields.season != nil || fields.week != nil
    else { return nil }
    if let direction = fields.direction, let month = fields.month, let reference = context.reference?.date {
      // The next or last such month or day.
      let given = (month, fields.day ?? reference.day)
      let isLater = given > (reference.month, reference.day)
      let isEarlier = given < (reference.month, reference.day)
      let year = reference.year + (direction > 0 ? (isLater ? 0 : 1) : direction < 0 ? (isEarlier ? 0 : -1) : 0)
      return (year, context.referenceBasis)
    }
    if let month = fields.month, let day = fields.day,
      let year = context.fullDates[DateContext.key(month: month, day: day)]
    {
      return (year, .document)
    }
    // Quarters are compared with those of the same year.
    if let year = context.sentenceYear, !isNews(fields, ahead: fields.month == nil ? 0 : 60) {
      return (year, .paragraph)
    }
    if let year = context.paragraphYear, !(context.inheritsReference && context.reference != nil) {
      return (year, .paragraph)
    }
    if let year = context.partYear { return (year, .part) }
    guard let reference = context.reference?.date else { return context.documentYear.map { ($0, .document) } }
    guard context.inheritsReference else {
      // Articles that are recommended are recent.
      return isNear(fields, within: -62...(context.tense == 1 ? 183 : 31))
        ? (reference.year, context.referenceBasis) : nil
    }
    return (year(of: fields, near: reference), context.referenceBasis)
  }

  /// Whether news would speak of a date of the reference's year rather than of one of a year that stands beside it.
  ///
  /// It speaks of the ten months before it, of some days ahead, and of all that is said to come.
  private func isNews(_ fields: DateFields, ahead days: Int) -> Bool {
    context.inheritsReference && isNear(fields, within: -300...(context.tense == 1 ? 300 : days))
  }

  /// Whether the reference's year puts a day within some days from it.
  private func isNear(_ fields: DateFields, within days: ClosedRange<Int>) -> Bool {
    guard let reference = context.reference?.date, let month = Self.month(of: fields),
      let day = day(fields, month, reference.year)
    else { return false }
    return days.contains(day.daysSince1970 - reference.daysSince1970)
  }

  /// The month of a date, or the middle one of a quarter or half.
  private static func month(of fields: DateFields) -> Int? {
    fields.month ?? fields.quarter.map { 3 * $0 - 1 } ?? fields.half.map { 6 * $0 - 3 }
  }

  /// The reference's year, or that beside it where the weekday or the turn of the year says so.
  private func year(of fields: DateFields, near reference: CivilDate) -> Int {
    if context.isNarrative {
      if let year = fittingYear(fields, [reference.year]) ?? context.origin.flatMap({ newsYear(fields, near: $0) }) {
        return year
      }
      // February behind December is that of the next year.
      return fields.month.map { $0 + 6 < reference.month } == true ? reference.year + 1 : reference.year
    }
    guard let month = Self.month(of: fields), let day = day(fields, month, reference.year) else {
      return reference.year
    }
    if let weekday = fields.weekday, fields.day != nil, day.weekday != weekday {
      if let year = newsYear(fields, near: reference) { return year }
    }
    let distance = day.daysSince1970 - reference.daysSince1970
    // What happened is not more than half a year ahead, and what will not as much behind; in December the January that
    // nothing calls past is the next.
    // Of quarters and halves the last is meant rather than the next.
    let (past, open) = fields.month == nil ? (45, 220) : (183, 270)
    if distance > (context.tense == -1 ? past : open), context.tense != 1 { return reference.year - 1 }
    if distance < (context.tense == 1 ? -183 : -300), context.tense != -1 { return reference.year + 1 }
    return reference.year
  }

  /// The year of a date and those beside it, nearest first, in which a day falls on its weekday; nil where none does.
  private func newsYear(_ fields: DateFields, near date: CivilDate) -> Int? {
    let years = [date.year, date.year - 1, date.year + 1]
    return fittingYear(
      fields,
      years.sorted { distance(fields, $0, date) < distance(fields, $1, date) })
  }

  private func distance(_ fields: DateFields, _ year: Int, _ date: CivilDate) -> Int {
    let day = fields.month.flatMap { self.day(fields, $0, year) }
    return day.map { abs($0.daysSince1970 - date.daysSince1970) } ?? Int.max
  }

  /// The first of some years in which a day with its month falls on its weekday; nil where none does, or one is not named.
  private func fittingYear(_ fields: DateFields, _ years: [Int]) -> Int? {
    guard let weekday = fields.weekday, let month = fields.month, let day = fields.day else { return nil }
    return years.first { CivilDate($0, month, day)?.weekday == weekday }
  }

  private func day(_ fields: DateFields, _ month: Int, _ year: Int) -> CivilDate? {
    CivilDate(year, month, min(fields.day ?? 15, CivilDate.days(in: month, of: year)))
  }
}
