import ArgumentParser
import Glibc
import Patterns
import UnicodeText
import VNExtract

/// How groups go out.
enum LinkFormat: String, ExpressibleByArgument, CaseIterable {
  case text, table, csv, json, jsonl
}

/// `vnextract link`.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Groups the persons and offices of many documents, across languages and writings.",
    discussion: """
      EXAMPLES
        vnextract link articles/                          who is who in a folder of texts
        vnextract link vi.txt en.txt ar.txt --format json
        vnextract extract --input jsonl < docs.jsonl > answers.jsonl
        vnextract link answers.jsonl --min-documents 2    answers that were extracted before
        vnextract link articles/ --format csv > persons.csv

      A file whose name ends in .jsonl holds answers of 'extract' or documents with "text", one a line; so does standard input,
      unless --input says otherwise. A name that ends in .wet is a crawl's texts. Any other file is a text.

      Vietnamese names are one with and without diacritics, in Latin and in Arabic letters, with the surname first or last. The same
      name joins where offices support it, and three syllables or more where nothing contradicts; offices of two places or two
      institutions keep namesakes apart. Every join and every namesake is given with its reason.
      """)

  @Argument(help: "The files or folders to read; none or '-' is standard input.", completion: .file())
  var files: [String] = []

  @Option(
    help:
      "What standard input is: a text (text), a text on each line (lines), JSON on each line (jsonl) or a WET file (wet)."
  )
  var input: InputFormat = .jsonl

  @Option(name: .shortAndLong, help: "How to answer: text, table (tab-separated), csv, json or jsonl.")
  var format: LinkFormat?

  @Option(name: .shortAndLong, help: "The language of the texts: auto or the tag of a profile (vi, ar, en).")
  var language = "auto"

  @Option(help: "The weakest evidence that joins: certain, likely or possible.")
  var evidence = "likely"

  @Option(help: "Only persons and offices that stand in at least so many documents.")
  var minDocuments = 1

  @OptionGroup var encoding: EncodingOptions

  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    if Evidence(word: evidence) == nil {
      throw ValidationError("--evidence can be certain, likely or possible, not '\(evidence)'.")
    }
    if minDocuments < 1 { throw ValidationError("--min-documents must be at least 1, not \(minDocuments).") }
  }

  func run() throws {
    if files.isEmpty, Console.inputIsTerminal { throw ValidationError(Self.nothingToRead) }
    let linker = try lexicons.linker()
    let tags = linker.extractor.languages.tags
    if language != "auto", !tags.contains(language) {
      throw ValidationError("--language can be auto, \(tags.joined(separator: ", ")), not '\(language)'.")
    }
    let paths = InputPaths(files.isEmpty ? ["-"] : files)
    for message in paths.notes + paths.failures.map({ "vnextract: \($0)" }) { Console.error(message) }
    var reader = LinkReader(linker.extractor, language: language == "auto" ? nil : language, encoding: encoding)
    for path in paths.files {
      do {
        try reader.read(path.path, as: path.path == "-" ? input : path.format)
      } catch {
        Console.error("vnextract: \(error)")
        reader.hasFailed = true
      }
    }
    if files.isEmpty, !reader.hasRead, !reader.hasFailed { throw ValidationError(Self.nothingToRead) }
    var result = linker.link(reader.documents, weakest: Evidence(word: evidence) ?? .likely)
    result.persons.removeAll { $0.documentCount < minDocuments }
    result.offices.removeAll { Set($0.writings.flatMap(\.documents)).count < minDocuments }
    write(result)
    if reader.hasFailed || !paths.failures.isEmpty { throw ExitCode.someFailed }
  }

  private static let nothingToRead = "Nothing to link: name files or folders, or give documents on standard input."

  private func write(_ result: LinkResult) {
    var json = JSONWriter()
    switch format ?? (Console.isTerminal ? .text : .jsonl) {
    case .text: Console.out(Array(LinkView(result).text.utf8))
    case .table: Console.out(Array(LinkTable(result).tabSeparated.utf8))
    case .csv: Console.out(Array(LinkTable(result).commaSeparated.utf8))
    case .json:
      result.write(to: &json)
      json.newline()
    case .jsonl:
      for group in result.persons {
        group.write(to: &json)
        json.newline()
      }
      for group in result.offices {
        group.write(to: &json)
        json.newline()
      }
    }
    Console.out(json.bytes)
  }
}
