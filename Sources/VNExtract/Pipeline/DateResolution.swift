import Lexicon
import Patterns
import UnicodeText

/// The values of all DATE drafts that won, in the light of the whole document.
struct DateResolution {
  /// The most tokens of a line in a schedule, and the lines in which a document says what it is about and in
  /// which its title stands.
  private static let (longestEntry, longestLead, titleLines) = (25, 8, 2)

  private var values: [Key: DateValue] = [:]

  private struct Key: Hashable {
    var line: Int
    var draft: Int
  }

  /// The value of a draft of a line; nil where it denotes nothing.
  subscript(line: Int, draft: Int) -> DateValue? { values[Key(line: line, draft: draft)] }

  /// Resolves the dates of all lines, which are taken part by part: an article, then what follows each heading of related
  /// articles.
  init(_ lines: [Line], _ view: DocumentView, reference: CivilDateTime?) {
    let starts = [0] + lines.indices.filter { Self.isRelatedHeading(lines[$0], view) } + [lines.count]
    let full = Self.fullDates(lines)
    let dateline = reference == nil ? Dateline(lines, view).date : nil
    let isSwapped = OrderFinder(lines, reference: (reference ?? dateline)?.date).isSwapped
    let given = reference ?? dateline
    let years = given == nil ? Self.documentYears(full, lines) : []
    let isNarrative = Self.isNarrative(lines, given)
    let spoken = given == nil ? Self.firstDay(lines).map { CivilDateTime(date: $0) } : nil
    for (number, part) in zip(starts, starts.dropFirst()).map({ $0..<$1 }).enumerated() {
      var context = DateContext(reference: given ?? spoken, fullDates: full)
      context.isDateline = dateline != nil
      context.isSpoken = spoken != nil
      context.isOrderSwapped = isSwapped
      context.isNarrative = isNarrative && number == 0
      context.origin = given?.date
      context.documentYear = years.count == 1 ? years.first : nil
      if number > 0 {
        context.inheritsReference = false
        context.partYear = lines[part].flatMap { Self.openingYears($0) }.max()
      }
      var focus = DayFocus(reference: given?.date, isNarrative: context.isNarrative)
      for line in part { resolve(lines[line], number: line, isAlone: lines.count == 1, view, years, &context, &focus) }
    }
  }

  private mutating func resolve(
    _ line: Line, number: Int, isAlone: Bool, _ view: DocumentView, _ years: Set<Int>, _ context: inout DateContext,
    _ focus: inout DayFocus
  ) {
    let written = LineYears(line, view.tokens)
    if !context.isNarrative { context.lastDate = nil }
    let tenses = TenseFinder(line, view, isAlone: isAlone)
    let isDayLine = Self.isDayLine(line)
    let isUnderWeek = context.headingWeek
    context.headingWeek = nil
    let entry = Self.entry(line, view)
    let customs = Self.customs(line, written)
    focus.beginLine(isShort: line.range.count <= Self.longestEntry || entry != nil)
    for (position, index) in line.chosen.enumerated() {
      guard var expression = line.drafts[index].date else { continue }
      let range = line.drafts[index].range
      let isUndirected = expression.fields.contains(where: \.isUndirected)
      let lead = DateLead(line, view, before: range.lowerBound)
      context.tense = isUndirected ? tenses.tense(at: index) : nil
      if isUndirected, lead.isDeadline, context.tense == nil || !expression.isWeekdayAlone { context.tense = 1 }
      let place = written[index]
      (context.sentenceYear, context.paragraphYear) =
        context.isNarrative ? (nil, nil) : (place.inSentence, place.inLine)
      if index == entry { focus.beginEntry() }
      if let week = isUnderWeek, range.lowerBound == line.range.lowerBound, expression.isWeekdayAlone,
        let weekday = expression.fields.first?.weekday
      {
        (expression, context.headingWeek) = (expression.set(to: week.adding(days: weekday - 1)) ?? expression, week)
      }
      let isHours = expression.isTimeAlone && expression.fields.count == 2 && index != entry && !isAlone
      context.isRecurring =
        isHours && (customs.contains(place.sentence) || !focus.isOnDay(inSentence: place.sentence))
      context.lastDay =
        context.isRecurring
        ? nil
        : expression.isTimeAlone
          ? focus.day(ofHour: expression.fields.first?.hour, inSentence: place.sentence)
          : focus.spoken(inSentence: place.sentence)
      if expression.isWeekdayAlone,
        let day = Self.day(behind: index, line.chosen.dropFirst(position + 1).first, in: line, context)
      {
        expression = expression.set(to: day) ?? expression
      }
      guard let value = DateResolver.resolve(expression, in: context) else { continue }
      values[Key(line: number, draft: index)] = value
      if let year = expression.fields.last(where: \.isFull)?.year, years.contains(year) {
        context.documentYear = year
      }
      let start = value.interval?.start.flatMap { CivilDateTime($0) }
      if value.timex != "DURATION", let day = start?.date { context.lastDate = day }
      if context.isNarrative, !expression.fields.isEmpty, let day = start?.date {
        // A history goes on from the date it last spoke of.
        context.reference = CivilDateTime(date: day)
      }
      if case .point(let fields) = expression, fields.offset?.unit == .week, line.range.count <= 4 {
        context.headingWeek = start?.date
      }
      // What was done by then is no deadline: 'cut off by Sunday's quake'.
      let isLimit = lead.isLimit && !(lead.isDeadline && context.tense == -1)
      if let start, !isLimit, expression.namesDay, value.isWithinDay {
        let hour = value.timex == "TIME" ? (start.minutes ?? 0) / 60 : nil
        focus.note(
          start.date, hour: hour, inSentence: place.sentence, isSaid: lead.isSaid,
          isHeading: isDayLine && index == line.chosen.first { line.drafts[$0].date != nil })
      }
    }
  }

