import Foundation
import Testing

/// What the corpus measures must not fall.
@Suite struct CorpusFloorTests {
  @Test(arguments: ["development", "test"]) func floorsHold(part: String) throws {
    let corpora = ["ar", "en", "vi"].map { "Corpora/\($0)/\(part)" }
    let result = try Command.run(["score"] + corpora + ["--floors", "Corpora/floors.tsv", "--part", part])
    #expect(result.status == 0, "\(result.errors)\n\(result.text)")
  }

  @Test func missedFloorsAreTold() throws {
    let floors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: floors) }
    try Data("part\tlanguage\ttype\tmetric\tfloor\ndevelopment\tvi\tmicro\tstrict-f1\t1\n".utf8).write(to: floors)
    let result = try Command.run(["score", "Corpora/vi/development", "--floors", floors.path])
    #expect(result.status == 1 && result.errors.contains("development vi micro strict-f1"))
  }
}
