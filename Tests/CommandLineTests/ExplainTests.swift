import Foundation
import Testing

@Suite struct ExplainTests {
  private static let text = "Chiều 27/2/2024, ông Nguyễn Thu Hằng, Phó Chủ tịch UBND tỉnh Cà Mau, nói.\n"

  @Test(arguments: [[], ["--at", "20"], ["--rule", "title"], ["--at", "40", "--rule", "title.before-name"]])
  func jsonIsValid(focus: [String]) throws {
    let result = try Command.run(["explain", "--format", "json"] + focus + [Self.text])
    #expect(result.status == 0 && result.errors.isEmpty)
    let schema = "Sources/VNExtract/Schema/explanation.schema.json"
    let validator = try SchemaValidator(Command.root.appending(path: schema))
    let answer = try JSONSerialization.jsonObject(with: Data(result.output))
    #expect(validator.problems(answer) == [])
    let documents = try SchemaValidator(Command.root.appending(path: "Sources/VNExtract/Schema/document.schema.json"))
    #expect(documents.problems((answer as? [String: Any])?["document"] ?? "") == [])
    #expect(validator.problems([:]).count == 3)
  }

  @Test func readsStandardInput() throws {
    let result = try Command.run(["explain"], text: Self.text)
    #expect(result.text.contains("PERSON") && result.text.contains("Lexicons/vi/"))
    // No colours where the output is no terminal.
    #expect(!result.text.contains("\u{1B}"))
  }

  @Test func entriesAreWrittenWhenAskedFor() throws {
    let result = try Command.run(["extract", "--with-entries"], text: Self.text)
    let validator = try SchemaValidator(Command.root.appending(path: "Sources/VNExtract/Schema/document.schema.json"))
    #expect(validator.problems(try JSONSerialization.jsonObject(with: Data(result.output))) == [])
    #expect(result.text.contains(#""entries":[{"surface":"#))
  }

  @Test func wrongUsageIsTold() throws {
    #expect(try Command.run(["explain", "--evidence", "sure", "x"]).status == 2)
    #expect(try Command.run(["explain", "--lexicons", "/no/such", "x"]).status == 2)
    #expect(
      try Command.run(["explain", "--language", "xx", "x"]).errors.contains("--language can be auto, ar, en, vi"))
  }
}
