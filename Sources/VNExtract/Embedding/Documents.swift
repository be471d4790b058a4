/// What stands in a stream of documents, in their order.
///
/// Answers are made as they are asked for. Where a task that reads the stream is cancelled, the next answer is a
/// `CancellationError`, and what has been begun ahead is given up.
public struct Documents<Inputs: AsyncSequence>: AsyncSequence where Inputs.Element == DocumentInput {
  /// The answer to one input.
  public typealias Element = Document
  /// What the stream of inputs throws, or a `CancellationError`.
  public typealias Failure = any Error

  fileprivate let extractor: Extractor
  fileprivate let inputs: Inputs
  fileprivate let options: ExtractionOptions
  fileprivate let ahead: Int

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator {
    Iterator(extractor: extractor, inputs: inputs.makeAsyncIterator(), options: options, ahead: ahead)
  }

  /// Reads the stream; documents that were begun ahead are given up with it.
  public struct Iterator: AsyncIteratorProtocol {
    private let extractor: Extractor
    private var inputs: Inputs.AsyncIterator
    private let options: ExtractionOptions
    private let ahead: Int
    private var begun = BegunTasks()
    private var isAtEnd = false

    fileprivate init(extractor: Extractor, inputs: Inputs.AsyncIterator, options: ExtractionOptions, ahead: Int) {
      self.extractor = extractor
      self.inputs = inputs
      self.options = options
      self.ahead = Swift.max(1, ahead)
    }

    /// The answer to the next input; nil at the end.
    ///
    /// - Throws: what the stream of inputs throws, and `CancellationError`.
    public mutating func next() async throws -> Document? {
      try Task.checkCancellation()
      while !isAtEnd, begun.tasks.count < ahead {
        guard let input = try await inputs.next() else {
          isAtEnd = true
          break
        }
        let (extractor, options) = (extractor, options)
        begun.tasks.append(
          Task {
            try Task.checkCancellation()
            return extractor.extract(input, options: options)
          })
      }
      guard !begun.tasks.isEmpty else { return nil }
      let first = begun.tasks.removeFirst()
      return try await withTaskCancellationHandler {
        try await first.value
      } onCancel: {
        first.cancel()
      }
    }
  }
}

/// Documents that are being read ahead; given up where nobody waits for them any more.
private final class BegunTasks {
  var tasks: [Task<Document, any Error>] = []

  deinit { for task in tasks { task.cancel() } }
}

extension Extractor {
  /// What stands in one document; linear in its length.
  public func extract(_ input: DocumentInput, options: ExtractionOptions = ExtractionOptions()) -> Document {
    var options = options
    if let language = input.language { options.language = language }
    if let date = input.date { options.date = date }
    return extract(input.text, id: input.id, options: options)
  }

  /// What stands in a stream of documents, in their order.
  ///
  /// `ahead` documents are read at the same time, so as many inputs are fetched before the first answer; memory is that of so
  /// many documents.
  public func documents<Inputs: AsyncSequence>(
    in inputs: Inputs, options: ExtractionOptions = ExtractionOptions(), ahead: Int = 1
  ) -> Documents<Inputs> where Inputs.Element == DocumentInput {
    Documents(extractor: self, inputs: inputs, options: options, ahead: ahead)
  }

  /// What stands in a stream of texts, in their order; ids are their numbers from 1.
  public func documents<Texts: AsyncSequence & Sendable>(
    in texts: Texts, options: ExtractionOptions = ExtractionOptions(), ahead: Int = 1
  ) -> Documents<NumberedTexts<Texts>> where Texts.Element == String {
    documents(in: NumberedTexts(texts: texts), options: options, ahead: ahead)
  }
}
