/// Puts the lexicon files of several languages into tries over one vocabulary.
///
/// Entries are cut into words and folded by the code that reads documents.
public struct LexiconLoader {
  /// The words of all entries.
  public var vocabulary = Vocabulary()
  /// The lexicon of each language folder, `common` among them.
  public private(set) var lexicons: [String: Lexicon] = [:]
  /// What is wrong with the files.
  public private(set) var diagnostics: [Diagnostic] = []

  private let splitter: WordSplitter

  /// Creates a loader with nothing loaded.
  public init(splitter: WordSplitter) {
    self.splitter = splitter
  }

  /// Adds a file to a language (its own where none is named); an entry whose words and sense are there already is an error within one file and a replacement otherwise.
  public mutating func add(_ file: SourceFile, as language: String? = nil) {
    let language = language ?? file.language
    let parser = LexiconParser(file)
    diagnostics += parser.diagnostics
    var lexicon = lexicons[language] ?? Lexicon()
    for entry in parser.entries {
      let words = splitter.words(of: entry.surface)
      guard !words.isEmpty else {
        report(entry, "'\(entry.surface)' holds no word")
        continue
      }
      let old = lexicon.add(entry, words: words.map { vocabulary.intern($0.key) })
      if let old, old.file == entry.file {
        report(entry, "'\(entry.surface)' is the same as '\(old.surface)' in line \(old.line) once folded")
      }
    }
    lexicons[language] = lexicon
  }

  private mutating func report(_ entry: LexiconEntry, _ message: String) {
    diagnostics.append(
      Diagnostic(file: entry.file, line: entry.line, column: 1, message: message, source: entry.surface))
  }
}
