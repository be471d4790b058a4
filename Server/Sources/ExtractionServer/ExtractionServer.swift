public import Hummingbird
import HummingbirdCore
public import Logging
public import NIOCore
public import VNExtract

/// The server: finds what stands in texts that are sent to it.
public struct ExtractionServer: Sendable {
  /// The version of the project.
  public static let version = Description.version

  private let routes: Routes
  private let limits: Limits

  /// Creates a server; `explainer` is asked for what explains when it is first needed.
  public init(
    _ extractor: Extractor, limits: Limits = Limits(), explainer: @escaping @Sendable () throws -> sending Explainer
  ) {
    self.limits = limits
    let workers = Workers(limits.workers, limit: limits.queue, time: limits.time)
    routes = Routes(extractor, Explaining(limits, explainer), workers, limits)
  }

  /// The application that serves an address; `onServerRunning` is given the channel that listens.
  public func application(
    host: String, port: Int, logger: Logger, onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let limits = limits
    var configuration = HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionGuard(limits)],
      httpDecoderConfiguration: .init(maxHeaderFieldSize: 8192, maxHeaderListSize: 16384, maxHeaderFieldCount: 100))
    configuration.idleTimeout = nil
    return Application(
      responder: routes, server: .http1(configuration: configuration),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil,
        availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
      onServerRunning: onServerRunning, logger: logger)
  }

  /// Ends the threads that read documents, after what has begun.
  public func stop() async throws {
    try await routes.workers.stop()
    try await routes.explaining.stop()
  }
}
