import Foundation
import GeneratedDocuments
import Lexicon
import Synchronization
import Testing
import UnicodeText
import VNExtract

/// One extractor, many threads, and lexicons that change meanwhile.
@Suite struct ThreadTests {
  private static let texts: [String] = {
    var generator = DocumentGenerator(seed: 99)
    return (0..<90).map { _ in generator.next() }
  }()

  /// Something that one thread says to the others once.
  private final class Flag: Sendable {
    private let value = Mutex(false)
    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
  }

  private static func answer(_ extractor: Extractor, _ text: String) -> [UInt8] {
    var json = JSONWriter()
    extractor.extract(text, id: "x").write(to: &json)
    return json.bytes
  }

  /// Eight threads with one extractor give the answers that one thread gives with one of its own.
  @Test func manyThreadsShareAnExtractor() async {
    let alone = Extractor()
    let expected = Self.texts.map { Self.answer(alone, $0) }
    let shared = Extractor()
    let wrong = await withTaskGroup(of: Int.self) { group in
      for thread in 0..<8 {
        group.addTask {
          // Each begins elsewhere, so that different documents are read at the same time.
          Self.texts.indices.reduce(0) { count, index in
            let place = (index + 37 * thread) % Self.texts.count
            return count + (Self.answer(shared, Self.texts[place]) == expected[place] ? 0 : 1)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  /// While threads read, sets that are right come into force and sets that are wrong do not; every answer is one set's whole.
  @Test func lexiconsChangeUnderLoad() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["zorg", "zarg", "zurg", "broken"]
    for name in names {
      let place = folder.appending(path: name + "/common")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let words = "surface\tsense\n" + ["chief", name].sorted().map { $0 + "\tposition\n" }.joined()
      try Data(words.utf8).write(to: place.appending(path: "words.tsv"))
      let rule = """
        rule title.\(name) certain in title
          <position>\(name == "broken" ? " <nothing>" : "")
          gives title kind=position
          yes "a [\(name)]"
          yes "the [chief]"
          no "a word"

        """
      try Data(rule.utf8).write(to: place.appending(path: "titles.rules"))
    }
    let reloader = try LexiconReloader(lexicons: [folder.appending(path: "zorg").path], withBuiltIn: false)
    let text = "the chief, a zorg, a zarg and a zurg " + Self.texts.prefix(6).joined(separator: " ")
    let allowed = Set(names.dropLast().map { ["chief", $0, "common.title.\($0)"] })
    let isOver = Flag()
    let seen = await withTaskGroup(of: Set<[String]>.self) { group in
      for _ in 0..<6 {
        group.addTask {
          var seen: Set<[String]> = []
          var count = 0
          while count < 20 || !isOver.isSet {
            let found = reloader.extract(text).mentions.filter { $0.type == .title }
            seen.insert(found.map(\.text) + Set(found.map(\.rule)).sorted())
            count += 1
            await Task.yield()
          }
          return seen
        }
      }
      group.addTask {
        var failures = 0
        for round in 1...80 {
          let name = names[round % names.count]
          do { try reloader.reload(from: [folder.appending(path: name).path]) } catch { failures += 1 }
        }
        isOver.set()
        return failures == 20 ? [] : [["\(failures) failures"]]
      }
      return await group.reduce(into: Set<[String]>()) { $0.formUnion($1) }
    }
    #expect(seen.isSubset(of: allowed), "\(seen)")
    #expect(reloader.generation == 60)
  }

  /// Streams that are cancelled while they read ahead end at once, and the extractor serves others as before.
  @Test func cancellationUnderLoad() async {
    let extractor = Extractor()
    let expected = Self.answer(extractor, Self.texts[0])
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<12 {
        group.addTask {
          let endless = AsyncStream<String> { Self.texts[number] }
          let reading = Task {
            var count = 0
            for try await document in extractor.documents(in: endless, ahead: 1 + number % 4) {
              count += document.id.isEmpty ? 0 : 1
            }
            return count
          }
          try? await Task.sleep(for: .milliseconds(20 * number))
          reading.cancel()
          let result = await reading.result
          #expect(throws: CancellationError.self) { try result.get() }
        }
      }
    }
    #expect(Self.answer(extractor, Self.texts[0]) == expected)
  }
}
