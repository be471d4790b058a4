public import ArgumentParser
import Glibc
public import UnicodeText
import VNExtract

extension OffsetUnit: ExpressibleByArgument {}

/// How documents come in.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  /// A file is a document.
  case text
  /// A line is a document.
  case lines
  /// A line is a JSON object.
  case jsonl
  /// A record of a WET file is a document.
  case wet
}

/// How answers go out.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, text, table, csv, html, gold, brat, conll

  /// What the name of a file in the format ends in.
  var ending: String {
    switch self {
    case .jsonl: ".jsonl"
    case .text: ".txt"
    case .table: ".tsv"
    case .csv: ".csv"
    case .html: ".html"
    case .gold: ".gold.xml"
    case .brat: ".ann"
    case .conll: ".conll"
    }
  }
}

/// A date or date-time on the command line.
struct DateArgument: ExpressibleByArgument {
  let value: CivilDateTime

  init?(argument: String) {
    guard let value = CivilDateTime(argument) else { return nil }
    self.value = value
  }
}

/// Options of every command that extracts.
struct LexiconOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder with further lexicons and rules, laid out as Lexicons/; may be given several times.",
      discussion: "The environment variable VNEXTRACT_LEXICONS names folders that come before these, parted by ':'.",
      valueName: "dir"),
    completion: .directory)
  var lexicons: [String] = []

  @Flag(
    name: .customLong("without-built-in"),
    help: "Leave the built-in lexicons and rules out: only --lexicons counts.")
  var isWithoutBuiltIn = false

  /// The folders of the environment, then those of the options.
  private var folders: [String] {
    (getenv("VNEXTRACT_LEXICONS").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init) + lexicons
  }

  func validate() throws {
    if isWithoutBuiltIn, folders.isEmpty { throw ValidationError("--without-built-in needs --lexicons DIR.") }
  }

  /// The linker with the lexicons wanted.
  ///
  /// - Throws: `ExitCode.wrongUsage` after telling what is wrong with the folder.
  func linker() throws -> Linker {
    try told { folders.isEmpty ? Linker() : try Linker(lexicons: folders, withBuiltIn: !isWithoutBuiltIn) }
  }

  /// The extractor with the lexicons wanted.
  ///
  /// - Throws: `ExitCode.wrongUsage` after telling what is wrong with the folder.
  func extractor() throws -> Extractor {
    try told { folders.isEmpty ? Extractor() : try Extractor(lexicons: folders, withBuiltIn: !isWithoutBuiltIn) }
  }

  /// The explainer with the lexicons wanted.
  ///
  /// - Throws: `ExitCode.wrongUsage` after telling what is wrong with the folder.
  func explainer() throws -> Explainer {
    try told { try Explainer(lexicons: folders, withBuiltIn: !isWithoutBuiltIn) }
  }

  /// What reads the lexicons, its error told.
  private func told<Reader>(_ reader: () throws -> Reader) throws -> Reader {
    do {
      return try reader()
    } catch {
      Console.error("\(error)")
      throw ExitCode.wrongUsage
    }
  }
}
