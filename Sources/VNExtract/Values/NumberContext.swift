import Lexicon
import Patterns
import UnicodeText

/// What a number is said of and whether it says that something grew or shrank, from the words around it.
///
/// The words of change stand in the lexicon with sense `change`: those before their number (`tăng 5%`, `rose by 5%`), and with
/// role `after` those behind it (`a 5% increase in`). What may stand between has sense `change-link`; what ends the name of a
/// subject, `subject-stop`.
struct NumberContext {
  /// The most words of a subject.
  private static let longestSubject = 6
  /// The most tokens that a word of change has, and that stand between it and its number.
  private static let (longestWord, longestLink) = (4, 8)

  let line: LineView
  /// The tokens of the line.
  let bounds: Range<Int>
  /// Whether a token belongs to another number or a date.
  let isTaken: (Int) -> Bool
  /// The numbers of the line in text order, each with what it counts where it or the list that it stands in says so, and with
  /// what was counted last before it.
  private let counts: [Count]

  /// What is known of the unit of a number.
  private struct Count {
    let range: Range<Int>
    let unit: String?
    let last: String?
  }

  /// What a number counts that does not say so itself: 'nine miners … two are missing', '12, 15 and 20 trees'.
  ///
  /// It is what its list counts, else what was counted last in the line. The two numbers of a score or a section count nothing.
  func unit(of number: NumberValue, at range: Range<Int>) -> String? {
    guard number.kind == "cardinal" || number.kind == "fraction", number.unit == nil, !isJoined(range) else {
      return nil
    }
    let index = counts.firstIndex(notBelow: range.lowerBound) { $0.range.lowerBound }
    return index < counts.count ? counts[index].unit ?? counts[index].last : nil
  }

  /// Whether a dash, colon, slash or full stop without a blank, or a dash between blanks, joins a number to another, or a bar
  /// parts it from one.
  private func isJoined(_ range: Range<Int>) -> Bool {
    let ends = [(range.lowerBound - 1, range.lowerBound - 2), (range.upperBound, range.upperBound + 1)]
    return ends.contains { sign, other in
      guard bounds.contains(sign), bounds.contains(other), isTaken(other),
        line.types.key(of: line.tokens.types[sign]).bytes.count == 1,
        let byte = line.types.key(of: line.tokens.types[sign]).bytes.first
      else { return false }
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "|"): return true
      case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "."):
        return line.tokens.flags[sign].contains(.glued) && line.tokens.flags[sign + 1].contains(.glued)
      default: return false
      }
    }
  }

  /// The subject and the direction of change of a number.
  func reading(of number: NumberValue, at range: Range<Int>) -> (subject: String?, change: String?) {
    let behind = behindChange(range)
    if let behind {
      return (text(forward(from: skipLinks(behind.end))), behind.code)
    }
    if let before = beforeChange(range) { return (text(before.subject), before.code) }
    let isShare = number.kind == "percent" || number.kind == "fraction"
    return (isShare ? text(forward(from: skipLinks(range.upperBound))) : nil, nil)
  }

  /// The word of change that leads up to a number over words that only link, and what stands before it; or, where the verb
  /// comes first, what stands behind it.
  private func beforeChange(_ range: Range<Int>) -> (code: String, subject: Range<Int>)? {
    var end = range.lowerBound
    for _ in 0...Self.longestLink {
      if let (code, start) = change(endingAt: end) { return (code, backward(to: start)) }
      guard end > bounds.lowerBound, isLink(end - 1) || isTaken(end - 1) else { break }
      end -= 1
    }
    let subject = backward(to: end)
    guard !subject.isEmpty, let (code, _) = change(endingAt: subject.lowerBound) else { return nil }
    return (code, subject)
  }

  private func change(endingAt end: Int) -> (code: String, start: Int)? {
    guard end > bounds.lowerBound else { return nil }
    for start in max(bounds.lowerBound, end - Self.longestWord)..<end {
      if let code = change(start..<end, role: nil) { return (code, start) }
    }
    return nil
  }

  private func behindChange(_ range: Range<Int>) -> (code: String, end: Int)? {
    let start = range.upperBound
    guard start < bounds.upperBound else { return nil }
    for end in start + 1...min(bounds.upperBound, start + Self.longestWord) {
      if let code = change(start..<end, role: "after") { return (code, end) }
    }
    return nil
  }

  private func change(_ range: Range<Int>, role: String?) -> String? {
    line.matcher.entries(line.tokens, range).first { $0.sense == "change" && $0[.role] == role }?[.code]
  }

  private func isLink(_ index: Int) -> Bool {
    line.matcher.entries(line.tokens, index..<index + 1).contains {
      $0.sense == "change-link" || $0.sense == "approximator"
    }
  }

  private func skipLinks(_ index: Int) -> Int {
    var at = index
    while at < bounds.upperBound, isLink(at) { at += 1 }
    return at
  }

  /// The words from one token on that may name a thing.
  private func forward(from start: Int) -> Range<Int> {
    var end = start
    while end < bounds.upperBound, end - start < Self.longestSubject, isNaming(end) { end += 1 }
    return start..<end
  }

  /// The words up to a token that may name a thing.
  private func backward(to end: Int) -> Range<Int> {
    var start = end
    while start > bounds.lowerBound, end - start < Self.longestSubject, isNaming(start - 1) { start -= 1 }
    return start..<end
  }

  private func isNaming(_ index: Int) -> Bool {
    guard line.types.kind(of: line.tokens.types[index]) == .word, !isTaken(index) else { return false }
    return !line.matcher.entries(line.tokens, index..<index + 1).contains {
      $0.sense == "subject-stop" || $0.sense == "change" || $0.sense == "change-link"
    }
  }

  private func text(_ range: Range<Int>) -> String? { range.isEmpty ? nil : line.text(range) }
}

