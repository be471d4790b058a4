import Lexicon
import Patterns
import UnicodeText

/// The values of all DATE drafts that won, in the light of the whole document.
struct DateResolution {
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
    let years = reference ?? dateline == nil ? Self.documentYears(full) : []
    let isNarrative = Self.isNarrative(lines, reference ?? dateline)
    for (number, part) in zip(starts, starts.dropFirst()).map({ $0..<$1 }).enumerated() {
      var context = DateContext(reference: reference ?? dateline, fullDates: full)
      context.isDateline = dateline != nil
      context.isOrderSwapped = isSwapped
      context.isNarrative = isNarrative && number == 0
      context.origin = (reference ?? dateline)?.date
      context.documentYear = years.count == 1 ? years.first : nil
      if number > 0 {
        context.inheritsReference = false
        context.partYear = lines[part].flatMap { Self.years($0) }.max()
      }
      for line in part { resolve(lines[line], number: line, isAlone: lines.count == 1, view, years, &context) }
    }
  }

  private mutating func resolve(
    _ line: Line, number: Int, isAlone: Bool, _ view: DocumentView, _ years: Set<Int>, _ context: inout DateContext
  ) {
    context.paragraphYear = context.isNarrative ? nil : Self.years(line).last
    if !context.isNarrative { context.lastDate = nil }
    let tenses = TenseFinder(line, view, isAlone: isAlone)
    let isDayLine = Self.isDayLine(line)
    for index in line.chosen {
      guard let expression = line.drafts[index].date else { continue }
      context.tense = expression.fields.contains(where: \.isUndirected) ? tenses.tense(at: index) : nil
      if expression.isClockAlone, !context.isUnderDay, !context.isNarrative,
        line.drafts[index].range.lowerBound == line.range.lowerBound
      {
        // The time before an entry is one of the document's own day, unless the line stands under another.
        context.lastDay = nil
      }
      guard let value = DateResolver.resolve(expression, in: context) else { continue }
      values[Key(line: number, draft: index)] = value
      if let year = expression.fields.last(where: \.isFull)?.year, years.contains(year) {
        context.documentYear = year
      }
      if value.timex != "DURATION", let start = value.interval?.start.flatMap({ CivilDateTime($0) })?.date {
        context.lastDate = start
      }
      if context.isNarrative, !expression.fields.isEmpty,
        let day = value.interval?.start.flatMap({ CivilDateTime($0) })?.date
      {
        // A history goes on from the date it last spoke of.
        context.reference = CivilDateTime(date: day)
      }
      if case .point(let fields) = expression, fields.namesDay,
        let day = value.interval?.start.flatMap({ CivilDateTime($0) })?.date,
        context.isNarrative || context.reference.map({ abs($0.date.daysSince1970 - day.daysSince1970) <= 92 }) ?? true
      {
        context.lastDay = day
        context.isUnderDay = isDayLine
      }
    }
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

  /// The years of full dates that are no more than four years before the last of them.
  private static func documentYears(_ full: [Int: Int]) -> Set<Int> {
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

  /// The year on the Gregorian calendar, 0 for 1 BC; nil where it is counted otherwise.
  fileprivate var gregorianYear: Int? {
    switch calendar {
    case nil: year
    case .beforeChrist: year.map { 1 - $0 }
    case .islamic, .lunar, .buddhist: nil
    }
  }

  /// Whether a day is written with its month and year.
  fileprivate var isFull: Bool { calendar == nil && year != nil && month != nil && day != nil }

  /// Whether one day is named.
  fileprivate var namesDay: Bool { day != nil || weekday != nil || feast != nil || offset?.unit == .day }
}
