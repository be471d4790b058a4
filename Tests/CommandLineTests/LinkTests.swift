import Foundation
import Testing

@Suite struct LinkTests {
  private static let texts = [
    ("a.txt", "Chiều 27/2/2025, đồng chí Nguyễn Thanh Bình, Phó Chủ tịch UBND tỉnh Cà Mau, đến thăm các hộ dân.\n"),
    ("b.txt", "Nguyen Thanh Binh, Vice Chairman of the Ca Mau Provincial People's Committee, said on Monday.\n"),
    ("c.txt", "وقال نجوين ثانه بينه، نائب رئيس اللجنة الشعبية لمقاطعة كا ماو، إن المقاطعة تحتاج إلى الأطباء.\n"),
    ("d.txt", "Ông Nguyễn Thanh Bình, Giám đốc Sở Xây dựng tỉnh Lào Cai, cho biết.\n"),
  ]

  /// Runs on a folder of the texts.
  private static func run(_ arguments: [String]) throws -> (result: Command.Result, folder: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder.appending(path: "deep"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in texts {
      let place = name == "d.txt" ? "deep/" + name : name
      try text.write(to: folder.appending(path: place), atomically: true, encoding: .utf8)
    }
    try "not read".write(to: folder.appending(path: ".hidden"), atomically: true, encoding: .utf8)
    // A link back to the folder is no second reading.
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "deep/loop"), withDestinationURL: folder)
    return (try Command.run(["link", folder.path] + arguments), folder.path)
  }

  private static func validator() throws -> SchemaValidator {
    try SchemaValidator(Command.root.appending(path: "Sources/VNExtract/Schema/link.schema.json"))
  }

  @Test func onePersonInThreeLanguages() throws {
    let (result, folder) = try Self.run(["--format", "json"])
    #expect(result.status == 0)
    #expect(result.errors == "\(folder)/deep/loop: note: leads to a folder that is read already; left out\n")
    let answer = try JSONSerialization.jsonObject(with: Data(result.output))
    #expect(try Self.validator().problems(answer) == [])
    let persons = try #require((answer as? [String: Any])?["persons"] as? [[String: Any]])
    let documents = persons.map { ($0["members"] as? [[String: Any]] ?? []).compactMap { $0["document"] as? String } }
    #expect(documents == [["a.txt", "b.txt", "c.txt"].map { folder + "/" + $0 }, [folder + "/deep/d.txt"]])
    let offices = try #require((answer as? [String: Any])?["offices"] as? [[String: Any]])
    #expect(offices.map { ($0["writings"] as? [Any])?.count } == [3, 1])
  }

  @Test func linesAreValidToo() throws {
    let result = try Self.run(["--format", "jsonl"]).result
    let validator = try Self.validator()
    #expect(result.lines.count == 4)
    for line in result.lines {
      #expect(validator.problems(try JSONSerialization.jsonObject(with: Data(line.utf8))) == [])
    }
    #expect(!validator.problems(["type": "person"]).isEmpty)
  }

  @Test func textTellsWhy() throws {
    let result = try Self.run(["--format", "text"]).result
    #expect(result.text.contains("p1  Nguyễn Thanh Bình  (3 documents)"))
    #expect(result.text.contains("certain, a reading of the name; the same office: Phó Chủ tịch"))
    #expect(result.text.contains("not p2: the offices contradict: Phó Chủ tịch"))
    #expect(!result.text.contains("\u{1B}"))
  }

  @Test func tablesHaveARowForEachOffice() throws {
    let rows = try Self.run(["--format", "table"]).result.lines
    #expect(rows.count == 5)
    #expect(rows.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
    #expect(rows[2].contains("\tnguyen thanh binh\t") && rows[2].contains("\tVice Chairman\t"))
    let csv = try Self.run(["--format", "csv"]).result.text.split(separator: "\r\n")
    #expect(csv.count == 5 && csv[1].contains(",\"Ủy ban nhân dân tỉnh Cà Mau\",") == false)
    #expect(csv[2].contains(",\"Ca Mau Provincial People's Committee\","))
  }

  @Test func onlyThoseOfSeveralDocuments() throws {
    let result = try Self.run(["--format", "jsonl", "--min-documents", "2"]).result
    #expect(result.lines.count == 2 && result.lines[0].contains(#""id":"p1""#))
  }

  /// Answers of 'extract', with and without text, and documents still to be read.
  @Test func answersAreRead() throws {
    let input = try Self.texts.map { name, text in
      String(decoding: try JSONSerialization.data(withJSONObject: ["id": name, "text": text]), as: UTF8.self)
    }
    let answers = try Command.run(["extract", "--input", "jsonl"], text: input.joined(separator: "\n"))
    let direct = try Command.run(["link"], text: input.joined(separator: "\n"))
    let linked = try Command.run(["link"], input: answers.output)
    #expect(direct.status == 0 && direct.output == linked.output)
    #expect(linked.lines.first?.contains(#""document":"c.txt""#) == true)
  }

  @Test func mistakesAreTold() throws {
    let bad = try Command.run(
      ["link"], text: "{\"id\":\"x\"}\n{\"mentions\":[{\"id\":]}\n\n{\"text\":\"Ông A nói.\"}\n")
    #expect(bad.status == 1)
    #expect(bad.errors.contains("stdin:1:1: error: the object has neither 'mentions' nor 'text'"))
    #expect(bad.errors.contains("stdin:2:20: error: "))
    #expect(try Command.run(["link", "/no/such"]).errors.contains("/no/such: cannot be read"))
    #expect(try Command.run(["link", "/no/such"]).status == 1)
    #expect(try Command.run(["link", "--evidence", "sure"]).status == 2)
    #expect(try Command.run(["link", "--min-documents", "0"]).status == 2)
    #expect(try Command.run(["link", "--language", "xx"]).errors.contains("--language can be auto, ar, en, vi"))
  }

  /// Mistakes in the files that only linking reads are found by check.
  @Test func filesAreChecked() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "ar"), withIntermediateDirectories: true)
    try "surface\tsense\tcode\nx\toffice\tchairman\n".write(
      to: folder.appending(path: "ar/offices.tsv"), atomically: true, encoding: .utf8)
    try "surface\tsense\tname\nب\tonset\tB\nب\ttail\tb\n".write(
      to: folder.appending(path: "ar/syllables.tsv"), atomically: true, encoding: .utf8)
    let result = try Command.run(["check", folder.path])
    #expect(result.status == 2)
    #expect(result.errors.contains("ar/offices.tsv:2:1: error: the code 'chairman' begins with none of"))
    #expect(result.errors.contains("ar/syllables.tsv:2:1: error: 'B' must be letters from a to z"))
    #expect(result.errors.contains("ar/syllables.tsv:3:1: error: the sense 'tail' is none of"))
    #expect(try Command.run(["link", "--lexicons", folder.path, "--without-built-in"], text: "").status == 2)
  }
}
