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
  /// What the numbers of the line count that say so, with the tokens of each.
  let counted: [(range: Range<Int>, unit: String)]

  /// What a number counts that does not say so itself: 'nine miners … two are missing'.
  ///
  /// It is what was counted last in the line. The two numbers of a score or a section count nothing.
  func unit(of number: NumberValue, at range: Range<Int>) -> String? {
    guard number.kind == "cardinal" || number.kind == "fraction", number.unit == nil, !isJoined(range) else {
      return nil
    }
    return counted.last { $0.range.upperBound <= range.lowerBound }?.unit
  }

  /// Whether a dash, colon, slash or full stop joins a number to another.
  private func isJoined(_ range: Range<Int>) -> Bool {
    let ends = [(range.lowerBound - 1, range.lowerBound - 2), (range.upperBound, range.upperBound + 1)]
    return ends.contains { sign, other in
      bounds.contains(sign) && bounds.contains(other) && isTaken(other)
        && [.punctuation, .symbol].contains(line.types.kind(of: line.tokens.types[sign]))
        && line.types.key(of: line.tokens.types[sign]).bytes != [0x2C]
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
    let type = line.types[line.tokens.types[index]]
    guard type.kind == .word, !isTaken(index) else { return false }
    let senses = line.matcher.entries(line.tokens, index..<index + 1).map(\.sense)
    return !senses.contains("subject-stop") && !senses.contains("change") && !senses.contains("change-link")
  }

  private func text(_ range: Range<Int>) -> String? { range.isEmpty ? nil : line.text(range) }
}

extension NumberContext {
  /// The surroundings of the numbers of one line of a document.
  init(_ line: Line, _ view: DocumentView) {
    self.line = line.reader.lineView(view)
    bounds = line.range
    var taken: Set<Int> = []
    var counted: [(range: Range<Int>, unit: String)] = []
    for index in line.chosen {
      let draft = line.drafts[index]
      let type = draft.meaning.mentionType
      if draft.evidence != .possible, type == .number || type == .date { taken.formUnion(draft.range) }
      if let number = draft.number, let unit = number.unit, number.kind == "cardinal" || number.kind == "fraction" {
        counted.append((draft.range, unit))
      }
    }
    isTaken = { [taken] in taken.contains($0) }
    self.counted = counted
  }
}
