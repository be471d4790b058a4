import Foundation
import Testing
import VNExtract

@testable import VNExtractCLI

/// What the command says of itself.
@Suite struct HelpTests {
  @Test(arguments: Suggestion.commands) func everyCommandShowsExamples(name: String) throws {
    // In a terminal of 80 columns help is wrapped.
    let result = try Command.run([name, "--help"], environment: ["COLUMNS": "200"])
    let parts = result.text.components(separatedBy: "EXAMPLES\n")
    try #require(result.status == 0 && parts.count == 2)
    let examples = parts[1].components(separatedBy: "\n").prefix { !$0.isEmpty }
    #expect(examples.count >= 2 && examples.allSatisfy { $0.contains("vnextract ") })
    // Each is a command line that is understood: its options are options of the command.
    for option in examples.joined(separator: " ").matches(of: #/ (--[a-z-]+)/#) {
      let all = try Command.run([name, "--help"]).text + Command.run(["extract", "--help"]).text
      #expect(all.contains(option.output.1), "\(option.output.1)")
    }
  }

  @Test func theManualIsWhatTheCommandSays() throws {
    let dump = try Command.run(["--experimental-dump-help"])
    let page = try ManualPage(dump: Data(dump.output), version: Extractor.version).text
    try Recorded.check(page, at: "Sources/VNExtractCLI/Manual/vnextract.1")
    for name in Suggestion.commands { #expect(page.contains("\n.SS \"vnextract \(name)\"\n")) }
    for heading in ["NAME", "SYNOPSIS", "EXAMPLES", "ENVIRONMENT", "EXIT STATUS"] {
      #expect(page.contains("\n.SH \(heading)\n"))
    }
    // Nothing that begins with a dot is text.
    let macros = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi", ".\\\""]
    for line in page.components(separatedBy: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreWritten(shell: String) throws {
    let result = try Command.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for word in ["extract", "link", "format", "jsonl", "windows-1258"] { #expect(result.text.contains(word)) }
  }

  @Test func completionsComplete() throws {
    let script = """
      source <(vnextract --generate-completion-script bash)
      complete -p vnextract > /dev/null || exit 3
      try() {
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
        _vnextract vnextract "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        echo "${COMPREPLY[@]}"
      }
      try vnextract ex
      try vnextract extract --form
      try vnextract extract --format ht
      """
    let result = try Command.shell(script)
    let lines = result.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    try #require(lines.count == 3, "\(result.text) \(result.errors)")
    #expect(lines[0] == "extract explain")
    #expect(lines[1].contains("--format") && lines[2].contains("html") && !lines[2].contains("csv"))
  }

  @Test(arguments: [
    (["extract", "--fromat", "csv"], "Unknown option '--fromat'. Did you mean '--format'?"),
    (["extract", "--lang", "vi"], "Unknown option '--lang'. Did you mean '--language'?"),
    (["link", "--min-document", "2"], "Did you mean '--min-documents'?"),
    (["extract", "--format", "cvs"], "- csv"), (["check", "--strikt"], "Did you mean '--strict'?"),
  ]) func misspeltOptionsAreGuessed(arguments: [String], message: String) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
    // The usage is that of the command at hand.
    #expect(result.errors.contains("Usage: vnextract \(arguments[0]) "))
  }

  @Test func misspeltCommandsAreGuessed() throws {
    let result = try Command.run(["exract", "LICENSE"])
    #expect(result.status == 1)
    #expect(result.errors.hasSuffix("vnextract: 'exract' is no file; did you mean 'vnextract extract'?\n"))
    #expect(try !Command.run(["/no/such"]).errors.contains("did you mean"))
    #expect(Suggestion.distance("scroe", "score") == 2 && Suggestion.distance("", "link") == 4)
  }

  @Test func nothingToLinkShowsTheUsage() throws {
    let result = try Command.run(["link"], text: "")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: Nothing to link: name files or folders"))
    #expect(result.errors.contains("Usage: vnextract link "))
    #expect(try Command.run(["link"], text: "\n\n").status == 2)
  }
}
