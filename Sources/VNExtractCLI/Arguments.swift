public import ArgumentParser
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
}

/// How answers go out.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, text, table, csv, html, gold, brat, conll
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
  @Option(help: "A folder with further lexicons and rules, laid out as Lexicons/; may be given several times.")
  var lexicons: [String] = []

  @Flag(
    name: .customLong("without-built-in"),
    help: "Leave the built-in lexicons and rules out: only --lexicons counts.")
  var isWithoutBuiltIn = false

  func validate() throws {
    if isWithoutBuiltIn, lexicons.isEmpty { throw ValidationError("--without-built-in needs --lexicons DIR.") }
  }

  /// The linker with the lexicons wanted.
  ///
  /// - Throws: `ExitCode.wrongUsage` after telling what is wrong with the folder.
  func linker() throws -> Linker {
    try told { lexicons.isEmpty ? Linker() : try Linker(lexicons: lexicons, withBuiltIn: !isWithoutBuiltIn) }
  }

  /// The extractor with the lexicons wanted.
  ///
  /// - Throws: `ExitCode.wrongUsage` after telling what is wrong with the folder.
  func extractor() throws -> Extractor {
    try told { lexicons.isEmpty ? Extractor() : try Extractor(lexicons: lexicons, withBuiltIn: !isWithoutBuiltIn) }
  }

  /// The explainer with the lexicons wanted.
  ///
  /// - Throws: `ExitCode.wrongUsage` after telling what is wrong with the folder.
  func explainer() throws -> Explainer {
    try told { try Explainer(lexicons: lexicons, withBuiltIn: !isWithoutBuiltIn) }
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