extension NumberContext {
  /// The surroundings of the numbers of one line of a document.
  init(_ line: Line, _ view: DocumentView) {
    self.line = line.reader.lineView(view)
    bounds = line.range
    var taken = Array(repeating: false, count: line.range.count)
    var numbers: [(range: Range<Int>, unit: String?)] = []
    for index in line.chosen {
      if line.drafts[index].evidence == .possible { continue }
      let (type, range) = (line.drafts[index].meaning.mentionType, line.drafts[index].range)
      if type == .number || type == .date {
        for index in range { taken[index - line.range.lowerBound] = true }
      }
      if let number = line.drafts[index].number {
        let counts = number.kind == "cardinal" || number.kind == "fraction"
        numbers.append((range, counts ? number.unit : nil))
      }
    }
    isTaken = { [taken, bounds] in bounds.contains($0) && taken[$0 - bounds.lowerBound] }
    // Numbers of a list count the same; one that is alone, what was counted last.
    var units = numbers.map(\.unit)
    for index in numbers.indices.dropLast().reversed() where units[index] == nil {
      let gap = numbers[index].range.upperBound..<numbers[index + 1].range.lowerBound
      if Self.isOfList(gap, line, view) { units[index] = units[index + 1] }
    }
    var last: String?
    counts = zip(numbers, units).map { number, unit in
      defer { last = number.unit ?? last }
      return Count(range: number.range, unit: unit, last: last)
    }
  }

  /// Whether what stands between two numbers joins them to a list: a comma, a word of sense `list-link` or both.
  private static func isOfList(_ gap: Range<Int>, _ line: Line, _ view: DocumentView) -> Bool {
    guard gap.count == 1 || gap.count == 2, !view.tokens.flags[gap.upperBound].contains(.sentenceStart) else {
      return false
    }
    let isComma = view.types.key(of: view.tokens.types[gap.lowerBound]).bytes == [0x2C]
    let last = gap.upperBound - 1
    let isLinked = line.reader.matcher.entries(view.tokens, last..<last + 1).contains { $0.sense == "list-link" }
    return gap.count == 1 ? isComma || isLinked : isComma && isLinked
  }
}
