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
        vnextract check Lexicons --coverage    how many rules and entries each language has

      Every problem is shown with file, line and column. Errors make files unusable or break an example; warnings name what
      does nothing: items and rules that never match, rules that always lose, entries that no text holds, senses and macros
      that nobody uses. Exit status 2 if there is an error, with --strict also if there is a warning.
      """)

  @Argument(help: "The folder to check; none is what is inside the program.", completion: .directory)
  var folder: String?

  @Option(help: "Only the examples of rules whose name contains this, and no warnings.")
  var rule: String?

  @Flag(help: "Warnings fail, too.")
  var strict = false

  @Flag(help: "Shows how many rules give each meaning and how many entries each sense has, by language.")
  var coverage = false

  func run() throws {
    let files: [SourceFile]
    do {
      files = try folder.map(SourceFolder.read) ?? BuiltIn.files
    } catch {
      Console.error("\(error)")
      throw ExitCode.wrongUsage
    }
    let compiler = LanguageCompiler(files)
    if coverage { Console.out(RuleCoverage(compiler).text) }
    let runner = ExampleRunner(compiler)
    let problems = compiler.diagnostics + Linker.diagnostics(files) + runner.failures(of: rule)
    let errors = problems.count { $0.severity == .error }
    var warnings = problems.filter { $0.severity == .warning }
    // What does nothing can only be told where all could be read.
    if rule == nil, compiler.diagnostics.isEmpty { warnings += RuleLint.warnings(compiler, files) }
    for problem in problems.filter({ $0.severity == .error }) + warnings { Console.error(problem.description) }
    let rules = compiler.rules.values.reduce(0) { $0 + $1.count }
    Console.out(
      "\(compiler.entryCount) entries, \(rules) rules, \(runner.count) examples: "
        + "\(errors) errors, \(warnings.count) warnings")
    if errors > 0 || strict && !warnings.isEmpty { throw ExitCode.wrongUsage }
  }
}
