import Testing
import UnicodeText
import VNExtract

@Suite struct ExtractorTests {
  private static let extractor = Extractor()

  private static let texts = [
    "Chiều ngày 17.4, đồng chí Vương Ngọc Hà, Uỷ viên BTV Tỉnh uỷ, Phó Chủ tịch UBND tỉnh nói.",
    "وحضر الاجتماع نائب رئيس اللجنة الشعبية لمدينة هوي نجوين ثانه بينه في 14 نوفمبر 2025.",
    "On December 11, Mr. Tran Van Trung - Director of the Department of Health of Ca Mau province - spoke.",
    "", "\n\n", "\u{FEFF}x", "a\u{0}b", "😀 👨‍👩‍👧 \u{200F}١٢٣", String(repeating: "Nguyễn ", count: 500),
  ]

  /// Promise 1: what stands at the offsets is the mention, in every unit.
  @Test(arguments: texts, OffsetUnit.allCases) func offsetsAreExact(text: String, unit: OffsetUnit) {
    var options = ExtractionOptions()
    (options.offsets, options.evidence) = (unit, "possible")
    let document = Self.extractor.extract(text, options: options)
    for mention in document.mentions {
      let found: String? =
        switch unit {
        case .scalar:
          String(
            String.UnicodeScalarView(
              Array(String(decoding: document.text.bytes, as: UTF8.self).unicodeScalars)[mention.range]))
        case .utf8: String(decoding: document.text.bytes[mention.range], as: UTF8.self)
        case .utf16:
          String(
            decoding: Array(String(decoding: document.text.bytes, as: UTF8.self).utf16)[mention.range], as: UTF16.self)
        }
      #expect(found.map { Array($0.utf8) } == Array(mention.text.utf8))
    }
    let ranges = document.mentions.map(\.range)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }

  @Test func argumentsAreMentionsOfTheDocument() {
    for text in Self.texts {
      let document = Self.extractor.extract(text)
      let ids = Set(document.mentions.map(\.id))
      #expect(ids.count == document.mentions.count)
      for relation in document.relations {
        #expect(
          ([relation.title] + [relation.person, relation.organization].compactMap { $0 }).allSatisfy(ids.contains))
      }
      #expect(document.entities.flatMap(\.mentions).allSatisfy(ids.contains))
    }
  }

  @Test func sameInputSameOutputFromManyThreads() async {
    func json() -> [UInt8] {
      var writer = JSONWriter()
      for text in Self.texts { Self.extractor.extract(text).write(to: &writer) }
      return writer.bytes
    }
    let expected = json()
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { json() } }
      for await result in group { #expect(result == expected) }
    }
  }

  @Test func findsWhoHoldsWhatWhere() throws {
    let document = Self.extractor.extract(Self.texts[0])
    #expect(document.language == "vi")
    let person = try #require(document.mentions.first { $0.type == .person })
    #expect(person.text == "Vương Ngọc Hà")
    let held = document.relations.filter { $0.person == person.id }
    let titles = held.compactMap { relation in document.mentions.first { $0.id == relation.title }?.text }
    #expect(titles == ["đồng chí", "Uỷ viên", "Phó Chủ tịch"])
  }
}
