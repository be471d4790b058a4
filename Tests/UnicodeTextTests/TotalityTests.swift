import Testing

@testable import UnicodeText

/// Tokens of any bytes: in order, disjoint, covering what is visible, and the same whatever stands around the batch.
@Suite struct TotalityTests {
  private func check(_ bytes: [UInt8], _ tokenizer: Tokenizer, _ table: TypeTable) {
    let text = Text(validating: bytes)
    var tokens = Tokens()
    tokenizer.tokenize(text, into: &tokens)
    var end = 0
    for index in 0..<tokens.count {
      let span = tokens.span(index)
      let gap = text.string(Span(end, span.start)).unicodeScalars
      let isLigature = table[tokens.types[index]].shape.contains(.proclitic) && index + 1 < tokens.count
      #expect(span.start >= end && span.end <= text.bytes.count && span.start + (isLigature ? 0 : 1) <= span.end)
      #expect(gap.allSatisfy { Characters.isBlank($0) || Characters.isIgnorable($0) }, "\(Array(gap)) in \(bytes)")
      #expect(!table[tokens.types[index]].keys.isEmpty)
      end = span.end
    }
    let rest = text.string(Span(end, text.bytes.count)).unicodeScalars
    #expect(rest.allSatisfy { Characters.isBlank($0) || Characters.isIgnorable($0) }, "\(Array(rest)) in \(bytes)")
    if let first = tokens.flags.first { #expect(first.isSuperset(of: [.lineStart, .paragraphStart, .sentenceStart])) }
  }

  @Test func randomStrings() {
    var random = RandomText(seed: 7)
    let table = TypeTable { $0.bytes.count % 3 == 0 }
    let tokenizer = Tokenizer(table: table)
    for _ in 0..<3000 { check(random.string(length: random.next(60)), tokenizer, table) }
  }

  @Test func randomBytes() {
    var random = RandomText(seed: 11)
    let table = TypeTable { $0.bytes.count % 2 == 0 }
    let tokenizer = Tokenizer(table: table)
    for _ in 0..<2000 {
      check((0..<random.next(50)).map { _ in UInt8(random.next(256)) }, tokenizer, table)
      if table.count > 5000 { table.reset() }
    }
  }

  /// Text longer than a batch, and segments and addresses longer than their bounds.
  @Test func longTexts() {
    let table = TypeTable { _ in false }
    let tokenizer = Tokenizer(table: table)
    for unit in [
      "a ", "1a", ":'.", "a@b.c ", "http://", "\u{301}", "ab\n", "กข", "a\u{200B}", "@", "#a", "www.", "و", "😀",
    ] {
      check(Array(String(repeating: unit, count: 9000 / unit.utf8.count).utf8), tokenizer, table)
    }
  }

  /// One segment that gives more tokens than a batch has room for.
  @Test(arguments: ["a", "و"]) func aWordOfMegabytes(letter: String) {
    let bytes = [UInt8](String(repeating: letter, count: 5_000_000 / letter.utf8.count).utf8)
    let text = Text(validating: bytes)
    var tokens = Tokens()
    Tokenizer(table: TypeTable { _ in false }).tokenize(text, into: &tokens)
    #expect(tokens.count == (bytes.count + SeamRule.longestSegment - 1) / SeamRule.longestSegment)
    #expect(zip(tokens.ends, tokens.starts.dropFirst()).allSatisfy { $0 == $1 })
    #expect(tokens.starts.first == 0 && tokens.ends.last.map { Int($0) } == bytes.count)
  }

  @Test func aStretchIsReadAsATextByItself() {
    let table = TypeTable { _ in false }
    let tokenizer = Tokenizer(table: table)
    let text = Text("xin chào. Tôi là Ánh\nhết")
    var tokens = Tokens()
    tokenizer.tokenize(text, in: Span(4, 9), into: &tokens)
    #expect((0..<tokens.count).map { text.string(tokens.span($0)) } == ["chào"])
    tokenizer.tokenize(text, in: Span(-5, 900), into: &tokens)
    #expect(tokens.count == 7)
  }
}
