public import NIOCore
import VNExtract

/// What one client may ask of a server.
public struct Limits: Sendable {
  /// The most bytes of a body, or of a line of a stream.
  public var body = 1_000_000
  /// The longest time a client may take to send a request, or to take its answer, and a document may wait for a worker.
  public var time: TimeAmount = .seconds(30)
  /// The longest time a connection may stand open without a request.
  public var idle: TimeAmount = .seconds(75)
  /// The number of workers that read documents.
  public var workers = System.coreCount
  /// The most documents that wait for a worker, and the most streams that are open.
  public var queue = 256
  /// The most bytes of all bodies that are being received or wait.
  public var room: Int { max(64_000_000, 8 * body) }
  /// The most bytes of a text that is explained; explaining takes a hundred times as long as finding.
  public var explained: Int { min(body, 20_000) }
  /// The most connections at a time.
  public var connections = 512

  /// The limits of a server that is told nothing.
  public init() {}
}
