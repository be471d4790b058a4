public import UnicodeText

/// Cuts the text of a lexicon entry or of a rule's literal into folded words, as documents are cut.
public final class WordSplitter {
  /// One word of an entry.
  public struct Word: Hashable {
    /// Its primary folded key.
    public let key: FoldedKey
    /// Whether no blank stands before it.
    public let isGlued: Bool
  }

  private let table: TypeTable
  private let tokenizer: Tokenizer
  private var tokens = Tokens()

  /// Creates a splitter; entries are never cut at proclitics.
  public init() {
    table = TypeTable(isKnown: { _ in false })
    tokenizer = Tokenizer(table: table)
  }

  /// The words of `text` in order.
  public func words(of text: String) -> [Word] {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.tokenize(Text(text), into: &tokens)
    return (0..<tokens.count).compactMap { index in
      guard let key = table[tokens.types[index]].keys.first else { return nil }
      return Word(key: key, isGlued: index > 0 && tokens.flags[index].contains(.glued))
    }
  }
}
