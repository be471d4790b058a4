import UnicodeText
import VNExtract

/// `explain` gives the extractor's answer, follows any rule at any place, and joins documents.
struct ExplainTarget: FuzzTarget {
  private let extractor = Extractor.warmed()
  private let explainer: Explainer?
  private let linker = Linker()

  init() {
    explainer = try? Explainer()
    for tag in explainer?.tags ?? [] {
      var options = ExtractionOptions()
      options.language = tag
      _ = explainer?.explain(Text("Chu tich 1"), options: options)
    }
  }

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let options = ExtractTarget.options(&pieces)
    var focus = Explainer.Focus()
    focus.rule = pieces.one(of: ["surname", "date.day", "money", "position", "committee"])
    // Some rules at one place take a tenth of a second, everywhere a second.
    let place = pieces.byte()
    focus.offset = place < 32 ? nil : place % 32
    let text = Text(validating: Array(pieces.all().prefix(300)))
    guard let explainer else { return promise(false, "the built-in rules are read") }
    let explanation = explainer.explain(text, options: options, focus: focus)
    ExactAnswers.check(explanation.document, of: text, self)
    var writer = JSONWriter()
    explanation.write(to: &writer)
    promise(String(validating: writer.bytes, as: UTF8.self) != nil, "the explanation is UTF-8")
    let document = extractor.extract(text, id: "f", options: options)
    promise(explanation.document.mentions.map(\.bytes) == document.mentions.map(\.bytes), "the same mentions")
    _ = linker.names.key(of: String(decoding: text.bytes, as: UTF8.self))
    _ = extractor.parseNumber(String(decoding: text.bytes, as: UTF8.self))
  }
}
