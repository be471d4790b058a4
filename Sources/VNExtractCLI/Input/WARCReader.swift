/// Reads the records of a WARC file (ISO 28500): the WET files of a web crawl hold the plain text of one page in each.
struct WARCReader {
  /// A record's header.
  struct Header {
    /// `WARC-Type`: `conversion` is a page's text, `warcinfo` speaks of the file.
    var type = ""
    /// `WARC-Target-URI`.
    var address: String?
    /// `WARC-Record-ID`, without its angle brackets.
    var id: String?
    /// `Content-Type`.
    var contentType = ""
    /// `Content-Length`: the bytes of the block that follows.
    var length = 0

    /// Whether the block is the text of a page.
    var isText: Bool { type == "conversion" || type == "resource" && contentType.hasPrefix("text/plain") }
  }

  /// The number of records begun.
  private(set) var count = 0

  /// A header has some twenty fields of an address at most.
  private static let limit = 1 << 16

  /// The header of the next record, which leaves the source at its block; nil at the end.
  ///
  /// - Throws: `CannotRead` where no record stands here; without its length nothing behind it can be found.
  mutating func next(_ source: inout ByteSource) throws(CannotRead) -> Header? {
    var first: String
    repeat {
      guard let line = try line(&source) else { return nil }
      first = line
    } while first.isEmpty
    count += 1
    guard first.hasPrefix("WARC/") else { throw failure(source.name, "begins with neither 'WARC/1.0' nor 'WARC/1.1'") }
    var fields: [(name: String, value: String)] = []
    while true {
      guard let line = try line(&source) else { throw failure(source.name, "ends within its header") }
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t", !fields.isEmpty {
        // A line that begins with a blank goes on with the field before.
        fields[fields.count - 1].value += " " + line.trimmed
      } else if let colon = line.firstIndex(of: ":") {
        fields.append((line[..<colon].trimmed.lowercased(), line[line.index(after: colon)...].trimmed))
      } else {
        throw failure(source.name, "has a header line without ':'")
      }
    }
    return try header(fields, source.name)
  }

  private func header(_ fields: [(name: String, value: String)], _ file: String) throws(CannotRead) -> Header {
    var header = Header()
    var length: Int?
    for (name, value) in fields {
      switch name {
      case "warc-type": header.type = value.lowercased()
      // Some writers put angle brackets around the address, as WARC 1.0 wrote it.
      case "warc-target-uri": header.address = Self.bare(value)
      case "warc-record-id": header.id = Self.bare(value)
      case "content-type": header.contentType = value.lowercased()
      case "content-length": length = Int(value).flatMap { $0 >= 0 ? $0 : nil }
      default: break
      }
    }
    guard let length else { throw failure(file, "has no 'Content-Length' that is a number") }
    header.length = length
    return header
  }

  private func line(_ source: inout ByteSource) throws(CannotRead) -> String? {
    switch try source.line(limit: Self.limit) {
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .tooLong: throw failure(source.name, "has a header line of more than \(Self.limit) bytes")
    case nil: return nil
    }
  }

  private func failure(_ file: String, _ what: String) -> CannotRead {
    CannotRead(path: file, reason: "record \(count) \(what)")
  }

  private static func bare(_ value: String) -> String {
    value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
  }
}
