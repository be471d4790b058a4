import Lexicon
import Patterns

/// Reads a stretch of text that is nothing but one number: a cardinal, an ordinal or a fraction.
struct WholeNumber {
  /// The most tokens that a number is looked for in.
  static let longest = 64

  let line: LineView

  /// The number that a range of tokens is; nil where anything else stands in it.
  func value(_ range: Range<Int>) -> ParsedNumber? {
    if range.isEmpty || !line.beginsNumber(range) { return nil }
    if let known = line.fractionWord(range) { return ParsedNumber(kind: .fraction, value: known) }
    // A number word with the article is which, not how many.
    if line.isDefinite(range.lowerBound), let value = ordinal(range) {
      return ParsedNumber(kind: .ordinal, value: value.description)
    }
    if let value = cardinal(range) { return ParsedNumber(kind: .cardinal, value: value.description) }
    if let value = ordinal(range) { return ParsedNumber(kind: .ordinal, value: value.description) }
    return fraction(range).map { ParsedNumber(kind: .fraction, value: $0) }
  }

  private func cardinal(_ range: Range<Int>) -> ExactDecimal? {
    guard !range.isEmpty, !range.dropFirst().contains(where: line.isGluedToWord) else { return nil }
    guard let parts = line.wholeNumberParts(range) else { return nil }
    if case .word(let last)? = parts.last, last.role == .linker { return nil }
    if case .word(let first)? = parts.first, first.role == .linker { return nil }
    return line.numbers.value(of: parts)
  }

  /// A number whose last word is an ordinal, or all of whose words are: 'twenty fifth', 'الخامس والعشرون'.
  func ordinal(_ range: Range<Int>) -> ExactDecimal? {
    var parts: [NumberPart] = []
    var at = range.lowerBound
    var hasOrdinal = false
    while at < range.upperBound {
      let last = line.matcher.reach(line.tokens, at..<range.upperBound)
      let found = stride(from: last, to: at, by: -1).lazy.compactMap { end in
        self.line.ordinalWord(at..<end).map { ($0, end) }
      }.first
      if let (word, end) = found {
        parts.append(.word(word))
        at = end
        hasOrdinal = true
      } else {
        let (part, end) = line.numberPart(at, in: range)
        if part == .other { return nil }
        parts.append(part)
        at = end
      }
    }
    guard hasOrdinal, case .word(let last)? = parts.last, last.role != .linker else { return nil }
    return line.numbers.value(of: parts)
  }

  /// 'k/n' of digits or words: '3/4', '2 1/4', 'three fifths', 'ba phần tư', 'one and a half'.
  func fraction(_ range: Range<Int>) -> String? {
    if let known = line.fractionWord(range) { return known }
    for bar in range.dropFirst().dropLast() where line.isFractionBar(bar) {
      guard let below = cardinal(bar + 1..<range.upperBound)?.integer, below > 0 else { continue }
      if let above = cardinal(range.lowerBound..<bar) { return quotient(above, below) }
      // '2 1/4'
      if let whole = cardinal(range.lowerBound..<bar - 1)?.integer, let above = cardinal(bar - 1..<bar)?.integer {
        return mixed(whole, above, below)
      }
    }
    for start in range.dropFirst() {
      guard let below = line.denominator(start..<range.upperBound) else { continue }
      if line.isOnePart(range.lowerBound..<start) { return quotient(ExactDecimal(1), below) }
      if let above = cardinal(range.lowerBound..<start) { return quotient(above, below) }
      return sum(range.lowerBound..<start, below)
    }
    return nil
  }

  /// 'one hundred and three and two' of a denominator.
  private func sum(_ range: Range<Int>, _ below: Int) -> String? {
    for joint in range.dropFirst().dropLast().reversed() where line.isLinker(joint) {
      let rest = joint + 1..<range.upperBound
      if let whole = cardinal(range.lowerBound..<joint)?.integer,
        let above = line.isOnePart(rest) ? 1 : cardinal(rest)?.integer
      {
        return mixed(whole, above, below)
      }
    }
    return nil
  }

  private func mixed(_ whole: Int, _ above: Int, _ below: Int) -> String? {
    let (product, isTooLarge) = abs(whole).multipliedReportingOverflow(by: below)
    guard above >= 0, !isTooLarge else { return nil }
    return "\(whole < 0 ? "-" : "")\(product + above)/\(below)"
  }

  private func quotient(_ above: ExactDecimal, _ below: Int) -> String { "\(above)/\(below)" }
}

extension Line {
  /// Makes a line that is nothing but a number that number; a date or a quantity that is all of it stays.
  mutating func readWholeNumber(_ view: DocumentView) {
    let isRead = chosen.contains { index in
      let draft = drafts[index]
      return draft.range == range && draft.evidence != .possible && !["money", "cardinal"].contains(draft.number?.kind)
    }
    guard range.count <= WholeNumber.longest, !isRead,
      let number = WholeNumber(line: reader.lineView(view)).value(range)
    else { return }
    var draft = Draft(meaning: .number, range: range, rule: 0, evidence: .certain)
    draft.number = NumberValue(kind: number.kind.rawValue, value: number.value)
    draft.kind = Term(number.kind.rawValue)
    draft.source = "number.whole"
    drafts.append(draft)
    choose()
  }
}
