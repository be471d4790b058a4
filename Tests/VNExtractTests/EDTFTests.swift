import Testing
import VNExtract

@Suite struct EDTFTests {
  private let extractor = Extractor()

  @Test(arguments: [
    ("on 27 February 2024", "2024-02-27"), ("in 2024", "2024"), ("in the 1990s", "199X"),
    ("in the 19th century", "18XX"),
    ("in the summer of 2024", "2024-22"), ("in the second quarter of 2026", "2026-34"),
    ("in the first half of 2025", "2025-40"), ("from 3 to 5 May 2024", "2024-05-03/2024-05-05"),
    ("in 490 BC", "-0489"), ("on 2022-03-12 23:00", "2022-03-12T23:00:00"),
  ]) func dates(text: String, value: String) {
    var options = ExtractionOptions()
    options.language = "en"
    let mentions = extractor.extract(text + " it was", options: options).mentions.filter { $0.type == .date }
    #expect(mentions.map(\.edtf) == [value])
  }

  @Test func lengthsAndRecurrencesHaveNone() {
    var options = ExtractionOptions()
    options.language = "en"
    for text in ["for six days", "every week"] {
      let mentions = extractor.extract(text + " he came", options: options).mentions.filter { $0.type == .date }
      #expect(mentions.count == 1 && mentions.allSatisfy { $0.edtf == nil })
    }
  }
}
