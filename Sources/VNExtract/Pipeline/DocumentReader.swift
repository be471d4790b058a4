import Lexicon
import Patterns
import UnicodeText

/// Reads documents one after another; holds the caches of one worker.
///
/// The whole pipeline: tokens, then for every line the phases of rules and the reading of the greatest evidence, then a
/// second reading with what the document has established, then values, relations and entities.
///
/// `@unchecked Sendable` because the extractor's pool hands a reader to one thread at a time.
final class DocumentReader: @unchecked Sendable {
  private let languages: Languages
  private let guesser: TokenLanguages
  private let types: TypeTable
  private let tokenizer: Tokenizer
  private var lineReaders: [ReaderKey: LineReader] = [:]

  /// A language, and whether the text leaves its diacritics out.
  private struct ReaderKey: Hashable {
    var tag: String
    var isBare: Bool
  }

  init(_ languages: Languages, _ guesser: LanguageGuesser) {
    self.languages = languages
    self.guesser = TokenLanguages(guesser)
    let vocabulary = languages.vocabulary
    types = TypeTable(isKnown: { vocabulary[$0] != nil })
    tokenizer = Tokenizer(table: types)
  }

  func read(_ text: Text, id: String, options: ExtractionOptions) -> Document {
    let analysis = analyse(text, options)
    var document = DocumentBuilder(analysis, id: id, options: options).document()
    if options.withEntries { EntryFinder.add(to: &document, analysis, languages.vocabulary) }
    return document
  }

  /// All steps before the answer is written down.
  func analyse(_ text: Text, _ options: ExtractionOptions) -> Analysis {
    let tokens = tokens(of: text)
    let language = options.language ?? guesser.guess(text, tokens, in: 0..<tokens.count)
    let view = DocumentView(text: text, tokens: tokens, types: types)
    let isBare = isBare(tokens)
    var lines = view.lines.map { range in
      Line(range: range, reader: reader(for: lineLanguage(range, view, language, options), isBare: isBare))
    }
    for index in lines.indices { lines[index].read(view) }
    if lines.count == 1 { lines[0].readWholeNumber(view) }
    Recall(lines, view).strengthen(&lines)
    let dates = DateResolution(lines, view, reference: options.date)
    return Analysis(view: view, lines: lines, dates: dates, language: language)
  }

  /// Cuts a text, after making room in tables that are full.
  private func tokens(of text: Text) -> Tokens {
    for (key, reader) in lineReaders where !reader.matcher.makeRoom() { lineReaders[key] = nil }
    if types.isFull {
      types.reset()
      guesser.reset()
      for reader in lineReaders.values { reader.matcher.forgetTypes() }
    }
    var tokens = Tokens()
    tokenizer.tokenize(text, into: &tokens)
    return tokens
  }

  /// The number that a whole text is.
  func number(_ text: Text, _ options: ExtractionOptions) -> ParsedNumber? {
    let tokens = tokens(of: text)
    guard (1...WholeNumber.longest).contains(tokens.count) else { return nil }
    let view = DocumentView(text: text, tokens: tokens, types: types)
    let language = options.language ?? guesser.guess(text, tokens, in: 0..<tokens.count)
    let tags = language == Languages.undetermined ? languages.tags : [language]
    return tags.lazy.compactMap { tag in
      WholeNumber(line: self.reader(for: tag, isBare: self.isBare(tokens)).lineView(view)).value(0..<tokens.count)
    }.first
  }

  private func lineLanguage(
    _ range: Range<Int>, _ view: DocumentView, _ language: String, _ options: ExtractionOptions
  ) -> String {
    if options.language != nil { return language }
    let own = guesser.guess(view.text, view.tokens, in: range, bySyllables: language == Languages.undetermined)
    return own == Languages.undetermined ? language : own
  }

  /// Whether a text is written without diacritics: hardly any of its words has one.
  private func isBare(_ tokens: borrowing Tokens) -> Bool {
    var left = tokens.count / 50
    for index in 0..<tokens.count where types.shape(of: tokens.types[index]).contains(.vietnameseMarked) {
      if left == 0 { return false }
      left -= 1
    }
    return true
  }

  private func reader(for tag: String, isBare: Bool) -> LineReader {
    let isBare = isBare && languages.profiles[tag]?.hasOptionalDiacritics == true
    let key = ReaderKey(tag: tag, isBare: isBare)
    if let known = lineReaders[key] { return known }
    let language =
      languages[tag] ?? languages[Languages.undetermined]
      ?? Language(tag: Languages.undetermined, profile: nil, lexicon: Lexicon(), rules: RuleSet())
    let reader = LineReader(
      language, vocabulary: languages.vocabulary, types: types, bare: isBare ? languages.bareWords : nil)
    lineReaders[key] = reader
    return reader
  }
}

/// A document read, before the answer is written down.
struct Analysis {
  let view: DocumentView
  let lines: [Line]
  let dates: DateResolution
  let language: String
}
