import Synchronization
import Testing
import UnicodeText
import VNExtract

/// What programs use that embed the library.
@Suite struct EmbeddingTests {
  private static let extractor = Extractor()
  private static let text = "😀 Ngày 27/2/2024, ông Nguyễn Văn An nói."

  @Test(arguments: ["", "\u{FEFF}"]) func rangesAreThoseOfTheString(mark: String) throws {
    let string = mark + Self.text
    let document = Self.extractor.extract(string)
    #expect(!document.mentions.isEmpty)
    for mention in document.mentions {
      let range = try #require(mention.range(in: string))
      #expect(string[range] == mention.text)
      #expect(mention.range(in: "another") == nil && mention.range(in: "x" + string) == nil)
    }
  }

  @Test func rangesInAllUnits() throws {
    let document = Self.extractor.extract(Self.text)
    let (bytes, units, scalars) = (Array(Self.text.utf8), Array(Self.text.utf16), Array(Self.text.unicodeScalars))
    for unit in OffsetUnit.allCases {
      let ranges = document.ranges(in: unit)
      for (mention, range) in zip(document.mentions, ranges) {
        #expect(document.range(of: mention, in: unit) == range)
        let found =
          switch unit {
          case .utf8: String(decoding: bytes[range], as: UTF8.self)
          case .utf16: String(decoding: units[range], as: UTF16.self)
          case .scalar: String(String.UnicodeScalarView(scalars[range]))
          }
        #expect(found == mention.text)
      }
    }
    #expect(document["m1"] == document.mentions.first && document["m0"] == nil)
  }

  private static func inputs(_ count: Int) -> AsyncStream<DocumentInput> {
    AsyncStream { stream in
      for number in 1...count {
        stream.yield(DocumentInput(id: "d\(number)", text: "Ông Nguyễn Văn An nói \(number)."))
      }
      stream.finish()
    }
  }

  /// A number that tasks share.
  private final class Count: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func add() { number.withLock { $0 += 1 } }
  }

  @Test(arguments: [0, 1, 3, 100]) func streamsKeepTheirOrder(ahead: Int) async throws {
    var ids: [String] = []
    for try await document in Self.extractor.documents(in: Self.inputs(20), ahead: ahead) {
      ids.append(document.id)
      #expect(document.mentions.contains { $0.text == "Nguyễn Văn An" })
    }
    #expect(ids == (1...20).map { "d\($0)" })
  }

  @Test func textsAreNumbered() async throws {
    let texts = AsyncStream<String> { stream in
      for text in ["một", "hai"] { stream.yield(text) }
      stream.finish()
    }
    var ids: [String] = []
    for try await document in Self.extractor.documents(in: texts, ahead: 2) { ids.append(document.id) }
    #expect(ids == ["1", "2"])
  }

  @Test func fieldsOfADocumentGoBeforeTheOptions() {
    var options = ExtractionOptions()
    (options.language, options.date) = ("en", CivilDateTime("2020-01-01"))
    let input = DocumentInput(id: "x", text: "ngày 27/2", language: "vi", date: CivilDateTime("2024-03-01"))
    let document = Self.extractor.extract(input, options: options)
    #expect(document.language == "vi" && document.mentions.first?.value == "2024-02-27")
  }

  private struct Broken: Error {}

  @Test func errorsOfTheStreamAreThrown() async {
    let texts = AsyncThrowingStream<String, any Error> { stream in
      stream.yield("một")
      stream.finish(throwing: Broken())
    }
    var count = 0
    await #expect(throws: Broken.self) {
      for try await _ in Self.extractor.documents(in: texts) { count += 1 }
    }
    #expect(count == 1)
  }

  @Test(arguments: [1, 4]) func cancellationEndsAStream(ahead: Int) async {
    let endless = AsyncStream<String> { "Ông Nguyễn Văn An nói." }
    let read = Count()
    let task = Task {
      for try await _ in Self.extractor.documents(in: endless, ahead: ahead) {
        read.add()
        // Nobody waits for more than this.
        if Task.isCancelled { break }
      }
      try Task.checkCancellation()
    }
    while read.value < 3 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func wordsAreAdded() throws {
    let words = LexiconAddition.words(
      [.init("Zorglub City", sense: "place", features: ["code": "ZZ"]), .init("Bulgroz", sense: "place")],
      language: "en")
    let extractor = try Extractor(adding: [words])
    let places = extractor.extract("He lives in Zorglub City, not in Bulgroz.").mentions.filter { $0.type == .place }
    #expect(places.map(\.text) == ["Zorglub City", "Bulgroz"] && places.map(\.code) == ["ZZ", nil])
    #expect(!Self.extractor.extract("He lives in Zorglub City.").mentions.contains { $0.code == "ZZ" })
  }

  @Test func rulesAreAdded() throws {
    let rules = LexiconAddition.rules(
      """
      rule number.docket certain in number
        "docket" [value:number]
        gives number kind=ordinal
        yes "in docket [12] of the court"  12
        yes "see docket [7]"  7
        no  "a docket of 12 pages"

      """, language: "en", name: "dockets")
    do {
      let extractor = try Extractor(adding: [rules])
      let found = extractor.extract("As in docket 12, it was said.").mentions
      #expect(found.contains { $0.rule == "en.number.docket" })
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func whatIsWrongWithAdditionsIsTold() {
    let wrong = LexiconAddition.words(
      [.init("x", sense: "place", features: ["colour": "red"])], language: "en", name: "mine")
    #expect(throws: LexiconReloader.Failure.self) { try Extractor(adding: [wrong]) }
    do throws(LexiconReloader.Failure) {
      _ = try Extractor(adding: [wrong])
    } catch {
      #expect(error.description.hasPrefix("mine.tsv:1:") && error.description.contains("unknown column 'colour'"))
    }
  }
}
