import Lexicon
import Patterns
import UnicodeText

/// What the words right before a date say of it.
struct DateLead {
  /// The most words of a limit and between a verb of speech and its date.
  private static let (longest, near) = (3, 3)

  /// Whether it is the day until which something goes on or before which it is done.
  let isLimit: Bool
  /// Whether that day is yet to come: 'before', 'by'.
  let isDeadline: Bool
  /// Whether somebody speaks on that day: 'said on Monday'.
  let isSaid: Bool

  /// Looks at the words of a line that end before a token.
  init(_ line: Line, _ view: DocumentView, before end: Int) {
    let start = line.range.lowerBound
    var limit: LexiconEntry?
    for length in 1...Self.longest where limit == nil && end - length >= start {
      limit = line.reader.matcher.entries(view.tokens, end - length..<end).first { $0.sense == "limit" }
    }
    isLimit = limit != nil
    isDeadline = limit?[.value] == "+1"
    var isSaid = false
    for index in stride(from: end - 1, through: max(start, end - Self.near), by: -1) {
      if view.types.kind(of: view.tokens.types[index]) == .punctuation { break }
      if line.reader.matcher.entries(view.tokens, index..<index + 1).contains(where: { $0.sense == "speech-verb" }) {
        isSaid = true
        break
      }
    }
    self.isSaid = isSaid
  }
}
