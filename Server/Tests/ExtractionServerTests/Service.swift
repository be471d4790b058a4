import ExtractionServer
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Testing
import VNExtract

/// A server for tests.
enum Service {
  static let extractor = Extractor()

  static let text = "Chiều 27/2/2024, ông Lê Văn Sáu, Bí thư Huyện ủy U Minh, nói."

  /// Runs a test with a client of a server that listens at a free port.
  static func run(
    _ limits: Limits = Limits(), _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let server = ExtractionServer(extractor, limits: limits) { try Explainer() }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    try await server.application(host: "127.0.0.1", port: 0, logger: logger).test(.live, test)
    try await server.stop()
  }

  /// What the command writes for a text.
  static func answer(
    _ text: String, id: String, options: ExtractionOptions = ExtractionOptions(), withText: Bool = false
  ) -> String {
    var json = JSONWriter()
    extractor.extract(text, id: id, options: options).write(to: &json, withText: withText)
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension TestClientProtocol {
  /// Posts a body.
  func post(
    _ uri: String, _ type: String?, _ body: String, fields: HTTPFields = [:]
  ) async throws -> (status: Int, body: String, fields: HTTPFields) {
    var fields = fields
    if let type { fields[.contentType] = type }
    let answer = try await executeRequest(uri: uri, method: .post, headers: fields, body: ByteBuffer(string: body))
    return (answer.head.status.code, String(buffer: answer.body), answer.head.headerFields)
  }

  /// Asks without a body.
  func ask(
    _ uri: String, _ method: HTTPRequest.Method = .get
  ) async throws -> (status: Int, body: String, fields: HTTPFields) {
    let answer = try await executeRequest(uri: uri, method: method, headers: [:], body: nil)
    return (answer.head.status.code, String(buffer: answer.body), answer.head.headerFields)
  }
}