  /// The sentences of a line that tell what happens again and again: 'open from 8:00 to 17:00, closed on Mondays'.
  private static func customs(_ line: Line, _ written: LineYears) -> Set<Int> {
    Set(line.chosen.filter { line.drafts[$0].date?.isRecurrence == true }.map { written[$0].sentence })
  }

  /// The day of the month that stands right behind a date, in brackets or behind a comma: 'Thursday (9 October)'.
  private static func day(
    behind draft: Int, _ other: Int?, in line: Line, _ context: DateContext
  ) -> CivilDate? {
    guard let next = other.map({ line.drafts[$0] }), next.range.lowerBound - line.drafts[draft].range.upperBound <= 1,
      case .point(let fields)? = next.date,
      fields.month != nil, fields.day != nil, fields.weekday == nil
    else { return nil }
    return DateResolver.resolve(.point(fields), in: context)?.interval?.start.flatMap { CivilDateTime($0) }?.date
  }

  /// The time of the clock that an entry of a live report or schedule begins with: `14:00: …`, or alone on its line.
  private static func entry(_ line: Line, _ view: DocumentView) -> Int? {
    func isSign(_ index: Int) -> Bool {
      [.punctuation, .symbol].contains(view.types.kind(of: view.tokens.types[index]))
        && view.types.key(of: view.tokens.types[index]).bytes != [0x2C]
    }
    guard let first = line.chosen.first(where: { line.drafts[$0].date != nil }),
      line.drafts[first].date?.isClockAlone == true
    else { return nil }
    let range = line.drafts[first].range
    let lead = range.lowerBound - line.range.lowerBound
    return (lead == 0 || lead <= 2 && isSign(line.range.lowerBound))
      && (range.upperBound == line.range.upperBound || isSign(range.upperBound)) ? first : nil
  }

  /// The day that an undated document speaks of first, where its full dates do not tell of long before: the first of them in
  /// its first lines that lies within a year of the last.
  private static func firstDay(_ lines: [Line]) -> CivilDate? {
    var (days, candidates): ([CivilDate], [CivilDate]) = ([], [])
    for (number, line) in lines.enumerated() {
      for fields in line.chosen.flatMap({ line.drafts[$0].date?.fields ?? [] }) where fields.isFull {
        guard let year = fields.year, let month = fields.month, let day = fields.day,
          let date = CivilDate(year, month, day)
        else { continue }
        days.append(date)
        if number < longestLead { candidates.append(date) }
      }
    }
    let newest = days.map(\.daysSince1970).max() ?? 0
    return candidates.first { newest - $0.daysSince1970 <= 366 }
  }

  /// Whether a document tells of times long before its own date: most of its many years lie more than three years back.
  private static func isNarrative(_ lines: [Line], _ reference: CivilDateTime?) -> Bool {
    guard let reference = reference?.date.year else { return false }
    let all = lines.flatMap { line in line.chosen.flatMap { (line.drafts[$0].date?.fields ?? []) } }
    // Years alone may be those of births.
    let years = all.filter { $0.month != nil || $0.calendar == .beforeChrist }.compactMap(\.gregorianYear)
    // Who says 'today' tells news, unless a long history says it once.
    if years.count < 8, all.contains(where: { $0.offset?.unit == .day }) { return false }
    if years.count >= 12, years.count(where: { $0 < reference }) * 10 >= years.count * 7 { return true }
    return years.count >= 3 && years.count { $0 < reference - 3 } * 5 >= years.count * 4
  }

