import NIOCore
import NIOPosix
import Synchronization

/// The threads that read documents, and how many documents may wait for them.
///
/// Reading is work for a processor: it runs neither on the threads that serve connections nor on those of Swift's tasks.
final class Workers: Sendable {
  private let pool: NIOThreadPool
  private let limit: Int
  private let time: TimeAmount
  private let documents = Atomic(0)
  private let pieces = Atomic(0)

  /// Starts the threads; at most `limit` documents wait, each at most for `time`.
  init(_ count: Int, limit: Int, time: TimeAmount) {
    pool = NIOThreadPool(numberOfThreads: count)
    pool.start()
    self.limit = limit + count
    self.time = time
  }

  /// How many documents and pieces of streams wait or are being read.
  var load: Int { documents.load(ordering: .relaxed) + pieces.load(ordering: .relaxed) }

  /// Runs a piece of work as soon as a thread is free.
  ///
  /// - Throws: `Problem.busy` where too many wait or it waited too long, and what the work throws. `isWanted` is asked before
  ///   the work begins, so that nothing is done for a client that is gone.
  func run<Answer: Sendable>(
    while isWanted: @escaping @Sendable () -> Bool, _ work: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    let before = documents.wrappingAdd(1, ordering: .relaxed).oldValue
    defer { documents.wrappingSubtract(1, ordering: .relaxed) }
    if before >= limit { throw Problem.busy }
    let deadline = NIODeadline.now() + time
    return try await pool.runIfActive {
      if NIODeadline.now() > deadline || !isWanted() { throw Problem.busy }
      return try work()
    }
  }

  /// Runs a piece of a stream, which may wait: streams are bounded by their number.
  func runStreamed<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async throws -> Answer {
    pieces.wrappingAdd(1, ordering: .relaxed)
    defer { pieces.wrappingSubtract(1, ordering: .relaxed) }
    return try await pool.runIfActive(work)
  }

  /// Ends the threads after what has begun.
  func stop() async throws { try await pool.shutdownGracefully() }
}
