/// Texts of a stream as documents whose ids are their numbers from 1.
public struct NumberedTexts<Texts: AsyncSequence>: AsyncSequence where Texts.Element == String {
  /// A numbered text.
  public typealias Element = DocumentInput
  /// What the stream of texts throws.
  public typealias Failure = any Error

  let texts: Texts

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator { Iterator(texts: texts.makeAsyncIterator()) }

  /// Reads the stream.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var texts: Texts.AsyncIterator
    private var count = 0

    fileprivate init(texts: Texts.AsyncIterator) { self.texts = texts }

    /// The next text; nil at the end.
    public mutating func next() async throws -> DocumentInput? {
      guard let text = try await texts.next() else { return nil }
      count += 1
      return DocumentInput(id: String(count), text: text)
    }
  }
}
