import Foundation
import Synchronization
import Testing
import VNExtract

@Suite struct LexiconReloaderTests {
  /// Writes a folder in which `word` is a title.
  private static func folder(_ word: String, broken: Bool = false) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let common = folder.appending(path: "common")
    try FileManager.default.createDirectory(at: common, withIntermediateDirectories: true)
    try Data("surface\tsense\n\(word)\tposition\n".utf8).write(to: common.appending(path: "words.tsv"))
    let rule = """
      rule title.\(word) certain in title
        <position>\(broken ? " <nothing>" : "")
        gives title kind=position
        yes "a [\(word)]"
        yes "the [\(word)]"
        no "a word"

      """
    try Data(rule.utf8).write(to: common.appending(path: "titles.rules"))
    return folder
  }

  private static func found(_ reloader: LexiconReloader) -> [String] {
    reloader.extract("x a zorg and a zarg").mentions.map { "\($0.text) \($0.rule)" }
  }

  /// While sets are being exchanged, every answer is that of one set, whole.
  @Test func answersNeverMixTwoSets() async throws {
    let folders = [try Self.folder("zorg"), try Self.folder("zarg")]
    defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
    let reloader = try LexiconReloader(lexicons: [folders[0].path], withBuiltIn: false)
    let allowed: Set<[String]> = [["zorg common.title.zorg"], ["zarg common.title.zarg"]]
    let isOver = Mutex(false)
    let answers = try await withThrowingTaskGroup(of: Set<[String]>.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var seen: Set<[String]> = []
          var count = 0
          while !isOver.withLock({ $0 }) || count < 50 {
            seen.insert(Self.found(reloader))
            count += 1
          }
          return seen
        }
      }
      for round in 1...60 { try reloader.reload(from: [folders[round % 2].path]) }
      isOver.withLock { $0 = true }
      return try await group.reduce(into: Set<[String]>()) { $0.formUnion($1) }
    }
    #expect(answers.isSubset(of: allowed) && !answers.isEmpty)
    #expect(reloader.generation == 60)
    #expect(Self.found(reloader) == ["zorg common.title.zorg"])
  }

  /// A set that is wrong is told in full and changes nothing.
  @Test func failureKeepsTheOldSet() throws {
    let (good, bad) = (try Self.folder("zorg"), try Self.folder("zarg", broken: true))
    defer { for folder in [good, bad] { try? FileManager.default.removeItem(at: folder) } }
    let reloader = try LexiconReloader(lexicons: [good.path], withBuiltIn: false)
    let failure = #expect(throws: LexiconReloader.Failure.self) { try reloader.reload(from: [bad.path]) }
    #expect(
      failure?.diagnostics.map(\.summary) == [
        "\(bad.path)/common/titles.rules:2:14: error: no lexicon has the sense 'nothing'"
      ])
    #expect(throws: LexiconReloader.Failure.self) { try reloader.reload(from: ["/no/such"]) }
    #expect(reloader.generation == 0)
    #expect(Self.found(reloader) == ["zorg common.title.zorg"])
  }

  /// Whoever holds an extractor goes on with the set it was made of.
  @Test func heldExtractorsStayAsTheyAre() throws {
    let folders = [try Self.folder("zorg"), try Self.folder("zarg")]
    defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
    let reloader = try LexiconReloader(lexicons: [folders[0].path], withBuiltIn: false)
    let old = reloader.extractor
    try reloader.reload(from: [folders[1].path])
    #expect(old.extract("x a zorg and a zarg").mentions.map(\.text) == ["zorg"])
    #expect(reloader.extract("x a zorg and a zarg").mentions.map(\.text) == ["zarg"])
  }
}
