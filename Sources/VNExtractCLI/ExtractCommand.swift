import ArgumentParser
import Glibc
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
        vnextract extract articles/ --output mentions.html
        vnextract extract articles/ --output answers/ --jobs 0 --progress
        vnextract extract --input wet crawl.warc.wet.gz > answers.jsonl
        vnextract extract --format brat article.txt > article.ann

      A line of --input jsonl is an object with "text" and, if it has them, "id", "lang" and "date". A line that cannot be
      read is answered by {"id":…,"line":N,"error":"…"}. Input that is gzip or Zstandard is decompressed, whatever its name.
      Lines and records are read as they come, in memory that does not grow, and answered in their order.
      """)

  @Argument(help: "The files and folders to read; none or '-' is standard input.", completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "What a document is: a file (text), a line (lines), a line of JSON (jsonl) or a record of a WET file (wet).",
      discussion: "Without it names that end in .jsonl, .ndjson or .wet tell; any other input is a text."))
  var input: InputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How to answer; what the name of --output says, text on a terminal, else jsonl.",
      discussion: """
        jsonl one JSON object a document · text for reading · table rows between tabs · csv for spreadsheets, in a file with \
        the byte order mark that Excel wants · html one page for a browser · gold inline markup · brat the .ann file of one text · conll IOB2 columns with offsets
        """))
  var format: OutputFormat?

  @Option(name: .shortAndLong, help: "The language of the texts: auto or the tag of a profile (vi, ar, en).")
  var language = "auto"

  @Option(name: .shortAndLong, help: "The reference date, YYYY-MM-DD or YYYY-MM-DDThh:mm.")
  var date: DateArgument?

  @Option(help: "The unit of offsets.")
  var offsets: OffsetUnit = .scalar

  @Option(
    help: "The weakest evidence that is answered: certain, likely or possible.",
    completion: .list(["certain", "likely", "possible"]))
  var evidence = "likely"

  @Option(
    help: "The types wanted, separated by commas: TITLE, PERSON, ORG, LOC, DATE, NUMBER.",
    completion: .list(MentionType.allCases.map(\.rawValue)))
  var types: String?

  @Flag(help: "Also answers times without a place on the calendar: now, recently, in the future.")
  var vague = false

  @Flag(help: "Writes the decoded text into the answers.")
  var withText = false

  @Flag(help: "Writes into every mention the lexicon entries that it rests on.")
  var withEntries = false

  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, help: "The number of threads that read documents; 0 is one for each processor.")
  var jobs = 1

  @Flag(help: "Tells on standard error how far the work is: files, megabytes, speed and the time left.")
  var progress = false

  @OptionGroup var encoding: EncodingOptions

  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    if !["certain", "likely", "possible"].contains(evidence) {
      throw ValidationError("--evidence can be certain, likely or possible, not '\(evidence)'.")
    }
    if !(0...256).contains(jobs) { throw ValidationError("--jobs can be 0 to 256, not \(jobs).") }
    if let format = format ?? output.format, [.gold, .brat, .conll].contains(format), offsets != .scalar {
      throw ValidationError("--format \(format) counts Unicode scalars, not \(offsets.rawValue).")
    }
    if format == nil { try output.checkName() }
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
    let paths = InputPaths(files.isEmpty ? ["-"] : files, without: output.isFolder ? output.output : nil)
    let shown = format ?? output.format ?? (Console.isTerminal && output.output == nil ? .text : .jsonl)
    try check(paths.files, shown)
    for message in paths.notes + paths.failures.map({ "vnextract: \($0)" }) { Console.error(message) }
    let answerFormat = AnswerFormat(
      shown, withText: withText, types: wanted, hasColour: Console.hasColour && output.output == nil
    ) { extractor.languages.profiles[$0]?.direction ?? .leftToRight }
    let answers = AnswerOutput(output.place, answerFormat, paths.files)
    do {
      try answers.open()
    } catch {
      Console.error("vnextract: \(error)")
      throw ExitCode.someFailed
    }
    let answerer = DocumentAnswerer(
      extractor: extractor, options: options(shown), encoding: encoding, format: answerFormat)
    let progress = progress ? Progress(paths.files) : nil
    let work = OrderedWork(threads: threads, work: answerer.answer, deliver: answers.add)
    var feed = DocumentFeed(as: input, encoding, progress, send: work.add)
    for (index, path) in paths.files.enumerated() { feed.read(path, index: index) }
    work.finish()
    answers.finish()
    progress?.finish()
    Suggestion.tell(for: files, of: "vnextract", among: Suggestion.commands)
    if answers.hasFailed || !paths.failures.isEmpty { throw ExitCode.someFailed }
  }

  /// Refuses what cannot be written as wanted.
  private func check(_ inputs: [InputPath], _ format: OutputFormat) throws {
    let isOneText = inputs.allSatisfy { (input ?? $0.format) == .text } && (inputs.count <= 1 || output.isFolder)
    if format == .brat, !isOneText {
      throw ValidationError("--format brat answers one text; give a folder as --output for several.")
    }
    try output.check(inputs, as: format)
  }

  private var threads: Int { jobs > 0 ? jobs : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private var typeNames: [String] {
    types.map { $0.split(separator: ",").map { $0.trimmed.uppercased() } } ?? []
  }

  private func options(_ format: OutputFormat) -> ExtractionOptions {
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
