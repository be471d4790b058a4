import ArgumentParser
import Patterns
import UnicodeText
import VNExtract

/// `vnextract extract`.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Finds titles, persons, organizations, places, dates and numbers.",
    discussion: """
      EXAMPLES
        vnextract extract article.txt
        vnextract extract --format text --language vi --date 2024-02-27 article.txt
        vnextract extract --input lines --format jsonl < sentences.txt
        cat docs.jsonl | vnextract extract --input jsonl --offsets utf16
        vnextract extract --encoding windows-1258 old-article.txt
        vnextract extract --format table --types NUMBER report.txt
        vnextract extract --format csv *.txt > mentions.csv
        vnextract extract --format html *.txt > mentions.html
        vnextract extract --format brat article.txt > article.ann

      A line of --input jsonl is an object with "text" and, if it has them, "id", "lang" and "date". A line that cannot be
      read is answered by {"id":…,"line":N,"error":"…"}.
      """)

  @Argument(help: "The files to read; none or '-' is standard input.", completion: .file())
  var files: [String] = []

  @Option(help: "What a document is: a file (text), a line (lines) or a line of JSON (jsonl).")
  var input: InputFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How to answer; text on a terminal, else jsonl.",
      discussion: """
        jsonl one JSON object a document · text for reading · table rows between tabs · csv for spreadsheets · html one page for a \
        browser · gold inline markup · brat the .ann file of one text · conll IOB2 columns with offsets
        """))
  var format: OutputFormat?

  @Option(name: .shortAndLong, help: "The language of the texts: auto or the tag of a profile (vi, ar, en).")
  var language = "auto"

  @Option(name: .shortAndLong, help: "The reference date, YYYY-MM-DD or YYYY-MM-DDThh:mm.")
  var date: DateArgument?

  @Option(help: "The unit of offsets.")
  var offsets: OffsetUnit = .scalar

  @Option(help: "The weakest evidence that is answered: certain, likely or possible.")
  var evidence = "likely"

  @Option(help: "The types wanted, separated by commas.")
  var types: String?

  @Flag(help: "Also answers times without a place on the calendar: now, recently, in the future.")
  var vague = false

  @Flag(help: "Writes the decoded text into the answers.")
  var withText = false

  @Flag(help: "Writes into every mention the lexicon entries that it rests on.")
  var withEntries = false

  @OptionGroup var encoding: EncodingOptions

  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    if !["certain", "likely", "possible"].contains(evidence) {
      throw ValidationError("--evidence can be certain, likely or possible, not '\(evidence)'.")
    }
    if format == .brat, input != .text || files.count > 1 {
      throw ValidationError("--format brat answers one text; use 'vnextract convert --to brat --output DIR' for more.")
    }
    if let format, [.gold, .brat, .conll].contains(format), offsets != .scalar {
      throw ValidationError("--format \(format) counts Unicode scalars, not \(offsets.rawValue).")
    }
    for name in typeNames where MentionType(rawValue: name) == nil {
      let known = MentionType.allCases.map(\.rawValue).joined(separator: ",")
      throw ValidationError("--types can hold \(known), not '\(name)'.")
    }
  }

  func run() throws {
    let extractor = try lexicons.extractor()
    if language != "auto", !extractor.languages.tags.contains(language) {
      let known = extractor.languages.tags.joined(separator: ", ")
      throw ValidationError("--language can be auto, \(known), not '\(language)'.")
    }
    var answers = Answers(
      format ?? (Console.isTerminal ? .text : .jsonl), withText: withText, types: wanted
    ) { extractor.languages.profiles[$0]?.direction ?? .leftToRight }
    var failed = false
    for path in files.isEmpty ? ["-"] : files {
      do {
        try read(path, extractor, &answers, &failed)
      } catch {
        Console.error("vnextract: \(error)")
        failed = true
      }
    }
    answers.finish()
    if failed { throw ExitCode.someFailed }
  }

  private var typeNames: [String] {
    types.map { $0.split(separator: ",").map { $0.trimmed.uppercased() } } ?? []
  }

  private var options: ExtractionOptions {
    var options = ExtractionOptions()
    options.language = language == "auto" ? nil : language
    options.date = date?.value
    options.offsets = offsets
    options.evidence = evidence
    options.withEntries = withEntries
    options.vague = vague
    // A row of the table also says when and where, which other types know.
    if format != .table, format != .csv { options.types = wanted }
    return options
  }

  private var wanted: Set<MentionType> {
    types == nil ? Set(MentionType.allCases) : Set(typeNames.compactMap(MentionType.init(rawValue:)))
  }

  private func read(
    _ path: String, _ extractor: Extractor, _ answers: inout Answers, _ failed: inout Bool
  ) throws(CannotRead) {
    var source = try ByteSource(path)
    // Lines can be told apart only in UTF-8.
    let recoded = input == .text ? nil : try encoding.recode(&source)
    switch input {
    case .text:
      let bytes = try source.all()
      if let message = tooLong(bytes) {
        Console.error("\(source.name):1:1: error: \(message)")
        failed = true
        return
      }
      let (text, found) = encoding.decode(bytes, name: source.name)
      answers.add(extractor.extract(text, id: source.name, options: options), found)
    case .lines:
      var number = 0
      while let line = try source.line() {
        number += 1
        if let message = tooLong(line) {
          Console.error("\(source.name):\(number):1: error: \(message)")
          answers.add(failure: message, id: String(number), line: number)
          failed = true
          continue
        }
        let text = Text(validating: line)
        EncodingOptions.report(text, in: "\(source.name):\(number)", .utf8)
        answers.add(extractor.extract(text, id: String(number), options: options), recoded)
      }
    case .jsonl:
      var number = 0
      while let line = try source.line() {
        number += 1
        do throws(InputRecord.Failure) {
          let record = try line.withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in
            try InputRecord(json: bytes)
          }
          if let message = tooLong(record.text) {
            throw InputRecord.Failure(message: message, offset: 0, id: record.id)
          }
          let text = Text(validating: record.text)
          EncodingOptions.report(text, in: "\(source.name):\(number)", .utf8)
          var options = options
          if let language = record.language, extractor.languages.tags.contains(language) { options.language = language }
          if let date = record.date { options.date = date }
          answers.add(extractor.extract(text, id: record.id ?? String(number), options: options), recoded)
        } catch {
          failed = true
          let column = String(decoding: line.prefix(error.offset), as: UTF8.self).unicodeScalars.count + 1
          Console.error("\(source.name):\(number):\(column): error: \(error.message)")
          answers.add(failure: error.message, id: error.id ?? String(number), line: number)
        }
      }
    }
  }

  private func tooLong(_ bytes: [UInt8]) -> String? {
    guard bytes.count > Extractor.documentLimit else { return nil }
    return "the document has \(bytes.count) bytes; at most \(Extractor.documentLimit) are read, so cut it into parts"
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
