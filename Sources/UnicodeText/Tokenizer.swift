/// Cuts text into tokens: ICU's word boundaries, then the seam rules of `SeamRule`, over the bytes as they stand.
public struct Tokenizer {
  private let table: TypeTable
  private let breaker = WordBreaker()

  /// A tokenizer that numbers spellings in `table`; both belong to one thread.
  public init(table: TypeTable) { self.table = table }

  /// Replaces `tokens` by those of the whole text; linear.
  public func tokenize(_ text: Text, into tokens: inout Tokens) {
    tokenize(text, in: text.span, into: &tokens)
  }

  /// Replaces `tokens` by those of a stretch of text, which is read as if it were a text by itself.
  ///
  /// Offsets still count from the start of the whole text. The stretch is clamped to the text and must begin and end
  /// between characters. Only the first 2 GiB − 1 byte of a text can be tokenized.
  public func tokenize(_ text: Text, in span: Span, into tokens: inout Tokens) {
    tokens.removeAll(keepingCapacity: true)
    let limit = min(text.bytes.count, Int(Int32.max) - 1)
    let start = min(max(span.start, 0), limit)
    let end = min(max(span.end, start), limit)
    text.bytes.withUnsafeBufferPointer { bytes in
      var pass = TokenPass(table: table, bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]), origin: start)
      pass.run(breaker, into: &tokens)
    }
  }
}
