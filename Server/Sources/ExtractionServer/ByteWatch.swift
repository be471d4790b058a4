import NIOCore

/// Tells how many bytes have come, before they are decoded.
final class ByteWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let tell: (Int) -> Void

  init(_ tell: @escaping (Int) -> Void) { self.tell = tell }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    tell(unwrapInboundIn(data).readableBytes)
    context.fireChannelRead(data)
  }
}
