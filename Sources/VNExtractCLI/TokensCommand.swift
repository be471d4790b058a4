import ArgumentParser
import Lexicon
import Patterns
import UnicodeText
import VNExtract

/// `vnextract tokens`.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "Shows how a text is cut into tokens and folded.",
    discussion: """
      EXAMPLE
        echo "27/2/2024, Mr. Nam" | vnextract tokens

      One token a line: offsets, text, kind, folded keys, whether it begins a line or sentence or stands without blank.
      """)

  @Argument(help: "The file to read; none or '-' is standard input.", completion: .file())
  var file = "-"

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    let vocabulary = try lexicons.extractor().languages.vocabulary
    let text: Text
    do {
      var source = try ByteSource(file)
      text = Text(validating: try source.all())
    } catch {
      Console.error("vnextract: \(error)")
      throw ExitCode.someFailed
    }
    let table = TypeTable(isKnown: { vocabulary[$0] != nil })
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(text, into: &tokens)
    var offsets = OffsetConverter(text, unit: .scalar)
    Console.out(["start", "end", "text", "kind", "keys", "flags"].joined(separator: "\t"))
    for index in 0..<tokens.count {
      let span = Span(Int(tokens.starts[index]), Int(tokens.ends[index]))
      let type = table[tokens.types[index]]
      let keys = type.keys.map(\.description).joined(separator: " | ")
      let start = offsets.convert(span.start)
      let row = [
        String(start), String(offsets.convert(span.end)), Console.visible(text.string(span)), "\(type.kind)",
        Console.visible(keys), flags(tokens.flags[index]),
      ]
      Console.out(row.joined(separator: "\t"))
    }
  }

  private func flags(_ flags: TokenFlags) -> String {
    let names: [(TokenFlags, String)] = [
      (.paragraphStart, "paragraph"), (.lineStart, "line"), (.sentenceStart, "sentence"), (.glued, "glued"),
    ]
    return names.filter { flags.contains($0.0) }.map(\.1).joined(separator: ",")
  }
}
