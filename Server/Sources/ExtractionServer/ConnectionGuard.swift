import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Watches over one connection, so that a client that is slow, wrong or gone costs nothing.
///
/// It stands between the decoder and Hummingbird: it answers what is no HTTP, ends what comes or is taken too slowly, and closes
/// a connection whose request was answered before it had been read, in a way that lets the client see the answer.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Where the client is with what it sends.
  private enum Sending {
    /// Nothing has come since the last request.
    case nothing
    /// The head of a request is coming.
    case head
    /// The body of a request is coming; whether pauses are counted instead of the whole.
    case body(isStream: Bool)
    /// Nothing that comes is read any more.
    case ended
  }

  private let limits: Limits
  private var sending = Sending.nothing
  /// When the client is too late.
  private var deadline = NIODeadline.distantFuture
  private var timer: Scheduled<Void>?
  /// Requests whose answer has not been written.
  private var unanswered = 0
  /// Whether the head of the answer under way has been written.
  private var isAnswering = false
  /// Whether the server waits for the client to send.
  private var isReading = false
  /// Since when the client does not take what is written.
  private var blocked: NIODeadline?
  private var mustClose = false
  /// How many bytes have been passed over since the last answer.
  private var passed = 0

  /// How long a client has to take the last answer before the connection is cut.
  private static let linger = TimeAmount.seconds(2)
  /// How many bytes may come until then.
  private static let lingerLimit = 10_000_000

  init(_ limits: Limits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    let watch = ByteWatch { [weak self] in self?.bytesCame($0, context) }
    try? context.pipeline.syncOperations.addHandler(watch, position: .first)
    wait(limits.idle)
    schedule(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  // MARK: what comes

  private func bytesCame(_ count: Int, _ context: ChannelHandlerContext) {
    switch sending {
    case .nothing:
      sending = .head
      wait(limits.time)
    case .ended:
      passed += count
      if passed > Self.lingerLimit { context.close(promise: nil) }
    case .head, .body: break
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .ended = sending { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      unanswered += 1
      let isStream = (try? BodyType(head.headerFields)) == .lines
      sending = .body(isStream: isStream)
      wait(limits.time)
      if head.headerFields[.expect]?.lowercased() == "100-continue", isWelcome(head) {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
    case .body:
      if case .body(isStream: true) = sending { wait(limits.time) }
    case .end:
      sending = .nothing
      wait(limits.idle)
    }
    context.fireChannelRead(data)
  }

  /// Whether a body should be sent that the client asks about first.
  private func isWelcome(_ head: HTTPRequest) -> Bool {
    head.headerFields[.contentLength].flatMap { Int($0) }.map { $0 <= limits.body } ?? true
  }

  func read(context: ChannelHandlerContext) {
    isReading = true
    context.read()
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    isReading = false
    context.fireChannelReadComplete()
    if case .ended = sending { context.read() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch sending {
    case .ended: return
    case .body: context.fireErrorCaught(error)
    case .nothing, .head:
      guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
      if unanswered > 0 {
        mustClose = true
        sending = .ended
      } else {
        refuse(context, Self.problem(error))
      }
    }
  }

  private static func problem(_ error: HTTPParserError) -> Problem {
    error == .headerOverflow
      ? Problem(.requestHeaderFieldsTooLarge, "The head of the request is too long.")
      : Problem(.badRequest, "This is no HTTP request.")
  }

  // MARK: what goes

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      isAnswering = true
      if unanswered == 1, case .body(isStream: false) = sending { mustClose = true }
      if mustClose { head.headerFields[.connection] = "close" }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      isAnswering = false
      if unanswered == 1, case .body = sending { mustClose = true }
      unanswered -= 1
      context.write(data, promise: promise)
      if mustClose { close(context) }
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    blocked = context.channel.isWritable ? nil : .now()
    context.fireChannelWritabilityChanged()
  }

  /// Answers what could not become a request, and closes the connection.
  private func refuse(_ context: ChannelHandlerContext, _ problem: Problem) {
    let body = problem.json
    var head = problem.head(body.readableBytes)
    head.headerFields[.connection] = "close"
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(body)), promise: nil)
    context.write(wrapOutboundOut(.end(nil)), promise: nil)
    close(context)
  }

  /// Ends the answers and passes over what still comes, until the client closes its side or the time is over.
  ///
  /// A connection that is closed with bytes unread is reset, and the client may lose the answer.
  private func close(_ context: ChannelHandlerContext) {
    sending = .ended
    context.flush()
    context.close(mode: .output, promise: nil)
    context.read()
    wait(Self.linger)
    schedule(context)
  }

  // MARK: time

  private func wait(_ time: TimeAmount) { deadline = .now() + time }

  /// Looks again when the deadline may have come, and at least twice within the time of a request.
  private func schedule(_ context: ChannelHandlerContext) {
    timer?.cancel()
    let soon = NIODeadline.now() + TimeAmount.nanoseconds(max(1, limits.time.nanoseconds / 2))
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: min(deadline, soon)) { [weak self] in
      self?.look(context)
    }
  }

  private func look(_ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    let now = NIODeadline.now()
    if let blocked, now - blocked > limits.time { return context.close(promise: nil) }
    if now >= deadline {
      switch sending {
      case .ended: return context.close(promise: nil)
      case .nothing:
        if unanswered == 0 { return context.close(promise: nil) }
        wait(limits.idle)
      case .head where unanswered > 0: wait(limits.time)
      case .head:
        refuse(context, .slow(limits.time))
        return
      case .body:
        if isReading {
          context.fireErrorCaught(Problem.slow(limits.time))
          wait(.hours(1))
        } else {
          wait(limits.time)
        }
      }
    }
    schedule(context)
  }
}
