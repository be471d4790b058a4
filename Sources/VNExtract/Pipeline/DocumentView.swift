import UnicodeText

/// A document's text and tokens; a class, since many hold it and none changes it.
final class DocumentView {
  let text: Text
  let tokens: Tokens
  let types: TypeTable

  init(text: Text, tokens: Tokens, types: TypeTable) {
    self.text = text
    self.tokens = tokens
    self.types = types
  }

  /// The ranges of tokens that stand in one line each.
  var lines: [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    for index in 0..<tokens.count where index > start && tokens.flags[index].contains(.lineStart) {
      out.append(start..<index)
      start = index
    }
    if start < tokens.count { out.append(start..<tokens.count) }
    return out
  }

  /// The bytes that a range of tokens covers.
  func span(_ range: Range<Int>) -> Span {
    Span(Int(tokens.starts[range.lowerBound]), Int(tokens.ends[range.upperBound - 1]))
  }

  /// What stands over a range of tokens.
  func string(_ range: Range<Int>) -> String { text.string(span(range)) }

  /// The folded words of a range of tokens.
  func keys(_ range: Range<Int>) -> [FoldedKey] {
    range.map { types.key(of: tokens.types[$0]) }
  }
}
