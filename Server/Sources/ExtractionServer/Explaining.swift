import NIOCore
import Synchronization
import UnicodeText
import VNExtract

/// Explains texts, one at a time in a thread of its own; made when the first is asked for.
final class Explaining: Sendable {
  private let workers: Workers
  private let explainer: Mutex<Lazy>

  /// An explainer that is not made before it is needed.
  private struct Lazy {
    let make: @Sendable () throws -> sending Explainer
    var made: Explainer?
  }

  /// Prepares to explain with what `make` makes.
  init(_ limits: Limits, _ make: @escaping @Sendable () throws -> sending Explainer) {
    workers = Workers(1, limit: 16, time: limits.time)
    explainer = Mutex(Lazy(make: make))
  }

  /// The explanation of a text.
  ///
  /// - Throws: `Problem.busy` where too many wait.
  func explain(
    _ text: Text, _ options: ExtractionOptions, _ focus: Explainer.Focus, while isWanted: @escaping @Sendable () -> Bool
  ) async throws -> ByteBuffer {
    try await workers.run(while: isWanted) {
      try self.explainer.withLock { lazy in
        if lazy.made == nil { lazy.made = try lazy.make() }
        var json = JSONWriter()
        lazy.made?.explain(text, options: options, focus: focus).write(to: &json)
        json.newline()
        return ByteBuffer(bytes: json.bytes)
      }
    }
  }

  /// Ends the thread.
  func stop() async throws { try await workers.stop() }
}
