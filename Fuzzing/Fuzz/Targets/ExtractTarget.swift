import Scoring
import UnicodeText
import VNExtract

/// The whole extractor: exact answers, the same at the second time and in a fresh extractor's eyes, as valid JSON.
struct ExtractTarget: FuzzTarget {
  private let extractor = Extractor.warmed()

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let options = Self.options(&pieces)
    let text = Text(validating: pieces.all())
    let document = extractor.extract(text, id: "f", options: options)
    ExactAnswers.check(document, of: text, self)
    let written = Self.json(document)
    promise(Self.json(extractor.extract(text, id: "f", options: options)) == written, "twice the same")
    do {
      let read = try JSONLinesReader.read(written, file: "answer")
      promise(read.count == 1 && read.first?.mentions.count == document.mentions.count, "the answer is read back")
    } catch {
      promise(false, "the answer is JSON: \(error)")
    }
  }

  /// Options that two bytes choose.
  static func options(_ pieces: inout Pieces) -> ExtractionOptions {
    var options = ExtractionOptions()
    let choice = pieces.byte()
    options.language = [nil, nil, "vi", "ar", "en", nil, nil, nil][choice & 7]
    options.offsets = OffsetUnit.allCases[(choice >> 3) % OffsetUnit.allCases.count]
    options.evidence = choice & 0x80 == 0 ? "likely" : "possible"
    let more = pieces.byte()
    options.vague = more & 1 == 1
    options.withEntries = more & 0xF == 6
    options.date = more & 4 == 4 ? CivilDateTime("2024-02-29T23:59") : nil
    return options
  }

  private static func json(_ document: Document) -> [UInt8] {
    var writer = JSONWriter()
    document.write(to: &writer, withText: true)
    return writer.bytes
  }
}