  /// Whether a line is short and begins with a day, as those of a schedule do.
  private static func isDayLine(_ line: Line) -> Bool {
    guard line.range.count <= 12, let first = line.chosen.first(where: { line.drafts[$0].date != nil }) else {
      return false
    }
    return line.drafts[first].range.lowerBound - line.range.lowerBound <= 2
      && line.drafts[first].date?.fields.contains(where: \.namesDay) == true
  }

  /// The years written in a line.
  private static func years(_ line: Line) -> [Int] {
    line.chosen.flatMap { (line.drafts[$0].date?.fields ?? []).compactMap(\.gregorianYear) }
  }

  /// The years written in a line, of a term or period the first.
  private static func openingYears(_ line: Line) -> [Int] {
    line.chosen.flatMap { index -> [Int] in
      guard let date = line.drafts[index].date else { return [] }
      return date.isPeriodOfYears ? Array(date.years.prefix(1)) : date.years
    }
  }

  /// The years of full dates that are no more than four years before the last of them; where there are none, the only year
  /// that is written.
  private static func documentYears(_ full: [Int: Int], _ lines: [Line]) -> Set<Int> {
    guard !full.isEmpty else {
      let all = Set(lines.flatMap { Self.years($0) })
      return all.count == 1 && lines.prefix(titleLines).contains { !Self.years($0).isEmpty } ? all : []
    }
    let newest = full.values.max() ?? 0
    return Set(full.values.filter { $0 > newest - 5 })
  }

  /// The years of days that are written in full.
  private static func fullDates(_ lines: [Line]) -> [Int: Int] {
    var out: [Int: Int] = [:]
    for line in lines {
      for index in line.chosen {
        for fields in line.drafts[index].date?.fields ?? [] {
          if fields.isFull, let year = fields.year, let month = fields.month, let day = fields.day {
            out[DateContext.key(month: month, day: day)] = year
          }
        }
      }
    }
    return out
  }

  /// Whether a short line is a heading such as 'Read more'.
  private static func isRelatedHeading(_ line: Line, _ view: DocumentView) -> Bool {
    guard line.range.count <= 8 else { return false }
    return (1...line.range.count).contains { length in
      line.reader.matcher.entries(view.tokens, line.range.lowerBound..<(line.range.lowerBound + length))
        .contains { $0.sense == "related-heading" }
    }
  }
}

extension DateFields {
  /// Whether a weekday, day or month is named without a word or year that says which one.
  fileprivate var isUndirected: Bool {
    offset == nil && direction == nil && year == nil
      && (weekday != nil || day != nil || month != nil || feast != nil || (hour != nil && !hasMeridiem))
  }

  /// Whether a day is written with its month and year.
  fileprivate var isFull: Bool { calendar == nil && year != nil && month != nil && day != nil }
}

extension DateExpression {
  /// Whether it is a recurrence.
  fileprivate var isRecurrence: Bool {
    if case .set = self { true } else { false }
  }

  /// Whether it names one day, or a time of the clock on one.
  fileprivate var namesDay: Bool {
    switch self {
    case .point(let fields): fields.namesDay || isTimeAlone
    case .range(let first, let second): first.hasTime && second.hasTime && !isTimeAlone
    default: false
    }
  }

  /// Whether it is a weekday, with or without a time, that nothing places in the month.
  fileprivate var isWeekdayAlone: Bool {
    guard case .point(let fields) = self else { return false }
    return fields.weekday != nil && fields.day == nil && fields.month == nil && fields.offset == nil
      && fields.nth == nil
  }

  /// A weekday alone as the day that it is; nil where it is another weekday.
  fileprivate func set(to day: CivilDate) -> DateExpression? {
    guard case .point(var fields) = self, fields.weekday == day.weekday else { return nil }
    fields.set(day)
    (fields.weekday, fields.direction) = (nil, nil)
    return .point(fields)
  }
}

extension DateFields {
  /// Whether one day is named.
  fileprivate var namesDay: Bool {
    day != nil || weekday != nil || feast != nil || offset?.unit == .day || offset?.unit == .night || isSameDay
  }
}

extension DateValue {
  /// Whether its stretch of time begins and ends on one day, or in the night behind it.
  fileprivate var isWithinDay: Bool {
    guard let start = interval?.start.flatMap({ CivilDateTime($0) }),
      let end = interval?.end.flatMap({ CivilDateTime($0) })
    else { return false }
    return Moment(end).seconds - Moment(start.date).seconds <= 30 * 3600
  }
}
