import Foundation
import Testing

/// Several files and folders, and where their answers go.
@Suite struct FolderTests {
  private static let text = "Ngày 27/2/2024, ông Nguyễn Văn An nói.\n"

  private static func withArticles(_ body: (URL) throws -> Void) throws {
    try Command.withFolder { folder in
      for name in ["b.txt", "a.txt", "deep/er/c.txt", ".hidden/d.txt"] {
        let place = folder.appending(path: "in/" + name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(Self.text.utf8).write(to: place)
      }
      try body(folder)
    }
  }

  private static func ids(_ result: Command.Result) -> [String] {
    result.lines.compactMap { $0.firstMatch(of: /^\{"schema":1,"id":"([^"]*)"/).map { String($0.output.1) } }
  }

  private static func files(_ folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }.sorted()
  }

  @Test func filesComeInTheirOrder() throws {
    try Self.withArticles { folder in
      let result = try Command.run(["extract", "in/b.txt", "in", "in/a.txt"], in: folder)
      #expect(result.status == 0 && result.errors.isEmpty)
      #expect(Self.ids(result) == ["in/b.txt", "in/a.txt", "in/b.txt", "in/deep/er/c.txt", "in/a.txt"])
    }
  }

  @Test func loopsAndPipesAreLeftOut() throws {
    try Self.withArticles { folder in
      let setup = "cd in && ln -s .. deep/up && ln -s self self && mkfifo pipe && ln -s gone broken && chmod 0 b.txt"
      #expect(try Command.shell(setup, in: folder).status == 0)
      let result = try Command.run(["extract", "in"], in: folder)
      #expect(result.status == 1)
      var expected = """
        in/deep/up: note: leads to a folder that is read already; left out
        in/pipe: note: neither a file nor a folder; left out
        vnextract: in/b.txt: cannot be read: Permission denied
        vnextract: in/broken: cannot be read: No such file or directory
        vnextract: in/self: cannot be read: Too many levels of symbolic links

        """
      // Nothing is forbidden to root.
      if getuid() == 0 {
        expected = expected.replacing("vnextract: in/b.txt: cannot be read: Permission denied\n", with: "")
      }
      #expect(result.errors == expected)
      #expect(Self.ids(result).filter { $0 != "in/b.txt" } == ["in/a.txt", "in/deep/er/c.txt"])
    }
  }

  @Test func aFileIsWritten() throws {
    try Self.withArticles { folder in
      let result = try Command.run(["extract", "in", "-o", "all.csv"], in: folder)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
      let written = try Data(contentsOf: folder.appending(path: "all.csv"))
      let direct = try Command.run(["extract", "in", "--format", "csv"], in: folder)
      // In a file the mark stands that Excel knows UTF-8 by.
      #expect(Array(written) == [0xEF, 0xBB, 0xBF] + direct.output && direct.text.hasPrefix("id,type,"))
      // The name of the file is not stronger than the option.
      _ = try Command.run(["extract", "in", "-o", "all.csv", "--format", "html"], in: folder)
      #expect(try String(contentsOf: folder.appending(path: "all.csv"), encoding: .utf8).hasSuffix("</html>\n"))
    }
  }

  @Test(arguments: [
    ("jsonl", ".jsonl"), ("csv", ".csv"), ("html", ".html"), ("gold", ".gold.xml"), ("conll", ".conll"),
    ("table", ".tsv"), ("text", ".txt"),
  ]) func aFolderIsWritten(format: String, ending: String) throws {
    try Self.withArticles { folder in
      let result = try Command.run(["extract", "in", "--output", "out/", "--format", format], in: folder)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
      let out = folder.appending(path: "out")
      #expect(try Self.files(out) == ["a", "b", "deep/er/c"].map { $0 + ending })
      let alone = try Command.run(["extract", "in/deep/er/c.txt", "--format", format], in: folder)
      let written = String(decoding: try Data(contentsOf: out.appending(path: "deep/er/c" + ending)), as: UTF8.self)
      let expected = (format == "csv" ? "\u{FEFF}" : "") + alone.text
      // Anchors of a page count the documents of the run.
      #expect(written.replacing(/d\d+-m/, with: "m") == expected.replacing(/d\d+-m/, with: "m"))
    }
  }

  @Test func standOffLiesBesideItsText() throws {
    try Self.withArticles { folder in
      let result = try Command.run(["extract", "in", "--output", "out/", "--format", "brat"], in: folder)
      #expect(result.status == 0)
      let out = folder.appending(path: "out")
      #expect(try Self.files(out) == ["a.ann", "a.txt", "b.ann", "b.txt", "deep/er/c.ann", "deep/er/c.txt"])
      #expect(try String(contentsOf: out.appending(path: "b.txt"), encoding: .utf8) == Self.text)
      // In the folder of the inputs the texts are there already.
      let beside = ["extract", "in", "--output", "in", "--format", "brat"]
      #expect(try Command.run(beside, in: folder).status == 0)
      // The second time the annotations are inputs, which are not written over.
      #expect(try Command.run(beside, in: folder).status == 2)
      #expect(try String(contentsOf: folder.appending(path: "in/a.txt"), encoding: .utf8) == Self.text)
    }
  }

  /// A folder of answers inside the inputs is not read the next time.
  @Test func answersAreNoInputs() throws {
    try Self.withArticles { folder in
      for _ in 1...2 {
        let result = try Command.run(["extract", "in", "-o", "in/out/"], in: folder)
        let written = try Self.files(folder.appending(path: "in/out"))
        #expect(result.status == 0 && written.count == 3)
      }
    }
  }

  @Test func nothingIsWrittenOver() throws {
    try Self.withArticles { folder in
      let same = try Command.run(["extract", "in/a.txt", "-o", "in/a.txt"], in: folder)
      #expect(same.status == 2)
      #expect(same.errors.contains("--output in/a.txt would write over the input in/a.txt."))
      try Data(Self.text.utf8).write(to: folder.appending(path: "in/a.md"))
      let twice = try Command.run(["extract", "in", "-o", "out/"], in: folder)
      #expect(twice.status == 2)
      #expect(twice.errors.contains("in/a.md and in/a.txt would both be answered in out/a.jsonl"))
      #expect(try String(contentsOf: folder.appending(path: "in/a.txt"), encoding: .utf8) == Self.text)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    }
  }

  @Test func whatCannotBeWrittenIsTold() throws {
    try Self.withArticles { folder in
      let place = try Command.run(["extract", "in", "-o", "no/such/file.csv"], in: folder)
      #expect(place.status == 1)
      #expect(place.errors == "vnextract: no/such/file.csv: cannot be written: No such file or directory\n")
      // One of several files fails, the others are written.
      try FileManager.default.createDirectory(
        at: folder.appending(path: "out/a.jsonl"), withIntermediateDirectories: true)
      let one = try Command.run(["extract", "in", "-o", "out"], in: folder)
      #expect(one.status == 1)
      #expect(one.errors == "vnextract: out/a.jsonl: cannot be written: Is a directory\n")
      #expect(try Self.files(folder.appending(path: "out")) == ["a.jsonl", "b.jsonl", "deep/er/c.jsonl"])
    }
  }

  /// Names tell what a file holds, whatever it is compressed with.
  @Test func namesTellTheFormat() throws {
    try Command.withFolder { folder in
      let line = "{\"id\":\"x\",\"text\":\"tại Hà Nội\"}\n"
      let setup = "printf '%s' '\(line)\(line)' | tee lines.jsonl lines.ndjson | gzip > lines.jsonl.gz"
      #expect(try Command.shell(setup, in: folder).status == 0)
      let result = try Command.run(["extract", "lines.jsonl", "lines.jsonl.gz", "lines.ndjson"], in: folder)
      #expect(result.status == 0 && Self.ids(result) == Array(repeating: "x", count: 6))
      let asText = try Command.run(["extract", "--input", "text", "lines.jsonl"], in: folder)
      #expect(Self.ids(asText) == ["lines.jsonl"])
    }
  }

  @Test func foldersOfTheEnvironmentCount() throws {
    try Command.withFolder { folder in
      for (name, word) in [("one", "Zorglub"), ("two", "Bulgroz")] {
        let place = folder.appending(path: name + "/en")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data("surface\tsense\tcode\n\(word) City\tplace\tZZ\n".utf8).write(to: place.appending(path: "zz.tsv"))
      }
      let folders = "\(folder.path)/one:\(folder.path)/two"
      let result = try Command.run(
        ["extract", "--language", "en"], input: Array("He lives in Zorglub City and Bulgroz City.\n".utf8),
        environment: ["VNEXTRACT_LEXICONS": folders])
      #expect(result.status == 0 && result.errors.isEmpty)
      #expect(result.text.contains("\"text\":\"Zorglub City\"") && result.text.contains("\"text\":\"Bulgroz City\""))
      let missing = try Command.run(["extract"], environment: ["VNEXTRACT_LEXICONS": "/no/such"])
      #expect(missing.status == 2 && missing.errors.contains("/no/such:1:1: error: cannot be read"))
    }
  }
}
