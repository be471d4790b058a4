import HTTPTypes

/// How the body of a request is to be read.
enum BodyType {
  /// One JSON object, a document.
  case json
  /// A JSON object a line.
  case lines
  /// One text.
  case text

  /// What is accepted.
  static let accepted = "application/json, application/x-ndjson, application/jsonl, text/plain"

  /// What the fields of a request say of its body.
  ///
  /// - Throws: a `Problem` of status 415.
  init(_ fields: HTTPFields) throws(Problem) {
    if let coding = fields[.contentEncoding], coding.lowercased() != "identity" {
      throw Problem(
        .unsupportedMediaType, "Bodies are read without compression.", fields: [.acceptEncoding: "identity"])
    }
    let parts = (fields[.contentType] ?? "").split(separator: ";").map { $0.lowercased().filter { !$0.isWhitespace } }
    for part in parts.dropFirst() where part.hasPrefix("charset=") {
      let name = part.dropFirst("charset=".count).filter { $0 != "\"" }
      if !["utf-8", "utf8", "us-ascii"].contains(name) {
        throw Problem(.unsupportedMediaType, "Bodies are read as UTF-8.")
      }
    }
    switch parts.first {
    case "application/json": self = .json
    case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines": self = .lines
    case "text/plain": self = .text
    default:
      throw Problem(
        .unsupportedMediaType, "The Content-Type can be \(Self.accepted).", fields: [.accept: Self.accepted])
    }
  }
}
