import Foundation
import Testing

@Suite struct OutputTests {
  private static let schema = Command.root.appending(path: "Sources/VNExtract/Schema/document.schema.json")

  private static func articles() throws -> [(name: String, text: String)] {
    let corpora = Command.root.appending(path: "Corpora")
    let names = (FileManager.default.enumerator(atPath: corpora.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".gold.xml") }.sorted()
    return try names.map { name in
      let gold = try String(contentsOf: corpora.appending(path: name), encoding: .utf8)
      let text = gold.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      return (name, text)
    }
  }

  /// All articles of the corpus in one run: every answer is valid, and its offsets hold what it says.
  @Test func answersAreValidAndExact() throws {
    let articles = try Self.articles()
    #expect(articles.count >= 6)
    let input = try articles.map { article in
      try JSONSerialization.data(withJSONObject: ["id": article.name, "text": article.text, "date": "2025-06-01"])
    }
    let result = try Command.run(
      ["extract", "--input", "jsonl", "--evidence", "possible"], input: Array(input.joined(separator: [0x0A])))
    #expect(result.status == 0)
    #expect(result.lines.count == articles.count)
    let validator = try SchemaValidator(Self.schema)
    for (line, article) in zip(result.lines, articles) {
      let answer = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(validator.problems(answer) == [])
      let object = try #require(answer as? [String: Any])
      #expect(object["id"] as? String == article.name)
      let scalars = Array(article.text.unicodeScalars)
      let mentions = try #require(object["mentions"] as? [[String: Any]])
      #expect(!mentions.isEmpty)
      for mention in mentions {
        let start = try #require(mention["start"] as? Int)
        let end = try #require(mention["end"] as? Int)
        let found = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(Array(found.utf8) == Array((mention["text"] as? String ?? "").utf8))
      }
    }
  }

  @Test func failuresAreValidToo() throws {
    let result = try Command.run(["extract", "--input", "jsonl"], text: "[1]\n")
    let answer = try JSONSerialization.jsonObject(with: Data(result.output))
    #expect(try SchemaValidator(Self.schema).problems(answer) == [])
  }

  /// A row says how much, of what, when and where, though only numbers are asked for.
  @Test func tableOfNumbers() throws {
    let text = "Năm 2024, tỉnh Cà Mau có 91% dân số dùng nước sạch.\nSản lượng tăng 5%.\n"
    let result = try Command.run(
      ["extract", "--format", "table", "--types", "NUMBER", "--language", "vi"], text: text)
    let rows = result.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    try #require(rows.count == 3)
    let header = rows[0]
    #expect(header.count == 14)
    let cells = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    #expect(cells[0]["value"] == "91")
    #expect(cells[0]["subject"] == "dân số")
    #expect(cells[0]["when"] == "2024")
    #expect(cells[0]["where"] == "tỉnh Cà Mau")
    #expect(cells[1]["change"] == "INCREASE")
    #expect(cells[1]["subject"] == "Sản lượng")
    #expect(cells[1]["when"] == "")
  }

  @Test func schemaRejectsWhatIsWrong() throws {
    let validator = try SchemaValidator(Self.schema)
    let wrong: [[String: Any]] = [
      [:], ["schema": 2], ["id": "1", "line": 0, "error": "x"],
      [
        "schema": 1, "id": "", "language": "vi", "offsets": "scalar", "mentions": [["id": "m1"]], "relations": [],
        "entities": [],
      ],
      ["schema": 1, "id": "", "language": "vi", "offsets": "bytes", "mentions": [], "relations": [], "entities": []],
    ]
    for value in wrong { #expect(!validator.problems(value).isEmpty) }
  }

  @Test func goldIsReadBack() throws {
    let text = "Chiều 27/2/2024, ông Nguyễn Văn An & bà <Lan> nói."
    let result = try Command.run(["extract", "--format", "gold", "--language", "vi"], text: text)
    #expect(result.text.hasPrefix("<doc lang=\"vi\">\n"))
    #expect(result.text.contains("&amp; ") && result.text.contains("&lt;"))
    let plain = result.text.replacing(/<[^>]*>\n?/, with: "")
    #expect(plain.contains("ông Nguyễn Văn An &amp; bà &lt;Lan&gt; nói."))
  }

  @Test func theCommandWorksAlone() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copy = folder.appending(path: "vnextract")
    try FileManager.default.copyItem(at: Command.path, to: copy)
    let input = Array("Chủ tịch UBND tỉnh Hậu Giang Đồng Văn Thanh".utf8)
    let there = try Command.run(["extract"], input: input, at: copy)
    let here = try Command.run(["extract"], input: input)
    #expect(there.status == 0 && there.output == here.output)
  }

  @Test(arguments: ["scalar", "utf8", "utf16"]) func offsetsChangeWithTheUnit(unit: String) throws {
    let result = try Command.run(["extract", "--offsets", unit, "--language", "vi"], text: "😀 ngày 27/2/2024")
    let starts = ["scalar": 2, "utf8": 5, "utf16": 3]
    #expect(result.text.contains("\"start\":\(starts[unit] ?? -1),"))
  }

  @Test func helpShowsExamples() throws {
    for arguments in [
      ["--help"], ["extract", "--help"], ["score", "--help"], ["tokens", "--help"], ["check", "--help"],
      ["convert", "--help"], ["link", "--help"],
    ] {
      let result = try Command.run(arguments)
      #expect(result.status == 0 && result.text.contains("EXAMPLE"))
    }
    #expect(try Command.run(["--version"]).text == "0.1.0\n")
  }
}
