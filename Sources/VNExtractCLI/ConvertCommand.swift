public import ArgumentParser
import Glibc
public import Scoring

extension AnnotationFormat: ExpressibleByArgument {}
extension TagScheme: ExpressibleByArgument {}

/// `vnextract convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turns annotated documents from one format into another.",
    discussion: """
      EXAMPLES
        vnextract convert Corpora/vi/development --to brat --output brat/
        vnextract convert answers.jsonl --to conll --scheme bioes > answers.conll
        vnextract convert article.ann --to gold

      Answers hold their text where they were extracted with --with-text; all formats but jsonl and gold-jsonl need it.

      Formats: gold (inline markup), jsonl, gold-jsonl, brat, conll, conll-plain, spacy, prodigy, doccano, timeml.
      """)

  @Argument(help: "Files or folders to read.", completion: .file())
  var files: [String]

  @Option(help: "The format to read; told by the file names where it is not given.")
  var from: AnnotationFormat?

  @Option(help: "The format to write.")
  var to: AnnotationFormat

  @Option(help: "The tags of CoNLL columns.")
  var scheme: TagScheme = .iob2

  @Option(
    name: .shortAndLong,
    help: "Where to write: a folder for gold, brat and timeml, else a file; standard output without it.")
  var output: String?

  func run() throws {
    do {
      let documents = try files.flatMap { try AnnotationFiles.read($0, format: from) }
      if ![.jsonl, .goldJsonl].contains(to), let bare = documents.first(where: { $0.text == nil }) {
        Console.error("\(bare.id): its text is missing, which \(to) needs; extract with --with-text")
        throw ExitCode.someFailed
      }
      if let output {
        try AnnotationFiles.write(documents, to: output, format: to, scheme: scheme)
      } else {
        Console.out(Array(to.write(documents, scheme: scheme).utf8))
      }
    } catch let status as ExitCode {
      throw status
    } catch {
      Console.error("\(error)")
      throw ExitCode.someFailed
    }
  }
}
