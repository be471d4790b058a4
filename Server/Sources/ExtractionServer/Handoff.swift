/// Hands elements from one task to another, so many at a time.
///
/// One task sends and one receives; who is ahead waits.
actor Handoff<Element: Sendable> {
  private let limit: Int
  private var elements: [Element] = []
  private var sender: CheckedContinuation<Void, Never>?
  private var receiver: CheckedContinuation<Void, Never>?
  private var isFinished = false
  private var isCancelled = false
  private var failure: (any Error)?

  /// Creates a handoff in which at most `limit` elements wait.
  init(limit: Int) { self.limit = limit }

  /// Hands an element over; waits while too many wait.
  ///
  /// - Throws: `CancellationError` where nobody receives any more.
  func send(_ element: Element) async throws {
    while elements.count >= limit, !isCancelled {
      await withCheckedContinuation { sender = $0 }
    }
    if isCancelled { throw CancellationError() }
    elements.append(element)
    receiver?.resume()
    receiver = nil
  }

  /// Says that nothing more comes.
  func finish(_ failure: (any Error)? = nil) {
    isFinished = true
    self.failure = failure
    receiver?.resume()
    receiver = nil
  }

  /// Says that nothing more is received.
  func cancel() {
    isCancelled = true
    elements = []
    sender?.resume()
    sender = nil
  }

  /// The next element; nil at the end.
  ///
  /// - Throws: what the sender finished with.
  func next() async throws -> Element? {
    while elements.isEmpty, !isFinished {
      await withCheckedContinuation { receiver = $0 }
    }
    guard !elements.isEmpty else {
      if let failure { throw failure }
      return nil
    }
    defer {
      sender?.resume()
      sender = nil
    }
    return elements.removeFirst()
  }
}
