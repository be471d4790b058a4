import Foundation
import Testing

/// Whatever comes in, a clear message goes out and the rest is done.
@Suite struct BadInputTests {
  @Test func randomBytes() throws {
    var state: UInt64 = 11
    let bytes = (0..<20_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let result = try Command.run(["extract"], input: bytes)
    #expect(result.status == 0)
    #expect(result.errors.contains("stdin: warning:") && result.errors.contains("are not UTF-8, the first at byte"))
    #expect(result.lines.count == 1)
  }

  @Test func emptyInput() throws {
    let result = try Command.run(["extract"])
    #expect(result.status == 0 && result.errors.isEmpty)
    let found = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
    #expect(found?["language"] as? String == "und" && (found?["mentions"] as? [Any])?.isEmpty == true)
    #expect(try Command.run(["extract", "--input", "jsonl"]).output.isEmpty)
  }

  @Test func linesThatAreNoJSON() throws {
    let input = """
      {"id":"a","text":"ngày 27/2/2024"}
      not json
      {"id":"b"}

      {"id":"c","text":"tại Hà Nội","lang":"vi"}
      """
    let result = try Command.run(["extract", "--input", "jsonl"], text: input)
    #expect(result.status == 1)
    #expect(result.lines.count == 5)
    #expect(result.lines[1] == #"{"id":"2","line":2,"error":"this is not a JSON object"}"#)
    #expect(result.lines[2] == #"{"id":"b","line":3,"error":"the object has no field 'text'"}"#)
    #expect(result.lines[4].hasPrefix(#"{"schema":1,"id":"c","language":"vi""#))
    #expect(result.errors.contains("stdin:2:1: error: this is not a JSON object\n"))
  }

  @Test func missingFilesAreNamedAndTheRestIsRead() throws {
    let result = try Command.run(["extract", "/no/such/file", "LICENSE"])
    #expect(result.status == 1)
    #expect(result.errors == "vnextract: /no/such/file: cannot be read: No such file or directory\n")
    #expect(result.lines.count == 1 && result.lines[0].contains(#""id":"LICENSE""#))
  }

  @Test(arguments: [
    (["extract", "--nonsense"], "Unknown option '--nonsense'"), (["extract", "--format", "docx"], "'docx' is invalid"),
    (["extract", "--language", "xx"], "--language can be auto, ar, en, vi, not 'xx'."),
    (["extract", "--date", "soon"], "'soon' is invalid"), (["extract", "--types", "NAME"], "not 'NAME'"),
    (["extract", "--evidence", "sure"], "not 'sure'"), (["score"], "Missing expected argument"),
    (["extract", "--lexicons", "/no/such"], "/no/such:1:1: error: cannot be read"),
    (["extract", "-o", "out.xlsx"], "--output out.xlsx: '.xlsx' tells no format (.jsonl, "),
  ]) func wrongUsage(arguments: [String], message: String) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func brokenLexiconsAreLocated() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "vi"), withIntermediateDirectories: true)
    try Data("surface\tsense\nb\tx\na\tx\n".utf8).write(to: folder.appending(path: "vi/a.tsv"))
    let result = try Command.run(["check", folder.path])
    #expect(result.status == 2)
    #expect(result.errors.contains("vi/a.tsv:3:1: error: 'a' must stand before 'b'"))
    #expect(try Command.run(["extract", "--lexicons", folder.path]).status == 2)
  }

  /// What is no text is told by name, and the rest is read.
  @Test(arguments: [
    ("%PDF-1.7\n", "a PDF"), ("PK\u{3}\u{4}", "a Word, Excel"), ("{\\rtf1", "RTF"), ("GIF89a", "a picture"),
    ("BZh91AY", "compressed"),
  ]) func filesThatAreNoTexts(start: String, what: String) throws {
    try Command.withFolder { folder in
      try Data((start + "rest").utf8).write(to: folder.appending(path: "a"))
      try Data("ngày 27/2/2024".utf8).write(to: folder.appending(path: "b"))
      for command in ["extract", "link"] {
        let result = try Command.run([command, "a", "b"], in: folder)
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("a:1:1: error: this is \(what)") && result.errors.hasSuffix(" first\n"))
      }
      #expect(try Command.run(["extract", "a", "b"], in: folder).lines.count == 1)
    }
  }

  @Test(arguments: ["<!DOCTYPE html><p>x", "\n <HTML lang=vi>"]) func pagesOfTheWebAreNoted(text: String) throws {
    let result = try Command.run(["extract"], text: text)
    #expect(result.status == 0)
    #expect(result.errors == "stdin: note: this is HTML, whose tags are read as text; take the text out first\n")
    #expect(try Command.run(["extract"], text: "<p>" + text).errors.isEmpty)
  }

  @Test func anotherEncodingIsSuspected() throws {
    let result = try Command.run(["extract"], input: [0xFF, 0xFE, 0x41, 0x00])
    #expect(result.errors.hasSuffix("the first at byte 0; --encoding auto finds out what it is\n"))
  }

  /// Somebody who writes the text behind the command is told how it goes in.
  @Test func aTextIsNoFile() throws {
    let result = try Command.run(["Ngày 27/2/2024"])
    #expect(result.status == 1)
    #expect(
      result.errors.hasSuffix("\nvnextract: a text goes in by standard input: echo 'Ngày 27/2/2024' | vnextract\n"))
    let tokens = try Command.run(["tokens", "Tỉnh ủy"])
    #expect(tokens.errors.hasSuffix("echo 'Tỉnh ủy' | vnextract tokens\n"))
  }

  @Test func documentsThatAreTooLong() throws {
    let line = Array(repeating: UInt8(0x61), count: 50_000_000)
    let result = try Command.run(["extract", "--input", "lines"], input: line + Array("\nngày 27/2/2024".utf8))
    #expect(result.status == 1 && result.lines.count == 2)
    let message = "the document has 50000000 bytes; at most 10000000 are read, so cut it into parts"
    #expect(result.errors == "stdin:1:1: error: \(message)\n")
    #expect(result.lines[0] == "{\"id\":\"1\",\"line\":1,\"error\":\"\(message)\"}")
    #expect(result.lines[1].contains("2024-02-27"))
    #expect(try Command.run(["extract"], input: line).status == 1)
  }

  @Test func oneLongLine() throws {
    let line = Array(String(repeating: "Chủ tịch UBND tỉnh Hậu Giang nói. ", count: 2_000).utf8)
    let result = try Command.run(["extract", "--input", "lines"], input: line)
    #expect(result.status == 0 && result.lines.count == 1)
  }
}
