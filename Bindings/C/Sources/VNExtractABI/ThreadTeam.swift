import Glibc
import Synchronization

/// Threads that share a piece of work and are gone when it is done.
enum ThreadTeam {
  private final class Work {
    let next = Atomic<Int>(0)
    let end: Int
    let body: (Int) -> Void

    init(_ indices: Range<Int>, _ body: @escaping (Int) -> Void) {
      next.store(indices.lowerBound, ordering: .relaxed)
      end = indices.upperBound
      self.body = body
    }

    func run() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < end else { return }
        body(index)
      }
    }
  }

  /// Calls `body` once for each index, by at most so many threads of which the caller is one; returns when all are done.
  ///
  /// Where the system gives no more threads, those there are do the work.
  static func forEach(in indices: Range<Int>, threads count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let work = Work(indices, body)
      var threads: [pthread_t] = []
      for _ in 1..<max(1, min(count, indices.count)) {
        let retained = Unmanaged.passRetained(work)
        var thread = pthread_t()
        let problem = pthread_create(
          &thread, nil,
          { pointer in
            pointer.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
            return nil
          }, retained.toOpaque())
        if problem == 0 { threads.append(thread) } else { retained.release() }
      }
      work.run()
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}
