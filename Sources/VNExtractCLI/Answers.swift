import Glibc
import Scoring
import UnicodeText
import VNExtract

/// Writes documents in one of the output formats.
struct Answers {
  private let format: OutputFormat
  private let withText: Bool
  private let types: Set<MentionType>
  private var json = JSONWriter()
  private var hasHeader = false
  private var page: HTMLPage

  /// `direction` tells in which direction a language is written.
  init(
    _ format: OutputFormat, withText: Bool, types: Set<MentionType>,
    direction: @escaping (String) -> LanguageProfile.Direction
  ) {
    page = HTMLPage(direction: direction)
    self.format = format
    self.withText = withText
    self.types = types
  }

  /// Writes the answer to a document, and the encoding its text was decoded from where the command line asked for it.
  mutating func add(_ document: Document, _ encoding: TextEncoding? = nil) {
    var document = document
    document.encoding = encoding?.rawValue
    switch format {
    case .jsonl:
      document.write(to: &json, withText: withText)
      json.newline()
      // An answer is seen as soon as it is ready: somebody may wait for it at the end of a pipe.
      flush()
    case .text: Console.write(Array(TextView(document, colour: Console.hasColour).text.utf8), to: STDOUT_FILENO)
    case .table: write(FactTable(document, types: types).text, below: FactTable.line(FactTable.header))
    case .csv:
      let rows = FactTable(document, types: types).rows
      write(rows.map(CommaSeparated.line).joined(), below: CommaSeparated.line(FactTable.header))
    case .html: write(page.article(document), below: HTMLPage.head)
    case .gold: Console.out(GoldMarkupWriter.write(AnnotatedDocument(document)))
    case .brat: write(BratWriter.write(AnnotatedDocument(document)))
    case .conll:
      var annotated = AnnotatedDocument(document)
      // The id stands in a line of its own.
      annotated.id = String(annotated.id.map { $0.isNewline ? " " : $0 })
      write(ConllWriter.write(annotated))
    }
  }

  /// Writes what stands behind the last document.
  mutating func finish() {
    flush()
    if format == .html { write(HTMLPage.foot, below: HTMLPage.head) }
  }

  /// Writes text, the first time below a header.
  private mutating func write(_ text: String, below header: String = "") {
    Console.write(Array((hasHeader ? text : header + text).utf8), to: STDOUT_FILENO)
    hasHeader = true
  }

  /// Writes that a line could not be read.
  mutating func add(failure message: String, id: String, line: Int) {
    guard format == .jsonl else { return }
    json.object { json in
      json.field("id", id)
      json.field("line", line)
      json.field("error", message)
    }
    json.newline()
    flush()
  }

  /// Writes what has been kept back.
  mutating func flush() {
    guard !json.bytes.isEmpty else { return }
    Console.write(json.bytes, to: STDOUT_FILENO)
    json.removeAll()
  }
}
