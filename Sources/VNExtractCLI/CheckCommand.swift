import ArgumentParser
import BuiltInLexicons
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
    let compiler: LanguageCompiler
    do {
      compiler = LanguageCompiler(try folder.map(SourceFolder.read) ?? BuiltIn.files)
    } catch {
      Console.error("\(error)")
      throw ExitCode.wrongUsage
    }
    let runner = ExampleRunner(compiler)
    let problems = compiler.diagnostics + runner.failures(of: rule)
    for problem in problems { Console.error(problem.description) }
    let rules = compiler.rules.values.reduce(0) { $0 + $1.count }
    Console.out("\(compiler.entryCount) entries, \(rules) rules, \(runner.count) examples: \(problems.count) problems")
    if !problems.isEmpty { throw ExitCode.wrongUsage }
  }
}
