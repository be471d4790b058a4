import ArgumentParser
import UnicodeText
import VNExtract

/// `vnextract normalize`.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize", abstract: "Rewrites a text step by step and tells what came from where.",
    discussion: """
      EXAMPLES
        vnextract normalize --steps nfc,eth,tone-old article.txt
        vnextract normalize --steps ignorable,blanks,skeleton --map article.txt

      STEPS, applied in the order given
      \(steps)

      With --map a line of JSON stands for each stretch that was changed: {"source":[start,end],"target":[start,end],
      "from":…,"to":…}; between these stretches source and result are the same.
      """)

  private static let steps = NormalizationStep.allCases.map { step in
    let name = step.rawValue.padded(to: 12)
    return "  \(name)\(step.summary): \(step.example.source) → \(step.example.result)"
  }.joined(separator: "\n")

  @Argument(help: "The file to read; none or '-' is standard input.", completion: .file())
  var file = "-"

  @Option(
    help: ArgumentHelp(
      "The steps, separated by commas: \(NormalizationStep.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "step,…"))
  var steps: String

  @Flag(help: "Writes the stretches that were changed as JSON lines, not the text.")
  var map = false

  @Option(help: "The unit of offsets.")
  var offsets: OffsetUnit = .scalar

  @OptionGroup var encoding: EncodingOptions

  func validate() throws { _ = try parsedSteps() }

  private func parsedSteps() throws -> [NormalizationStep] {
    try steps.split(separator: ",").map { name in
      guard let step = NormalizationStep(rawValue: name.trimmed.lowercased()) else {
        let known = NormalizationStep.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--steps can hold \(known), not '\(name.trimmed)'.")
      }
      return step
    }
  }

  func run() throws {
    let text: Text
    do {
      var source = try ByteSource(file)
      text = encoding.text(try source.all(), name: source.name)
    } catch {
      Console.error("vnextract: \(error)")
      Suggestion.tell(for: [file], of: "vnextract normalize --steps \(steps)")
      throw ExitCode.someFailed
    }
    let result = Normalizer(try parsedSteps()).normalize(text)
    if map {
      Console.out(lines(text, result))
    } else {
      Console.out(result.bytes)
    }
  }

  private func lines(_ text: Text, _ result: NormalizedText) -> [UInt8] {
    var json = JSONWriter()
    let rewritten = Text(result.string)
    var source = OffsetConverter(text, unit: offsets)
    var target = OffsetConverter(rewritten, unit: offsets)
    for edit in result.alignment.edits {
      let (from, to) = (
        text.string(edit.source), String(decoding: result.bytes[edit.target.start..<edit.target.end], as: UTF8.self)
      )
      if from.utf8.elementsEqual(to.utf8) { continue }
      json.object { json in
        json.key("source")
        json.array { json in
          json.number(source.convert(edit.source.start))
          json.number(source.convert(edit.source.end))
        }
        json.key("target")
        json.array { json in
          json.number(target.convert(edit.target.start))
          json.number(target.convert(edit.target.end))
        }
        json.field("from", from)
        json.field("to", to)
      }
      json.newline()
    }
    return json.bytes
  }
}

extension String {
  /// With blanks behind it up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
