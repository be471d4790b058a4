import Lexicon
import Testing

@Suite struct LexiconParserTests {
  /// A broken file and its exact diagnostics.
  struct Case: CustomTestStringConvertible {
    let name: String
    let file: String
    let messages: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "empty", file: "",
      messages: ["f.tsv:1:1: error: the file has no header line (surface, sense, then features)"]),
    Case(
      name: "only comments", file: "# nothing\n",
      messages: ["f.tsv:1:1: error: the file has no header line (surface, sense, then features)"]),
    Case(
      name: "wrong header", file: "word\tsense\n",
      messages: ["f.tsv:1:1: error: the header must begin with the columns 'surface' and 'sense'"]),
    Case(
      name: "unknown column", file: "surface\tsense\tcolour\n",
      messages: [
        "f.tsv:1:15: error: unknown column 'colour'; known are value, code, kind, mod, status, name, now, gender, "
          + "doubtful, role, unit"
      ]),
    Case(
      name: "column twice", file: "surface\tsense\tkind\tkind\n",
      messages: ["f.tsv:1:20: error: column 'kind' stands here twice"]),
    Case(
      name: "no sense", file: "surface\tsense\nhello\n",
      messages: ["f.tsv:2:1: error: an entry needs a surface and a sense, separated by a tab"]),
    Case(
      name: "empty sense", file: "surface\tsense\tkind\nhello\t\tx\n",
      messages: ["f.tsv:2:1: error: an entry needs a surface and a sense, separated by a tab"]),
    Case(
      name: "too many cells", file: "surface\tsense\nhello\tword\tx\n",
      messages: ["f.tsv:2:12: error: more cells than the header has columns"]),
    Case(
      name: "unsorted", file: "surface\tsense\nb\tword\na\tword\n",
      messages: ["f.tsv:3:1: error: 'a' must stand before 'b' (byte order within a sense)"]),
    Case(
      name: "twice", file: "surface\tsense\na\tword\na\tword\n",
      messages: ["f.tsv:3:1: error: 'a' stands here twice in sense 'word'"]),
    Case(
      name: "sense interrupted", file: "surface\tsense\na\tx\na\ty\nb\tx\n",
      messages: ["f.tsv:4:3: error: the entries of sense 'x' must stand together"]),
  ]

  @Test(arguments: cases) func reportsWithPlace(_ test: Case) {
    let parser = LexiconParser(SourceFile(path: "f.tsv", language: "xx", bytes: Array(test.file.utf8)))
    #expect(parser.diagnostics.map(\.summary) == test.messages)
  }

  @Test func readsEntriesAndFeatures() throws {
    let file = "# places\nsurface\tsense\tkind\tcode\r\nHà Nội\tplace\tcity\tVN-HN\r\nsông\tplace-head\triver\n"
    let parser = LexiconParser(SourceFile(path: "f.tsv", language: "vi", bytes: Array(file.utf8)))
    #expect(parser.diagnostics.isEmpty)
    #expect(parser.entries.map(\.surface) == ["Hà Nội", "sông"])
    let first = try #require(parser.entries.first)
    #expect(first[.code] == "VN-HN" && first[.kind] == "city" && first[.now] == nil && first.line == 3)
  }

  @Test func diagnosticsShowACaret() {
    let diagnostic = Diagnostic(file: "f", line: 2, column: 3, message: "no", source: "\tab")
    #expect(diagnostic.description == "f:2:3: error: no\n\tab\n\t ^")
  }

  @Test func sameWordOnceFoldedIsReported() {
    let file = SourceFile(
      path: "f.tsv", language: "vi", bytes: Array("surface\tsense\nHòa\tw\nhoà\tw\n".utf8))
    var loader = LexiconLoader(splitter: WordSplitter())
    loader.add(file)
    #expect(loader.diagnostics.map(\.summary) == ["f.tsv:3:1: error: 'hoà' is the same as 'Hòa' in line 2 once folded"])
  }
}
