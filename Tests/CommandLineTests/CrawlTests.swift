import Foundation
import Testing

/// WET files of a web crawl.
@Suite struct CrawlTests {
  private static let text = "Ngày 27/2/2024, ông Nguyễn Văn An nói.\r\nWARC/1.0\r\n"

  /// A record; `length` is that of its header where it shall be wrong.
  private static func record(
    _ type: String = "conversion", _ fields: [String] = [], _ block: String = text, length: String? = nil
  ) -> String {
    let lines = ["WARC/1.0", "WARC-Type: \(type)"] + fields + ["Content-Length: \(length ?? String(block.utf8.count))"]
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + block + "\r\n\r\n"
  }

  private static func run(_ records: [String], _ arguments: [String] = []) throws -> Command.Result {
    try Command.run(["extract", "--input", "wet", "--with-text"] + arguments, text: records.joined())
  }

  private static func ids(_ result: Command.Result) throws -> [String] {
    try result.lines.map { line in
      (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"] as? String ?? ""
    }
  }

  @Test func eachPageIsADocument() throws {
    let result = try Self.run([
      Self.record("warcinfo", ["Content-Type: application/warc-fields"], "isPartOf: x\r\n"),
      Self.record("conversion", ["WARC-Target-URI: https://a.vn/1", "WARC-Record-ID: <urn:uuid:1>"]),
      Self.record("request", [], "GET / HTTP/1.1"),
      Self.record("conversion", ["WARC-Record-ID: <urn:uuid:2>"]),
      Self.record("resource", ["content-type: text/plain; charset=utf-8", "WARC-Target-URI: <https://a.vn/3>"]),
      Self.record("resource", ["Content-Type: image/png"], "x"),
      Self.record("CONVERSION", ["warc-target-uri: https://a.vn/", " long/4"], ""),
    ])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(try Self.ids(result) == ["https://a.vn/1", "urn:uuid:2", "https://a.vn/3", "https://a.vn/ long/4"])
    for line in result.lines.prefix(3) {
      let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      // Lines of the text that look like a record's are text.
      #expect(answer?["text"] as? String == Self.text)
      #expect(line.contains("Nguyễn Văn An"))
    }
  }

  /// Line ends without carriage returns, and blank lines before a record, as some tools leave them.
  @Test func looseFilesAreRead() throws {
    let text = "tại Hà Nội\n"
    let loose = "\n\nWARC/1.1\nWARC-Type: conversion\nContent-Length: \(text.utf8.count)\n\n\(text)\n"
    let result = try Command.run(["extract", "--input", "wet"], text: loose + loose)
    #expect(try result.status == 0 && Self.ids(result) == ["1", "2"])
    #expect(try Command.run(["extract", "--input", "wet"]).output.isEmpty)
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n\r\n", "record 2 begins with neither 'WARC/1.0' nor 'WARC/1.1'"),
    ("WARC/1.0\r\nWARC-Type: conversion\r\n\r\n", "record 2 has no 'Content-Length' that is a number"),
    (record(length: "-1"), "record 2 has no 'Content-Length' that is a number"),
    (record(length: "99999"), "it ends too early"), ("WARC/1.0\r\nWARC-Type: x", "record 2 ends within its header"),
    ("WARC/1.0\r\nnonsense\r\n\r\n", "record 2 has a header line without ':'"),
    ("WARC/1.0\r\na: " + String(repeating: "x", count: 70_000), "record 2 has a header line of more than 65536 bytes"),
  ]) func whatIsNoRecordIsTold(broken: String, reason: String) throws {
    let result = try Self.run([Self.record(), broken])
    #expect(result.status == 1 && result.lines.count == 1)
    #expect(result.errors == "vnextract: stdin: cannot be read: \(reason)\n")
  }

  @Test func longRecordsArePassedOver() throws {
    let result = try Self.run([
      Self.record("conversion", ["WARC-Target-URI: u"], String(repeating: "a", count: 11_000_000)), Self.record(),
    ])
    #expect(result.status == 1 && result.lines.count == 2)
    let message = "the document has 11000000 bytes; at most 10000000 are read, so cut it into parts"
    #expect(result.errors == "stdin: record 1:1: error: \(message)\n")
    #expect(result.lines[0] == "{\"id\":\"u\",\"line\":1,\"error\":\"\(message)\"}")
  }

  /// One member a record, as crawls are kept; the name tells the format.
  @Test func compressedCrawlsAreReadByName() throws {
    try Command.withFolder { folder in
      try Data(Self.record("conversion", ["WARC-Target-URI: u"]).utf8).write(to: folder.appending(path: "one"))
      let script =
        "for part in one one one; do gzip -c $part; done > crawl.warc.wet.gz && vnextract extract crawl.warc.wet.gz"
      let result = try Command.shell(script, in: folder)
      #expect(try result.status == 0 && Self.ids(result) == ["u", "u", "u"])
      let linked = try Command.run(["link", "crawl.warc.wet.gz", "--format", "table"], in: folder)
      #expect(linked.status == 0 && linked.text.contains("Nguyễn Văn An"))
    }
  }
}
