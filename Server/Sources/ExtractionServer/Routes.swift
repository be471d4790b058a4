import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import Patterns
import UnicodeText
import VNExtract

/// Answers requests.
struct Routes: HTTPResponder {
  typealias Context = ConnectionContext
  typealias Handler = @Sendable (Routes, Request, Context) async throws -> Response

  let extractor: Extractor
  let explaining: Explaining
  let workers: Workers
  let limits: Limits
  private let room: Room
  private let streams: Room

  init(_ extractor: Extractor, _ explaining: Explaining, _ workers: Workers, _ limits: Limits) {
    self.extractor = extractor
    self.explaining = explaining
    self.workers = workers
    self.limits = limits
    room = Room(limits.room)
    streams = Room(limits.queue)
  }

  static let handlers: [String: [HTTPRequest.Method: Handler]] = [
    "/": [.get: { _, _, _ in Page.response() }],
    "/health": [.get: { routes, _, _ in routes.health }],
    "/version": [.get: { routes, _, _ in routes.version }],
    "/openapi.json": [.get: { _, _, _ in .json(Description.openAPI) }],
    "/schema/document.json": [.get: { _, _, _ in .json(Description.document) }],
    "/schema/explanation.json": [.get: { _, _, _ in .json(Description.explanation) }],
    "/extract": [.post: { try await $0.extract($1, $2) }],
    "/explain": [.post: { try await $0.explain($1, $2) }],
  ]

  func respond(to request: Request, context: Context) async throws -> Response {
    do {
      return try await answer(request, context)
    } catch let problem as Problem {
      return problem.response
    } catch is HTTPParserError {
      return Problem(.badRequest, "The body is not framed as HTTP wants it, or it ended too early.").response
    }
  }

  private func answer(_ request: Request, _ context: Context) async throws -> Response {
    guard let methods = Self.handlers[request.uri.path] else {
      throw Problem(.notFound, "There is nothing at this address; /openapi.json tells what there is.")
    }
    if let handler = methods[request.method] { return try await handler(self, request, context) }
    if request.method == .head, let handler = methods[.get] {
      return try await handler(self, request, context).createHeadResponse()
    }
    let allowed = methods[.get] == nil ? "POST" : "GET, HEAD"
    throw Problem(.methodNotAllowed, "The method can be \(allowed).", fields: [.allow: allowed])
  }

  private var health: Response {
    var json = JSONWriter()
    json.object { json in
      json.field("status", "ok")
      json.field("load", workers.load)
    }
    return .json(json)
  }

  private var version: Response {
    var json = JSONWriter()
    json.object { json in
      json.field("version", Description.version)
      json.field("schema", Document.schema)
      json.key("languages")
      json.array { json in for tag in extractor.languages.tags { json.string(tag) } }
      json.field("maximumBody", limits.body)
      json.field("maximumExplained", limits.explained)
    }
    return .json(json)
  }

  private func extract(_ request: Request, _ context: Context) async throws -> Response {
    let answerer = DocumentAnswerer(
      extractor: extractor, query: try Query(request.uri, languages: extractor.languages.tags))
    let type = try BodyType(request.headers)
    if type == .lines { return try stream(request.body, answerer) }
    var share = room.share()
    let body = try await collect(request, into: &share, limit: limits.body)
    let answer = try await workers.run(while: { context.isOpen }) {
      type == .json ? try answerer.answer(json: body) : answerer.answer(text: body)
    }
    return .json(answer)
  }

  private func stream(_ body: RequestBody, _ answerer: DocumentAnswerer) throws -> Response {
    var share = streams.share()
    try share.grow(by: 1)
    let held = Held(share)
    let answer = StreamAnswer(answerer: answerer, workers: workers, limits: limits)
    return Response(
      status: .ok, headers: [.contentType: "application/x-ndjson", .cacheControl: "no-store"],
      body: ResponseBody { writer in
        try await answer.write(body, to: &writer)
        try await writer.finish(nil)
        withExtendedLifetime(held) {}
      })
  }

  private func explain(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request.uri, languages: extractor.languages.tags, explained: true)
    let type = try BodyType(request.headers)
    if type == .lines { throw Problem(.unsupportedMediaType, "One document is explained at a time.") }
    var share = room.share()
    let body = try await collect(request, into: &share, limit: limits.explained)
    var options = query.options
    var text = body
    if type == .json {
      do throws(InputRecord.Failure) {
        let record = try body.withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in
          try InputRecord(json: bytes)
        }
        text = record.text
        if let language = record.language, extractor.languages.tags.contains(language) { options.language = language }
        if let date = record.date { options.date = date }
      } catch {
        throw Problem.malformed(error, in: body)
      }
    }
    return .json(
      try await explaining.explain(Text(validating: text), options, query.focus, while: { context.isOpen }))
  }

  /// The whole body.
  ///
  /// - Throws: a `Problem` where it is too large or too much is being received.
  private func collect(_ request: Request, into share: inout Room.Share, limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Problem.tooLarge(limit)
    }
    var body: [UInt8] = []
    for try await piece in request.body {
      if body.count + piece.readableBytes > limit { throw Problem.tooLarge(limit) }
      try share.grow(by: piece.readableBytes)
      body += piece.readableBytesView
    }
    return body
  }
}

/// Keeps a share of a room for as long as a closure lives.
private final class Held: Sendable {
  private let share: Room.Share

  init(_ share: consuming Room.Share) { self.share = share }
}

extension Response {
  /// An answer of JSON.
  static func json(_ body: ByteBuffer) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/json", .contentLength: String(body.readableBytes), .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff",
      ], body: ResponseBody(byteBuffer: body))
  }

  /// An answer of one line of JSON.
  static func json(_ writer: JSONWriter) -> Response {
    var writer = writer
    writer.newline()
    return json(ByteBuffer(bytes: writer.bytes))
  }
}
