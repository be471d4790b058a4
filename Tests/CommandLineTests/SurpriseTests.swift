import Foundation
import Testing

@testable import VNExtractCLI

/// Nothing that stands in an input does anything: not to a terminal, a browser, a spreadsheet or the file system.
@Suite struct SurpriseTests {
  private static let hostile =
    "Ông \u{1B}[31mNguyễn Văn An\u{1B}]0;title\u{7} \u{9B}2J <script>alert(1)</script> =1+1 ngày 27/2/2024\u{8}\n"

  /// Runs a line of the shell on a terminal; all that the terminal got.
  private static func onTerminal(_ line: String, in folder: URL) throws -> String {
    try Data(line.utf8).write(to: folder.appending(path: "line"))
    return try Command.shell("script -qec 'bash line' /dev/null < /dev/null", in: folder).text
  }

  /// What a terminal would obey, other than the colours of the command's own view.
  private static func controls(_ text: String) -> [UInt32] {
    text.replacing(/\u{1B}\[\d+m/, with: "").unicodeScalars.map(\.value).filter {
      $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || (0x7F..<0xA0).contains($0)
    }
  }

  @Test(arguments: OutputFormat.allCases) func noEscapeSequenceReachesTheTerminal(format: OutputFormat) throws {
    try Command.withFolder { folder in
      try Data(Self.hostile.utf8).write(to: folder.appending(path: "a.txt"))
      let shown = try Self.onTerminal("vnextract extract --with-text --format \(format) a.txt", in: folder)
      #expect(shown.contains("27/2/2024") && Self.controls(shown).isEmpty, "\(Self.controls(shown))")
      if format != .text { #expect(!shown.contains("\u{1B}")) }
    }
  }

  @Test func otherCommandsAndMessagesAreSafeToo() throws {
    try Command.withFolder { folder in
      try Data(Self.hostile.utf8).write(to: folder.appending(path: "a.txt"))
      let words = folder.appending(path: "words/en")
      try FileManager.default.createDirectory(at: words, withIntermediateDirectories: true)
      try Data("surface\tsense\n\u{1B}[31mred\n".utf8).write(to: words.appending(path: "places.tsv"))
      for line in [
        "tokens a.txt", "tokens --format jsonl a.txt", "normalize a.txt", "explain a.txt", "link a.txt",
        "link --format csv a.txt", "check words", "extract $'no\\033[31mfile'", "score $'no\\033[31m'",
        "extract --types $'\\033[31m' a.txt", "$'\\033[31m'",
      ] {
        let shown = try Self.onTerminal("vnextract " + line, in: folder)
        #expect(!shown.contains("\u{1B}[31m"), "\(line)")
        #expect(Self.controls(shown).isEmpty, "\(line): \(Self.controls(shown))")
      }
    }
  }

  /// Ids and texts that are formulas, markup or rows of their own.
  @Test func pagesAndSheetsAreSafe() throws {
    let records = [
      "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "a\",b", "a\nb", "<script>x</script>", "\"><img src=x>",
    ].map {
      let record = ["id": $0, "text": "\($0) Minister <b>=Tran</b> Van Nam, 27/2/2024"]
      return (try? JSONSerialization.data(withJSONObject: record)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let input = Array(records.map { $0 + "\n" }.joined().utf8)
    let sheet = try Command.run(["extract", "--input", "jsonl", "--format", "csv"], input: input).text
    for line in sheet.split(separator: "\r\n") {
      #expect(!"=+-@".contains(line.first ?? "x") && !line.hasPrefix("\"=") && !line.hasPrefix("\"@"), "\(line)")
    }
    let page = try Command.run(["extract", "--input", "jsonl", "--format", "html"], input: input).text
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;"))
  }

  /// Ids name no files, and nothing is written but below `--output`.
  @Test func nothingIsWrittenElsewhere() throws {
    try Command.withFolder { folder in
      let ids = ["../../x", "/tmp/vnextract-x", "..", ".", "", "a/b", "\u{0}", String(repeating: "n", count: 400)]
      let records = ids.map { id -> String in
        let record: [String: Any] = [
          "id": id, "text": "Tran Van Nam",
          "mentions": [["id": "m1", "type": "PERSON", "start": 0, "end": 12, "text": "Tran Van Nam"]],
          "relations": [] as [Any], "entities": [] as [Any],
        ]
        return (try? JSONSerialization.data(withJSONObject: record)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      }
      let work = folder.appending(path: "a/b/c")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try Data(records.map { $0 + "\n" }.joined().utf8).write(to: work.appending(path: "in.jsonl"))
      for line in [
        "extract in.jsonl --output out/", "extract in.jsonl --output one.html",
        "extract in.jsonl --format csv > /dev/null",
        "link in.jsonl > /dev/null", "convert --to gold in.jsonl --output gold",
        "convert --to brat in.jsonl --output brat",
        "convert --to timeml in.jsonl --output timeml",
      ] {
        _ = try Command.shell("HOME=$PWD; export HOME; vnextract \(line)", in: work)
      }
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
      let allowed = ["a", "a/b", "a/b/c", "a/b/c/in.jsonl", "a/b/c/one.html"]
      let below = ["out", "gold", "brat", "timeml"].map { "a/b/c/" + $0 }
      let foreign = names.filter { name in
        !allowed.contains(name) && !below.contains { name == $0 || name.hasPrefix($0 + "/") }
      }
      #expect(foreign.isEmpty, "\(foreign)")
      #expect(names.contains("a/b/c/out/in.jsonl") && names.contains("a/b/c/one.html"))
      #expect(!FileManager.default.fileExists(atPath: "/tmp/vnextract-x.gold.xml"))
      #expect(names.contains { $0.hasPrefix("a/b/c/gold/") })
    }
  }

  /// The command's own code opens no connection.
  @Test func thereIsNoNetwork() throws {
    let symbols = try Command.shell("nm -uD \(Command.path.path)").lines.compactMap { $0.split(separator: " ").last }
    #expect(symbols.contains { $0.hasPrefix("read") })
    let wanted: Set = ["socket", "connect", "bind", "listen", "getaddrinfo", "sendto"]
    #expect(symbols.map { String($0.prefix { $0 != "@" }) }.filter(wanted.contains).isEmpty)
  }
}
