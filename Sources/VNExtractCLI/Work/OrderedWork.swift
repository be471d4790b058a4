import Glibc

/// Work on pieces by several threads, whose results come out in the order the pieces went in.
///
/// At most so many pieces are under way, so memory does not grow with the input; with one thread everything happens in the
/// calling thread. Results are delivered one at a time, by whichever thread has the next.
final class OrderedWork<Piece: Sendable, Outcome: Sendable>: Sendable {
  private struct State {
    var pieces: [(number: Int, piece: Piece)] = []
    var outcomes: [Int: Outcome] = [:]
    var added = 0
    var delivered = 0
    var isDelivering = false
    var isClosed = false
  }

  private let state = Monitor(State())
  private let window: Int
  private let work: @Sendable (Piece) -> Outcome
  private let deliver: @Sendable (Outcome) -> Void
  private let threads: Monitor<[pthread_t]>

  /// Starts the threads.
  init(
    threads count: Int, work: @escaping @Sendable (Piece) -> Outcome, deliver: @escaping @Sendable (Outcome) -> Void
  ) {
    window = 2 * count + 2
    self.work = work
    self.deliver = deliver
    threads = Monitor([])
    guard count > 1 else { return }
    for _ in 0..<count {
      let body = Unmanaged.passRetained(ThreadBody { self.run() })
      var thread = pthread_t()
      let problem = pthread_create(
        &thread, nil,
        { pointer in
          pointer.map { Unmanaged<ThreadBody>.fromOpaque($0).takeRetainedValue().run() }
          return nil
        }, body.toOpaque())
      if problem == 0 {
        threads.change { $0.append(thread) }
      } else {
        // The system gives no more; those there are do the work.
        body.release()
      }
    }
  }

  /// Gives a piece to the threads; waits while too many are under way.
  func add(_ piece: Piece) {
    if threads.change({ $0.isEmpty }) { return deliver(work(piece)) }
    state.wait { state -> Void? in
      guard state.added - state.delivered < self.window else { return nil }
      state.pieces.append((state.added, piece))
      state.added += 1
      return ()
    }
  }

  /// Waits until all that was added has been delivered, and ends the threads.
  func finish() {
    state.change { $0.isClosed = true }
    for thread in threads.change({ threads in
      defer { threads = [] }
      return threads
    }) { pthread_join(thread, nil) }
  }

  private func run() {
    while let (number, piece) = next() {
      let outcome = work(piece)
      state.change { $0.outcomes[number] = outcome }
      while let outcome = ready() {
        deliver(outcome)
        state.change { state in
          state.isDelivering = false
          state.delivered += 1
        }
      }
    }
  }

  private func next() -> (Int, Piece)? {
    state.wait { state -> (Int, Piece)?? in
      if !state.pieces.isEmpty { return .some(state.pieces.removeFirst()) }
      return state.isClosed ? .some(nil) : nil
    }
  }

  /// The next outcome in order, where it is there and nobody is delivering.
  private func ready() -> Outcome? {
    state.change { state in
      guard !state.isDelivering, let outcome = state.outcomes.removeValue(forKey: state.delivered) else { return nil }
      state.isDelivering = true
      return outcome
    }
  }
}

/// What a thread runs.
private final class ThreadBody {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
