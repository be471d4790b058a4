public import UnicodeText

/// Cuts the text of a lexicon entry or of a rule's literal into folded words, as documents are cut.
public final class WordSplitter {
  private let table: TypeTable
  private let tokenizer: Tokenizer
  private var tokens = Tokens()

  /// Creates a splitter; proclitics are cut off where the rest is known, as in documents.
  public init(isKnown: @escaping (FoldedKey) -> Bool = { _ in false }) {
    table = TypeTable(isKnown: isKnown)
    tokenizer = Tokenizer(table: table)
  }

  /// The primary folded keys of the words of `text`, in order.
  public func words(of text: String) -> [FoldedKey] { alternatives(of: text).compactMap(\.first) }

  /// All folded keys of each of the words of `text`, the primary one first.
  public func alternatives(of text: String) -> [[FoldedKey]] {
    tokens.removeAll(keepingCapacity: true)
    // An ending such as the English possessive is a word of its own only behind another word.
    let isEnding = text.hasPrefix("'") && text.count > 1
    tokenizer.tokenize(Text(isEnding ? "x" + text : text), into: &tokens)
    return ((isEnding ? 1 : 0)..<max(tokens.count, isEnding ? 1 : 0)).map { table[tokens.types[$0]].keys }
  }
}
