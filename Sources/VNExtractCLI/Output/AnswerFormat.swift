import Scoring
import UnicodeText
import VNExtract

/// How documents are written down: a format and what it needs to know.
///
/// One serves all threads.
struct AnswerFormat: Sendable {
  let format: OutputFormat
  let withText: Bool
  let types: Set<MentionType>
  let hasColour: Bool
  private let page: HTMLPage

  /// `direction` tells in which direction a language is written.
  init(
    _ format: OutputFormat, withText: Bool, types: Set<MentionType>, hasColour: Bool,
    direction: @escaping @Sendable (String) -> LanguageProfile.Direction
  ) {
    page = HTMLPage(direction: direction)
    self.format = format
    self.withText = withText
    self.types = types
    self.hasColour = hasColour
  }

  /// What a file begins with, before the head: the byte order mark without which Excel takes no CSV for UTF-8.
  var mark: [UInt8] { format == .csv ? [0xEF, 0xBB, 0xBF] : [] }

  /// What stands before the first document.
  var head: String {
    switch format {
    case .table: FactTable.line(FactTable.header)
    case .csv: CommaSeparated.line(FactTable.header)
    case .html: HTMLPage.head
    case .jsonl, .text, .gold, .brat, .conll: ""
    }
  }

  /// What stands behind the last document.
  var foot: String { format == .html ? HTMLPage.foot : "" }

  /// Writes down a document, the `number`th of all.
  func write(_ document: Document, number: Int, to json: inout JSONWriter, _ bytes: inout [UInt8]) {
    switch format {
    case .jsonl:
      document.write(to: &json, withText: withText)
      json.newline()
    case .text: bytes += TextView(document, colour: hasColour).text.utf8
    case .table: bytes += FactTable(document, types: types).text.utf8
    case .csv: for row in FactTable(document, types: types).rows { bytes += CommaSeparated.line(row).utf8 }
    case .html: bytes += page.article(document, number: number).utf8
    case .gold: bytes += (GoldMarkupWriter.write(AnnotatedDocument(document)) + "\n").utf8
    case .brat: bytes += BratWriter.write(AnnotatedDocument(document)).utf8
    case .conll:
      var annotated = AnnotatedDocument(document)
      // The id stands in a line of its own.
      annotated.id = String(annotated.id.map { $0.isNewline ? " " : $0 })
      bytes += ConllWriter.write(annotated).utf8
    }
  }
}
