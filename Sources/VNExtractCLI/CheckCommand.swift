import ArgumentParser
import Lexicon
import Patterns
import VNExtract

/// `vnextract check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks lexicons and rules and runs the examples of the rules.",
    discussion: """
      EXAMPLES
        vnextract check                  the lexicons and rules inside the program
        vnextract check Lexicons         those of a folder laid out as <language>/*.tsv and *.rules

      Every problem is shown with file, line and column. Exit status 2 if there is any.
      """)

  @Argument(help: "The folder to check; none is what is inside the program.", completion: .directory)
  var folder: String?

  @Option(help: "Only the examples of rules whose name contains this.")
  var rule: String?

  func run() throws {
    let languages: Languages
    if let folder {
      do {
        languages = Languages(try SourceFolder.read(folder))
      } catch {
        Console.error("\(error)")
        throw ExitCode.wrongUsage
      }
    } else {
      languages = Extractor().languages
    }
    var problems = languages.diagnostics
    let runner = ExampleRunner(languages)
    // Examples of a set that cannot be read whole would only repeat its errors.
    if !problems.contains(where: { $0.severity == .error }) { problems += runner.failures(of: rule) }
    for problem in problems { Console.error(problem.description) }
    let entries = languages.byTag.values.filter { $0.tag != Languages.undetermined }.reduce(0) { $0 + $1.lexicon.entries.count }
    let rules = languages.byTag.values.reduce(0) { $0 + $1.rules.rules.count }
    Console.out("\(entries) entries, \(rules) rules, \(runner.count) examples: \(problems.count) problems")
    if !problems.isEmpty { throw ExitCode.wrongUsage }
  }
}
