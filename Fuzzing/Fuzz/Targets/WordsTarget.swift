@testable import UnicodeText

/// Word boundaries are ICU's; tokens are in order, disjoint and cover what is visible; keys stay as they are when folded.
struct WordsTarget: FuzzTarget {
  private let breaker = WordBreaker()
  private let table = TypeTable { $0.bytes.count % 3 == 0 }

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let batch = 1 + pieces.byte() % 32
    let text = Text(validating: pieces.all())
    var ends: [Int32] = []
    WordBoundaries(batch: batch).find(in: text, into: &ends)
    var expected: [Int32] = []
    var statuses: [UInt8] = []
    text.bytes.withUnsafeBufferPointer { breaker.segments($0, ends: &expected, statuses: &statuses) }
    promise(ends == expected, "boundaries \(ends), ICU's \(expected)")
    checkTokens(text)
    if table.isFull { table.reset() }
  }

  private func checkTokens(_ text: Text) {
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(text, into: &tokens)
    var end = 0
    for index in 0..<tokens.count {
      let span = tokens.span(index)
      let type = table[tokens.types[index]]
      // A ligature that holds a preposition gives it as a token without length.
      let least = type.shape.contains(.proclitic) && index + 1 < tokens.count ? 0 : 1
      promise(span.start >= end && span.end <= text.bytes.count && span.count >= least, "token \(index) at \(span)")
      promise(isBlank(text.string(Span(end, span.start))), "what is left out before \(span) is blank")
      promise(!type.keys.isEmpty, "token \(index) has a key")
      let key = type.key.description
      promise(FoldedKey(folding: key) == type.key, "'\(key)' is its own key, not '\(FoldedKey(folding: key))'")
      end = span.end
    }
    promise(isBlank(text.string(Span(end, text.bytes.count))), "what is left out at the end is blank")
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { Characters.isBlank($0) || Characters.isIgnorable($0) }
  }
}
