import UnicodeText
import VNExtract

/// Tokens with types, from an empty table: boundaries, seams, and each distinct spelling folded and analysed once.
final class TokenStage: Stage {
  static let name = "tokens"

  private let text: Text
  private let table: TypeTable
  private let tokenizer: Tokenizer
  private var tokens = Tokens()

  init?(_ sample: Sample) {
    text = sample.text
    table = makeTypeTable()
    tokenizer = Tokenizer(table: table)
  }

  var byteCount: Int { text.bytes.count }

  func reset() { table.reset() }

  func run() -> Int {
    tokenizer.tokenize(text, into: &tokens)
    return tokens.count
  }
}

/// The same with the spellings met before, as in a worker that reads one document after the other.
final class WarmTokenStage: Stage {
  static let name = "warm tokens"

  private let text: Text
  private let tokenizer = Tokenizer(table: makeTypeTable())
  private var tokens = Tokens()

  init?(_ sample: Sample) { text = sample.text }

  var byteCount: Int { text.bytes.count }

  func run() -> Int {
    tokenizer.tokenize(text, into: &tokens)
    return tokens.count
  }
}

private let extractor = Extractor()

/// A table that knows the words of the built-in lexicons.
func makeTypeTable() -> TypeTable {
  let vocabulary = extractor.languages.vocabulary
  return TypeTable { vocabulary[$0] != nil }
}
