import UnicodeText

extension Tokens {
  /// The tokens of a range as they stand in their text, one space wherever a blank of any kind parts them.
  func words(_ range: Range<Int>, in text: Text) -> String {
    range.reduce(into: "") { words, index in
      if index > range.lowerBound, !flags[index].contains(.glued) { words += " " }
      words += text.string(span(index))
    }
  }
}
