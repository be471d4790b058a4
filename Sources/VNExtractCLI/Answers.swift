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

  init(_ format: OutputFormat, withText: Bool, types: Set<MentionType>) {
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
    case .table:
      let header = hasHeader ? "" : FactTable.line(FactTable.header)
      hasHeader = true
      Console.write(Array((header + FactTable(document, types: types).text).utf8), to: STDOUT_FILENO)
    case .gold: Console.out(GoldMarkupWriter.write(AnnotatedDocument(document)))
    }
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
