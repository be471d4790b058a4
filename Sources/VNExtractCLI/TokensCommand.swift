import ArgumentParser
import Lexicon
import Patterns
import UnicodeText
import VNExtract

/// `vnextract tokens`.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "Shows how a text is cut into tokens and folded, and why.",
    discussion: """
      EXAMPLES
        echo "27/2/2024, Mr. Nam" | vnextract tokens
        vnextract tokens --format jsonl article.txt

      One token a line: offsets, text, kind, folded keys, shape, what stands before it (paragraph, line, sentence; glued:
      no blank), and the seam rule that cut or joined it where it is not just one of ICU's word segments.

      SEAM RULES
      \(rules)
      """)

  private static let rules = SeamRule.allCases.map { rule in
    let example = rule.examples.first.map { $0.count < 40 ? ": \($0)" : "" } ?? ""
    return "  \(rule.rawValue.padded(to: 20))\(rule.summary)\(example)"
  }.joined(separator: "\n")

  /// How tokens are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Argument(help: "The file to read; none or '-' is standard input.", completion: .file())
  var file = "-"

  @Option(name: .shortAndLong, help: "Columns parted by tabs (text), or a JSON object a token (jsonl).")
  var format: Format = .text

  @Option(help: "The unit of offsets.")
  var offsets: OffsetUnit = .scalar

  @OptionGroup var encoding: EncodingOptions

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    let vocabulary = try lexicons.extractor().languages.vocabulary
    let text: Text
    do {
      var source = try ByteSource(file)
      text = encoding.text(try source.all(), name: source.name)
    } catch {
      Console.error("vnextract: \(error)")
      Suggestion.tell(for: [file], of: "vnextract tokens")
      throw ExitCode.someFailed
    }
    let table = TypeTable(isKnown: { vocabulary[$0] != nil })
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(text, into: &tokens)
    var view = TokenView(text, tokens, table, unit: offsets)
    switch format {
    case .text:
      Console.out(TokenView.header)
      for index in 0..<tokens.count { Console.out(view.row(index)) }
    case .jsonl:
      var json = JSONWriter()
      for index in 0..<tokens.count { view.write(index, to: &json) }
      Console.out(json.bytes)
    }
  }
}
