import ArgumentParser
import Glibc
import VNExtract

/// The command and its subcommands.
@main
struct Vnextract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vnextract",
    abstract:
      "Finds who holds which title where, organizations, places, dates and numbers in Vietnamese, Arabic and English text.",
    discussion: """
      EXAMPLES
        vnextract < article.txt                     what stands in an article
        vnextract extract articles/ -o mentions.csv all mentions of a folder as a table
        vnextract extract --format gold a.txt       the article with inline markup
        vnextract extract --input jsonl < docs.jsonl > answers.jsonl
        vnextract explain 'Chairman Tran Van Nam'   why something was or was not found
        vnextract link articles/                    who is who in many documents, across languages
        vnextract score Corpora/vi/development      how right the answers are
        vnextract check Lexicons                    what is wrong in lexicons and rules

      ENVIRONMENT
        VNEXTRACT_LEXICONS  folders with further lexicons and rules, parted by ':', as --lexicons
        NO_COLOR            where it is set nothing is coloured on a terminal

      EXIT STATUS
        0  all done
        1  some documents could not be read, an answer could not be written, or a floor was not reached
        2  wrong usage, or lexicons or rules that cannot be used
        Where the reader of the answers goes away the command ends quietly, as by signal PIPE.

      SHELL COMPLETIONS
        vnextract --generate-completion-script bash > ~/.local/share/bash-completion/completions/vnextract
        The same for zsh and fish.
      """,
    version: Extractor.version,
    subcommands: [
      ExtractCommand.self, ExplainCommand.self, TokensCommand.self, NormalizeCommand.self, ScoreCommand.self,
      ConvertCommand.self, LinkCommand.self,
      CheckCommand.self,
    ],
    defaultSubcommand: ExtractCommand.self)

  static func main() {
    // A file that may not grow further is told of like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    var command: (any ParsableCommand)?
    do {
      var parsed = try parseAsRoot()
      command = parsed
      try parsed.run()
    } catch {
      let code = exitCode(for: error)
      let message = message(for: error, in: command)
      if code == .success {
        if !message.isEmpty { Console.out(message) }
        Glibc.exit(0)
      }
      if !message.isEmpty { Console.error(message) }
      Glibc.exit(code == .validationFailure ? ExitCode.wrongUsage.rawValue : code.rawValue)
    }
  }

  /// What is told of an error; where a command found its own arguments wrong, with the usage of that command.
  private static func message(for error: any Error, in command: (any ParsableCommand)?) -> String {
    guard let command, error is ValidationError else {
      let name = CommandLine.arguments.dropFirst().first
      let type = configuration.subcommands.first { $0.configuration.commandName == name } ?? ExtractCommand.self
      return Suggestion.completing(fullMessage(for: error), help: helpMessage(for: type))
    }
    let type = Swift.type(of: command)
    let name = (configuration.commandName ?? "") + " " + (type.configuration.commandName ?? "")
    return "Error: \(error)\nUsage: \(usageString(for: type))\n  See '\(name) --help' for more information."
  }
}

extension ExitCode {
  /// Some documents could not be read.
  static let someFailed = ExitCode(1)
  /// The command line or a lexicon is wrong.
  static let wrongUsage = ExitCode(2)
}
