import ArgumentParser
import Glibc

/// The command and its subcommands.
@main
struct Vnextract: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "vnextract",
    abstract:
      "Finds who holds which title where, organizations, places, dates and numbers in Vietnamese, Arabic and English text.",
    discussion: """
      EXAMPLES
        vnextract < article.txt                     what stands in an article
        vnextract extract --format gold a.txt       the article with inline markup
        vnextract extract --input jsonl < docs.jsonl > answers.jsonl
        vnextract explain 'Chairman Tran Van Nam'   why something was or was not found
        vnextract link articles/                    who is who in many documents, across languages
        vnextract score Corpora/vi/development      how right the answers are
        vnextract check Lexicons                    what is wrong in lexicons and rules

      EXIT STATUS
        0  all done    1  some documents failed    2  wrong usage or unreadable lexicons
      """,
    version: version,
    subcommands: [
      ExtractCommand.self, ExplainCommand.self, TokensCommand.self, NormalizeCommand.self, ScoreCommand.self,
      ConvertCommand.self, LinkCommand.self,
      CheckCommand.self,
    ],
    defaultSubcommand: ExtractCommand.self)

  static func main() {
    // A file that may not grow further is told of like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    var type: any ParsableCommand.Type = self
    do {
      var command = try parseAsRoot()
      type = Swift.type(of: command)
      try command.run()
    } catch {
      let code = type.exitCode(for: error)
      let message = type.fullMessage(for: error)
      if code == .success {
        if !message.isEmpty { Console.out(message) }
        Glibc.exit(0)
      }
      if !message.isEmpty { Console.error(message) }
      Glibc.exit(code == .validationFailure ? ExitCode.wrongUsage.rawValue : code.rawValue)
    }
  }
}

extension ExitCode {
  /// Some documents could not be read.
  static let someFailed = ExitCode(1)
  /// The command line or a lexicon is wrong.
  static let wrongUsage = ExitCode(2)
}
