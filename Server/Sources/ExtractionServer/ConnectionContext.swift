import Hummingbird
import NIOCore

/// What is known of the connection a request came by.
struct ConnectionContext: InitializableFromSource {
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }

  /// Whether the client may still take an answer.
  var isOpen: Bool { channel.isActive }
}
