import ArgumentParser
import Glibc
import Patterns
import UnicodeText
import VNExtract

/// How explanations go out.
enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// `vnextract explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says why something was or was not found.",
    discussion: """
      EXAMPLES
        vnextract explain 'Chủ tịch UBND tỉnh Cà Mau nói'          what was found, by which rules and entries
        vnextract explain --at 9 'Chủ tịch UBND tỉnh Cà Mau nói'   which rules tried at a place, and where each gave up
        vnextract explain --rule title.before-name < article.txt   what one rule did everywhere

      The text is the argument (the file where it is the path of one), or standard input. Offsets are those of --offsets, as answers show them.
      """)

  @Argument(help: "The text, or the path of a file; without it standard input is read.")
  var text: String?

  @Option(help: "Only rules whose name contains this; shows how far they got.")
  var rule: String?

  @Option(help: "An offset; shows how far all rules got that touch it.")
  var at: Int?

  @Option(name: .shortAndLong, help: "How to answer: text or json.")
  var format: ExplanationFormat = .text

  @Option(name: .shortAndLong, help: "The language of the text: auto or the tag of a profile (vi, ar, en).")
  var language = "auto"

  @Option(name: .shortAndLong, help: "The reference date, YYYY-MM-DD or YYYY-MM-DDThh:mm.")
  var date: DateArgument?

  @Option(help: "The unit of offsets.")
  var offsets: OffsetUnit = .scalar

  @Option(help: "The weakest evidence that is answered: certain, likely or possible.")
  var evidence = "likely"

  @OptionGroup var lexicons: LexiconOptions

  func validate() throws {
    if !["certain", "likely", "possible"].contains(evidence) {
      throw ValidationError("--evidence can be certain, likely or possible, not '\(evidence)'.")
    }
  }

  func run() throws {
    let explainer = try lexicons.explainer()
    if language != "auto", !explainer.tags.contains(language) {
      throw ValidationError("--language can be auto, \(explainer.tags.joined(separator: ", ")), not '\(language)'.")
    }
    var options = ExtractionOptions()
    options.language = language == "auto" ? nil : language
    options.date = date?.value
    options.offsets = offsets
    options.evidence = evidence
    let focus = Explainer.Focus(rule: rule, offset: at)
    let explanation = explainer.explain(try read(), options: options, focus: focus)
    switch format {
    case .text:
      let view = ExplanationView(explanation, colour: Console.hasColour, focus: focus)
      Console.write(Array(view.text.utf8), to: 1)
    case .json:
      var json = JSONWriter()
      explanation.write(to: &json)
      json.newline()
      Console.out(json.bytes)
    }
  }

  private func read() throws -> Text {
    if let text, access(text, R_OK) != 0 { return Text(text) }
    do {
      var source = try ByteSource(text ?? "-")
      return Text(validating: try source.all())
    } catch {
      Console.error("vnextract: \(error)")
      throw ExitCode.someFailed
    }
  }
}
