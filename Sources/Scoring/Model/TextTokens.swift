/// A plain division of a text into tokens, for formats and figures that need one: runs of letters, digits and marks, and
/// every other character by itself; blanks belong to none.
///
/// Not the tokens extraction works with: only what is needed to write a token a line.
struct TextTokens {
  /// The tokens as half-open scalar ranges, in order.
  private(set) var ranges: [Range<Int>] = []

  /// Divides a text, and cuts tokens at the offsets given, which are in increasing order.
  init(_ text: ScalarText, cuts: [Int] = []) {
    var start: Int?
    var cut = cuts[...]
    for (offset, scalar) in text.scalars.enumerated() {
      while let next = cut.first, next < offset { cut = cut.dropFirst() }
      let isWord = Self.isWordPart(scalar)
      if let first = start, !isWord || cut.first == offset {
        ranges.append(first..<offset)
        start = nil
      }
      if isWord {
        start = start ?? offset
      } else if !scalar.properties.isWhitespace {
        ranges.append(offset..<(offset + 1))
      }
    }
    if let start { ranges.append(start..<text.count) }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .format:
      return true
    default: return false
    }
  }
}
