/// Cuts text into tokens: ICU's word boundaries, then the seam rules of `SeamRule`, over the bytes as they stand.
public struct Tokenizer {
  private let table: TypeTable
  private let scratch = TokenScratch()

  /// A tokenizer that numbers spellings in `table`; both belong to one thread.
  public init(table: TypeTable) { self.table = table }

  /// Replaces `tokens` by those of the whole text; linear.
  public func tokenize(_ text: Text, into tokens: inout Tokens) {
    tokenize(text, in: text.span, into: &tokens)
  }

  /// Replaces `tokens` by those of a stretch of text, which is read as if it were a text by itself.
  ///
  /// Offsets still count from the start of the whole text. The stretch is clamped to the text, and to whole characters.
  /// Only the first 2 GiB − 1 byte of a text can be tokenized.
  public func tokenize(_ text: Text, in span: Span, into tokens: inout Tokens) {
    tokens.removeAll(keepingCapacity: true)
    text.bytes.withUnsafeBufferPointer { bytes in
      let limit = min(bytes.count, Int(Int32.max) - 1)
      let start = Self.characterStart(bytes, min(max(span.start, 0), limit))
      let end = Self.characterStart(bytes, min(max(span.end, start), limit))
      guard start < end, let base = bytes.baseAddress else { return }
      var pass = TokenPass(table: table, scratch: scratch, bytes: base + start, count: end - start, origin: start)
      pass.run(into: &tokens)
    }
  }

  /// The offset itself, or the start of the character it lies in.
  private static func characterStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
