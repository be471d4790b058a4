import HTTPTypes
import Hummingbird
import NIOCore
import VNExtract

/// What is told of a request that cannot be answered (RFC 9457).
struct Problem: Error {
  /// A place in a body.
  struct Place {
    /// The offset in bytes.
    var offset: Int
    /// The line, from 1.
    var line: Int
    /// The column in Unicode scalars, from 1.
    var column: Int

    /// The place of a byte in a body.
    init(offset: Int, in body: some BidirectionalCollection<UInt8>) {
      let before = body.prefix(offset)
      let line = before.reversed().prefix { $0 != 0x0A }.reversed()
      self.offset = offset
      self.line = 1 + before.count { $0 == 0x0A }
      column = 1 + String(decoding: line, as: UTF8.self).unicodeScalars.count
    }
  }

  var status: HTTPResponse.Status
  var detail: String
  var place: Place?
  var fields: HTTPFields = [:]

  init(_ status: HTTPResponse.Status, _ detail: String, place: Place? = nil, fields: HTTPFields = [:]) {
    self.status = status
    self.detail = detail
    self.place = place
    self.fields = fields
  }

  /// The body.
  var json: ByteBuffer {
    var json = JSONWriter()
    json.object { json in
      json.field("type", "about:blank")
      json.field("title", status.reasonPhrase)
      json.field("status", status.code)
      json.field("detail", detail)
      if let place {
        json.field("line", place.line)
        json.field("column", place.column)
        json.field("offset", place.offset)
      }
    }
    json.newline()
    return ByteBuffer(bytes: json.bytes)
  }

  /// The head of an answer whose body has so many bytes.
  func head(_ length: Int) -> HTTPResponse {
    var fields = fields
    fields[.contentType] = "application/problem+json"
    fields[.contentLength] = String(length)
    fields[.cacheControl] = "no-store"
    return HTTPResponse(status: status, headerFields: fields)
  }

  /// The answer.
  var response: Response {
    let body = json
    let head = head(body.readableBytes)
    return Response(status: head.status, headers: head.headerFields, body: ResponseBody(byteBuffer: body))
  }
}

extension Problem {
  /// The body is no JSON object with a text.
  static func malformed(_ failure: InputRecord.Failure, in body: [UInt8]) -> Problem {
    Problem(
      .badRequest, "The body cannot be read: \(failure.message).", place: Place(offset: failure.offset, in: body))
  }

  /// The body or a line is longer than is read.
  static func tooLarge(_ limit: Int) -> Problem {
    Problem(.contentTooLarge, "At most \(limit) bytes are read; send longer texts in parts.")
  }

  /// There is more to do than can wait.
  static var busy: Problem {
    Problem(.serviceUnavailable, "Too many documents wait; try again.", fields: [.retryAfter: "1"])
  }

  /// The request comes too slowly.
  static func slow(_ time: TimeAmount) -> Problem {
    Problem(.requestTimeout, "The request did not come within \(time.nanoseconds / 1_000_000_000) seconds.")
  }
}
