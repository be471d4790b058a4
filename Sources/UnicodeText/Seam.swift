/// Why a token begins or ends where it does, told after the fact.
public struct Seam: Hashable, Sendable {
  /// The rule that cut the token or joined it; nil where the token is just one of ICU's word segments.
  public let rule: SeamRule?

  /// The rules at work in each token of a text, in order; linear.
  ///
  /// `tokens` must be those a tokenizer with `table` made of the whole text.
  public static func explain(_ text: Text, _ tokens: Tokens, _ table: TypeTable) -> [Seam] {
    let starts = segmentStarts(text)
    return (0..<tokens.count).map { index in
      let type = table[tokens.types[index]]
      if let rule = joined(type.kind) { return Seam(rule: rule) }
      let isCutBefore = index > 0 && !starts[Int(tokens.starts[index])]
      let isCutBehind = index + 1 < tokens.count && !starts[Int(tokens.starts[index + 1])]
      if isCutBefore {
        return Seam(rule: cut(text, table[tokens.types[index - 1]], type))
      } else if isCutBehind {
        return Seam(rule: cut(text, type, table[tokens.types[index + 1]]))
      }
      return Seam(rule: type.shape.contains(.hasDot) ? .dottedAbbreviation : nil)
    }
  }

  /// Which bytes of a text begin one of ICU's segments.
  private static func segmentStarts(_ text: Text) -> [Bool] {
    var starts = [Bool](repeating: false, count: text.bytes.count + 1)
    var ends = [Int32](repeating: 0, count: 1024)
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var scanner = WordScanner(WordTables.shared, base, min(bytes.count, Int(Int32.max) - 1))
      starts[0] = true
      while true {
        let count = scanner.next(&ends, capacity: ends.count)
        if count == 0 { break }
        for end in ends[..<count] { starts[Int(end)] = true }
      }
    }
    return starts
  }

  private static func joined(_ kind: TokenKind) -> SeamRule? {
    switch kind {
    case .url: .url
    case .email: .email
    case .hashtag: .hashtag
    case .handle: .handle
    case .word, .number, .punctuation, .symbol, .emoji, .other: nil
    }
  }

  /// The rule that cuts between two tokens of one segment.
  private static func cut(_ text: Text, _ left: TokenType, _ right: TokenType) -> SeamRule? {
    if left.shape.contains(.proclitic) { return right.kind == .number ? .arabicDigits : .proclitic }
    if right.key.bytes.first == 0x27 { return .possessive }
    if left.kind == .number || right.kind == .number {
      if left.shape.contains(.arabic) || right.shape.contains(.arabic) { return .arabicDigits }
      if left.kind == .word { return .amount }
      return right.kind == .word ? .digitsThenLetters : .numericCluster
    }
    if left.key.bytes == [0x2E] || right.key.bytes == [0x2E] { return .missingBlank }
    return left.kind == .word && right.kind == .word ? .longSegment : .numericCluster
  }
}
