import CICU
import Testing

@testable import UnicodeText

@Suite struct NormalizerTests {
  private func normalize(_ string: String, _ steps: NormalizationStep...) -> String {
    Normalizer(steps).normalize(Text(string)).string
  }

  @Test(arguments: [
    ("hoà thuỷ khoẻ Huỷ HOÀ", NormalizationStep.toneOld, "hòa thủy khỏe Hủy HÒA"),
    ("hòa thủy khỏe Hủy HÒA quý toàn người mía", .toneNew, "hoà thuỷ khoẻ Huỷ HOÀ quý toàn người mía"),
    ("ngươì hoaì huêˊ", .toneNew, "người hoài huêˊ"), ("lý mỹ Kỹ quý yêu", .finalI, "lí mĩ Kĩ quý yêu"),
    ("lí mĩ ghi quí", .finalY, "lý mỹ ghi quí"), ("ðường Ðà", .eth, "đường Đà"),
    ("Đường Nguyễn café", .skeleton, "Duong Nguyen cafe"), ("مَدِينَة مديـنة", .harakat, "مدينة مديـنة"),
    ("مديـنة", .tatweel, "مدينة"), ("أحمد إلى آمن ٱلله", .alef, "احمد الى امن الله"), ("مدينة", .taMarbuta, "مدينه"),
    ("على", .maqsura, "علي"), ("کتابی", .persian, "كتابي"), ("٣٫٥٪ ۱٬۰۰۰ ３", .digits, "3.5% 1,000 3"),
    ("“a” – ‘b’، ؟", .punctuation, "\"a\" - 'b', ?"), ("a\u{200B}b\u{AD}c\u{FEFF}", .ignorable, "abc"),
    ("a \u{A0}\tb\r\nc", .blanks, "a b\nc"), ("Đồng CHÍ Straße", .caseFold, "đồng chí strasse"),
    ("Ủy ban-2", .key, "uy\u{309} ban-2"),
  ])
  func steps(_ source: String, _ step: NormalizationStep, _ expected: String) {
    #expect(normalize(source, step) == expected)
  }

  @Test(arguments: NormalizationStep.allCases) func examples(_ step: NormalizationStep) {
    #expect(normalize(step.example.source, step).unicodeScalars.elementsEqual(step.example.result.unicodeScalars))
    #expect(!step.summary.isEmpty)
  }

  /// What several steps did together: between its edits source and result are the same, inside they agree with each step.
  @Test func alignmentOfAllSteps() {
    var random = RandomText(seed: 9)
    let all = NormalizationStep.allCases
    for _ in 0..<400 {
      let text = Text(validating: random.word(length: random.next(24)))
      let steps = (0..<(1 + random.next(4))).map { _ in all[random.next(all.count)] }
      let result = Normalizer(steps).normalize(text)
      var (source, target) = (0, 0)
      for edit in result.alignment.edits {
        #expect(edit.source.start - source == edit.target.start - target && edit.source.start >= source)
        #expect(text.bytes[source..<edit.source.start] == result.bytes[target..<edit.target.start])
        if !edit.target.isEmpty { #expect(edit.source.contains(result.source(of: edit.target)), "\(steps)") }
        (source, target) = (edit.source.end, edit.target.end)
      }
      #expect(text.bytes[source...].elementsEqual(result.bytes[target...]), "\(steps)")
    }
  }

  @Test func stepsCompose() {
    #expect(normalize("ÐƯỜNG  HOÀ", .eth, .blanks, .caseFold, .toneOld, .skeleton) == "duong hoa")
  }

  @Test func spansLeadBackToTheSource() {
    let text = Text("Ông  Ｎguyễn\u{AD}  mởi مَدِينَة ﷺ")
    let steps: [NormalizationStep] = [.nfkc, .harakat, .ignorable, .blanks, .caseFold, .nfd]
    let result = Normalizer(steps).normalize(text)
    let string = Array(result.string.unicodeScalars)
    func source(of word: String) -> String? {
      let target = Array(word.utf8)
      guard let start = result.bytes.indices.first(where: { result.bytes[$0...].starts(with: target) }) else {
        return nil
      }
      return text.string(result.source(of: Span(start, start + target.count)))
    }
    #expect(!string.isEmpty)
    #expect(source(of: "ông".decomposedForTest) == "Ông")
    #expect(source(of: "nguyễn".decomposedForTest) == "Ｎguyễn")
    #expect(source(of: "مدينة") == "مَدِينَة")
    #expect(source(of: "الله") == "ﷺ")
  }

  /// All spans of a rewritten text lead to whole characters of the source, in order.
  @Test(arguments: NormalizationStep.allCases)
  func alignmentsAreInOrder(_ step: NormalizationStep) {
    var random = RandomText(seed: 5)
    for _ in 0..<200 {
      let text = Text(validating: random.word(length: random.next(20)))
      let result = Normalizer([step]).normalize(text)
      #expect(Text(validating: result.bytes).malformed.isEmpty)
      var end = 0
      var start = 0
      for offset in result.bytes.indices where result.bytes[offset] & 0xC0 != 0x80 {
        let width = UTF8.width(Decoded.scalar(result.bytes, offset))
        let span = result.source(of: Span(offset, offset + width))
        #expect(span.start >= start && span.end >= end && span.end <= text.bytes.count && !span.isEmpty)
        (start, end) = (span.start, span.end)
      }
      #expect(result.source(of: Span(0, result.bytes.count)).end <= text.bytes.count)
    }
  }

  /// NormalizationTest of the Unicode Character Database, complete: the identities of its parts 0 to 3.
  @Test(.enabled(if: cicu_version() >> 16 == 72, "Debian's data files are of the Unicode version of ICU 72"))
  func normalizationTest() {
    var cases = 0
    for line in compressedDataLines("/usr/share/unicode/NormalizationTest.txt.bz2") where !line.hasPrefix("@") {
      let columns = line.split(separator: ";").prefix(5).map { column in
        column.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
          .flatMap { Array(String($0).utf8) }
      }
      guard columns.count == 5 else { continue }
      cases += 1
      for (index, column) in columns.enumerated() {
        let text = Text(bytes: column, malformed: [])
        func normalized(_ step: NormalizationStep) -> [UInt8] { Normalizer([step]).normalize(text).bytes }
        if index < 3 {
          #expect(normalized(.nfc) == columns[1] && normalized(.nfd) == columns[2])
        } else {
          #expect(normalized(.nfc) == columns[3] && normalized(.nfd) == columns[4])
        }
        #expect(normalized(.nfkc) == columns[3] && normalized(.nfkd) == columns[4])
      }
    }
    #expect(cases == 19074)
  }
}

extension String {
  fileprivate var decomposedForTest: String { String(decoding: ICUDoor.normalize(Array(utf8), .nfd), as: UTF8.self) }
}
