public import UnicodeText

/// Cuts the text of a lexicon entry or of a rule's literal into folded words, as documents are cut.
public final class WordSplitter {
  /// What the words of `split` are numbered by.
  package let pool: KeyPool

  /// Whether the vocabulary has been asked for a word.
  private final class Question {
    var wasAsked = false
  }

  /// What is known of a token type: the number of its primary key, and whether other vocabularies may lead to other types.
  private struct Fact {
    var number: Int32 = -1
    var isOpen = false
  }

  private let table: TypeTable
  private let tokenizer: Tokenizer
  private let question: Question
  private var tokens = Tokens()
  private var facts: [Fact] = []

  /// Creates a splitter; proclitics are cut off where the rest is known, as in documents.
  public convenience init(isKnown: @escaping (FoldedKey) -> Bool = { _ in false }) {
    self.init(pool: KeyPool(), isKnown: isKnown)
  }

  /// Creates a splitter that numbers words by a pool.
  package init(pool: KeyPool, isKnown: @escaping (FoldedKey) -> Bool = { _ in false }) {
    let question = Question()
    self.pool = pool
    self.question = question
    table = TypeTable { key in
      question.wasAsked = true
      return isKnown(key)
    }
    tokenizer = Tokenizer(table: table)
  }

  /// The primary folded keys of the words of `text`, in order.
  public func words(of text: String) -> [FoldedKey] { alternatives(of: text).compactMap(\.first) }

  /// All folded keys of each of the words of `text`, the primary one first.
  public func alternatives(of text: String) -> [[FoldedKey]] {
    let text = Text(text)
    return read(text, text.span).map { table[$0].keys }
  }

  /// Appends the numbers of the words of a stretch of text; true where they depend on which words are known.
  package func split(_ text: Text, _ span: Span, into numbers: inout [Int32]) -> Bool {
    question.wasAsked = false
    let types = read(text, span)
    if facts.count < table.count { facts += repeatElement(Fact(), count: table.count - facts.count) }
    var isOpen = question.wasAsked
    for type in types {
      let index = Int(type.rawValue)
      if facts[index].number < 0 { facts[index].number = pool.number(of: table[type].key) }
      isOpen = isOpen || facts[index].isOpen
      numbers.append(facts[index].number)
    }
    // A spelling is analysed once: whoever meets it later must know that a question was asked.
    if question.wasAsked { for type in types { facts[Int(type.rawValue)].isOpen = true } }
    return isOpen
  }

  private func read(_ text: Text, _ span: Span) -> ArraySlice<TokenTypeID> {
    // An ending such as the English possessive is a word of its own only behind another word.
    let isEnding = span.count > 1 && text.bytes[span.start] == UInt8(ascii: "'")
    if isEnding {
      tokenizer.tokenize(Text("x" + text.string(span)), into: &tokens)
    } else {
      tokenizer.tokenize(text, in: span, into: &tokens)
    }
    return tokens.types[min(isEnding ? 1 : 0, tokens.count)...]
  }
}
