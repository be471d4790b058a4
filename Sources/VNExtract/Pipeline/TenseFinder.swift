import Lexicon
import Patterns
import UnicodeText

/// Tells by the words around a date whether its sentence speaks of what was or of what will be.
struct TenseFinder {
  private let line: Line
  private let view: DocumentView
  private let isAlone: Bool

  /// Looks at one line; `isAlone` where it is the whole document.
  init(_ line: Line, _ view: DocumentView, isAlone: Bool) {
    self.line = line
    self.view = view
    self.isAlone = isAlone
  }

  /// -1, +1 or nil where no word tells.
  ///
  /// The nearest word before the date in its sentence decides, else the nearest behind it. A date that is all there is
  /// answers or asks when something will be.
  func tense(at draft: Int) -> Int? {
    let range = line.drafts[draft].range
    if isAlone, line.range.allSatisfy({ range.contains($0) || isPunctuation($0) || isLead($0, of: range) }) {
      return isLead(range.lowerBound - 1, of: range) ? word(at: range.lowerBound - 1) ?? 1 : 1
    }
    var index = range.lowerBound - 1
    while index >= max(line.range.lowerBound, range.lowerBound - 30), !isEnd(index) {
      if let tense = word(at: index) { return isGoverned(index, by: -tense) ? -tense : tense }
      index -= 1
    }
    index = range.upperBound
    while index < min(line.range.upperBound, range.upperBound + 20), !isEnd(index) {
      if let tense = word(at: index) { return tense }
      index += 1
    }
    return nil
  }

  /// Whether a word of the future stands right before a participle: 'will be held'; or one of the past before a word that may
  /// lead up to any time: 'lasted until'.
  private func isGoverned(_ index: Int, by tense: Int) -> Bool {
    let isLimit = line.reader.matcher.entries(view.tokens, index..<index + 1).contains { $0.sense == "limit" }
    guard tense > 0 || isLimit else { return false }
    for before in stride(from: index - 1, through: max(line.range.lowerBound, index - 2), by: -1) {
      if isPunctuation(before) { return false }
      if word(at: before) == tense { return true }
    }
    return false
  }

  private func word(at index: Int) -> Int? {
    for length in [3, 2, 1] where index + length <= line.range.upperBound {
      let entries = line.reader.matcher.entries(view.tokens, index..<index + length)
      if let value = entries.first(where: { $0.sense == "tense" })?[.value] { return Int(value) }
    }
    return nil
  }

  /// Whether a token is the one word before the date that is all else there is: 'on Monday'.
  private func isLead(_ index: Int, of range: Range<Int>) -> Bool {
    index == line.range.lowerBound && index + 1 == range.lowerBound
  }

  private func isPunctuation(_ index: Int) -> Bool {
    view.types.kind(of: view.tokens.types[index]) == .punctuation
  }

  private func isEnd(_ index: Int) -> Bool {
    guard isPunctuation(index), let byte = view.types.key(of: view.tokens.types[index]).bytes.first else {
      return false
    }
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: ";")
  }
}
