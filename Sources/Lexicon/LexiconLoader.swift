public import UnicodeText

/// Reads lexicon files and cuts their entries into folded words with the code that reads documents.
public struct LexiconLoader {
  /// What is wrong with the files.
  public private(set) var diagnostics: [Diagnostic] = []

  private struct Loaded {
    var entry: LexiconEntry
    var words: [FoldedKey]
  }

  private struct Key: Hashable {
    var words: [FoldedKey]
    var sense: String
  }

  private let splitter: WordSplitter
  private var loaded: [Loaded] = []
  private var places: [Key: Int] = [:]

  /// Creates a loader with nothing loaded.
  public init(splitter: WordSplitter) {
    self.splitter = splitter
  }

  /// Adds a file; an entry whose words and sense are there already is an error within one file and a replacement otherwise.
  public mutating func add(_ file: SourceFile) {
    let parser = LexiconParser(file)
    diagnostics += parser.diagnostics
    var own: Set<Int> = []
    for entry in parser.entries {
      let words = splitter.words(of: entry.surface)
      guard !words.isEmpty else {
        report(entry, "'\(entry.surface)' holds no word")
        continue
      }
      let key = Key(words: words, sense: entry.sense)
      if let place = places[key] {
        let old = loaded[place].entry
        // Two files may have one path: that of the product's and that of a folder on disk.
        if !own.insert(place).inserted {
          report(entry, "'\(entry.surface)' is the same as '\(old.surface)' in line \(old.line) once folded")
        }
        loaded[place].entry = entry
      } else {
        places[key] = loaded.count
        own.insert(loaded.count)
        loaded.append(Loaded(entry: entry, words: words))
      }
    }
  }

  /// Adds all that another loader holds.
  public mutating func add(_ other: LexiconLoader) {
    diagnostics += other.diagnostics
    for item in other.loaded {
      let key = Key(words: item.words, sense: item.entry.sense)
      if let place = places[key] {
        loaded[place] = item
      } else {
        places[key] = loaded.count
        loaded.append(item)
      }
    }
  }

  /// The folded words of the entries that are one word.
  public var singleWords: Set<FoldedKey> {
    loaded.reduce(into: []) { words, item in if item.words.count == 1 { words.insert(item.words[0]) } }
  }

  /// Cuts the entries of several words anew.
  ///
  /// Which proclitics are cut depends on the words that are known, which are not all known while files are being read.
  public mutating func split(with splitter: WordSplitter) {
    for index in loaded.indices where loaded[index].words.count > 1 {
      let words = splitter.words(of: loaded[index].entry.surface)
      guard words != loaded[index].words else { continue }
      places[Key(words: loaded[index].words, sense: loaded[index].entry.sense)] = nil
      places[Key(words: words, sense: loaded[index].entry.sense)] = index
      loaded[index].words = words
    }
  }

  /// The folded words of all entries.
  public var words: Set<FoldedKey> { loaded.reduce(into: []) { $0.formUnion($1.words) } }

  /// Compiles what was loaded; words that the vocabulary lacks are left out with their entries.
  public func write(to writer: inout ImageWriter, vocabulary: Vocabulary) {
    LexiconWriter.write(
      loaded.compactMap { item in
        let words = item.words.compactMap { vocabulary[$0] }
        return words.count == item.words.count ? (item.entry, words) : nil
      }, to: &writer)
  }

  private mutating func report(_ entry: LexiconEntry, _ message: String) {
    diagnostics.append(
      Diagnostic(file: entry.file, line: entry.line, column: 1, message: message, source: entry.surface))
  }
}
