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

  /// The stretches between blanks met so far: the number of each one's key, -1 where it takes the tokenizer to cut it.
  private struct Stretches {
    var index = SpellingIndex()
    var answers: [(number: Int32, isOpen: Bool)] = []

    mutating func answer(
      _ stretch: UnsafeBufferPointer<UInt8>, _ pool: KeyPool, nothingIsKnown: Bool
    ) -> (number: Int32, isOpen: Bool) {
      let hash = SpellingIndex.hash(stretch, seed: 0)
      if let known = index.find(stretch, hash: hash, tag: 0) { return answers[known] }
      _ = index.insert(stretch, hash: hash, tag: 0)
      var answer: (number: Int32, isOpen: Bool) = (-1, false)
      if let (key, mayBeCut) = PlainWordFolder.key(of: stretch), nothingIsKnown || !mayBeCut {
        answer = (pool.number(of: key), mayBeCut)
      }
      answers.append(answer)
      return answer
    }
  }

  private let table: TypeTable
  private let tokenizer: Tokenizer
  private let question: Question
  private let nothingIsKnown: Bool
  private var tokens = Tokens()
  private var facts: [Fact] = []
  private var stretches = Stretches()

  /// Creates a splitter; proclitics are cut off where the rest is known, as in documents.
  public convenience init(isKnown: @escaping (FoldedKey) -> Bool = { _ in false }) {
    self.init(pool: KeyPool(), isKnown: isKnown)
  }

  /// Creates a splitter that numbers words by a pool.
  package convenience init(
    pool: KeyPool, cutsUnknown: Bool = true, isKnown: @escaping (FoldedKey) -> Bool = { _ in false }
  ) {
    self.init(pool, cutsUnknown: cutsUnknown, nothingIsKnown: false, isKnown: isKnown)
  }

  /// Creates a splitter for the time when it is not known which words are known: all stay whole.
  package convenience init(knowingNothing pool: KeyPool) {
    self.init(pool, cutsUnknown: false, nothingIsKnown: true, isKnown: { _ in false })
  }

  private init(
    _ pool: KeyPool, cutsUnknown: Bool, nothingIsKnown: Bool, isKnown: @escaping (FoldedKey) -> Bool
  ) {
    let question = Question()
    self.pool = pool
    self.question = question
    self.nothingIsKnown = nothingIsKnown
    table = TypeTable(cutsUnknown: cutsUnknown) { key in
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

  /// Makes room for the words of so many more entries.
  package func reserve(_ entries: Int) {
    stretches.index.reserve(entries)
    pool.reserve(entries)
  }

  /// Appends the numbers of the words of a stretch of text; true where they depend on which words are known.
  package func split(_ text: Text, _ span: Span, into numbers: inout [Int32]) -> Bool {
    if let isOpen = splitPlain(text, span, into: &numbers) { return isOpen }
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

  /// Appends the numbers of words that stand between single blanks and have no seams; nil where there are others.
  private func splitPlain(_ text: Text, _ span: Span, into numbers: inout [Int32]) -> Bool? {
    let first = numbers.count
    var isOpen = false
    let isPlain = text.bytes.withUnsafeBufferPointer { bytes in
      var start = span.start
      while start < span.end {
        var end = start
        while end < span.end, bytes[end] != 0x20 { end += 1 }
        let stretch = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let answer = stretches.answer(stretch, pool, nothingIsKnown: nothingIsKnown)
        if answer.number < 0 { return false }
        numbers.append(answer.number)
        isOpen = isOpen || answer.isOpen
        start = end + 1
      }
      return true
    }
    if isPlain { return isOpen }
    numbers.removeSubrange(first...)
    return nil
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
