public import UnicodeText

/// Reads lexicon files and cuts their entries into folded words with the code that reads documents.
public struct LexiconLoader {
  /// What is wrong with the files.
  public private(set) var diagnostics: [Diagnostic] = []

  private var splitter: WordSplitter
  private var files: [LexiconParser] = []
  /// Names of the senses of all files, and the numbers that each file's senses have among them.
  private var senses: [String] = []
  private var numberOfSense: [String: Int32] = [:]
  private var senseNumbers: [[Int32]] = []
  private var items: [LexiconItem] = []
  /// The words of the items, one behind the other, by their numbers in the splitter's pool.
  private var numbers: [Int32] = []
  private var places = ItemIndex()

  /// Creates a loader with nothing loaded.
  public init(splitter: WordSplitter) {
    self.splitter = splitter
  }

  /// Adds a file; an entry whose words and sense are there already is an error within one file and a replacement otherwise.
  public mutating func add(_ file: SourceFile) {
    let parser = LexiconParser(file)
    diagnostics += parser.diagnostics
    let number = Int32(truncatingIfNeeded: files.count)
    add(parser)
    splitter.reserve(parser.rows.count / 2)
    items.reserveCapacity(items.count + parser.rows.count)
    places.reserve(items.count + parser.rows.count, items, self.numbers)
    for (row, place) in parser.rows.enumerated() {
      let start = numbers.count
      let isOpen = splitter.split(parser.text, place.surface, into: &numbers)
      guard numbers.count > start else {
        let entry = parser.entry(place)
        report(entry, "'\(entry.surface)' holds no word")
        continue
      }
      let item = LexiconItem(
        start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: numbers.count - start),
        sense: senseNumbers[Int(number)][Int(place.sense)], file: number, row: Int32(truncatingIfNeeded: row),
        isOpen: isOpen)
      if let same = add(item), same.file == number {
        // Two files may have one path: that of the product's and that of a folder on disk.
        let (old, entry) = (self.entry(same), parser.entry(place))
        report(entry, "'\(entry.surface)' is the same as '\(old.surface)' in line \(old.line) once folded")
      }
    }
  }

  /// Adds all that another loader of the same pool holds.
  public mutating func add(_ other: LexiconLoader) {
    diagnostics += other.diagnostics
    let (firstFile, firstWord) = (Int32(truncatingIfNeeded: files.count), Int32(truncatingIfNeeded: numbers.count))
    for file in other.files { add(file) }
    numbers += other.numbers
    for var item in other.items {
      item.start += firstWord
      item.file += firstFile
      item.sense = senseNumbers[Int(item.file)][Int(files[Int(item.file)].rows[Int(item.row)].sense)]
      _ = add(item)
    }
  }

  /// Cuts the entries of several words anew.
  ///
  /// Which proclitics are cut depends on the words that are known, which are not all known while files are being read.
  /// Entries in which nothing depends on that stay as they are.
  public mutating func split(with splitter: WordSplitter) {
    precondition(splitter.pool === self.splitter.pool, "words are numbered by one pool")
    self.splitter = splitter
    for index in items.indices where items[index].isOpen && items[index].count > 1 {
      let start = numbers.count
      let row = files[Int(items[index].file)].rows[Int(items[index].row)]
      _ = splitter.split(files[Int(items[index].file)].text, row.surface, into: &numbers)
      let old = items[index].words
      if numbers[start...].elementsEqual(numbers[old]) {
        numbers.removeSubrange(start...)
      } else {
        places.remove(index, items, numbers)
        items[index].start = Int32(truncatingIfNeeded: start)
        items[index].count = Int32(truncatingIfNeeded: numbers.count - start)
        places.insert(index, items, numbers)
      }
    }
  }

  /// The folded words of all entries.
  public var words: Set<FoldedKey> {
    items.reduce(into: []) { set, item in
      for word in numbers[item.words] { set.insert(splitter.pool.keys[Int(word)]) }
    }
  }

  /// Adds the folded words of all entries to `set`, or only of those that are one word.
  package func addWords(to set: inout WordSet, single: Bool = false) {
    for item in items where !single || item.count == 1 {
      for word in numbers[item.words] { set.insert(word) }
    }
  }

  /// Compiles what was loaded; words that the vocabulary lacks are left out with their entries.
  public func write(to writer: inout ImageWriter, vocabulary: Vocabulary) {
    write(to: &writer, numbers: vocabulary.numbers(of: splitter.pool))
  }

  /// Compiles what was loaded; `vocabulary` has its numbers of the pool's words, -1 for those that it lacks.
  package func write(to writer: inout ImageWriter, numbers vocabulary: [Int32]) {
    let words = numbers.map { vocabulary[Int($0)] }
    let known = items.filter { item in words[item.words].allSatisfy { $0 >= 0 } }
    LexiconWriter(files: files, senses: senses, items: known, words: words).write(to: &writer)
  }

  private mutating func add(_ file: LexiconParser) {
    files.append(file)
    senseNumbers.append(
      file.senses.map { name in
        if let known = numberOfSense[name] { return known }
        let number = Int32(truncatingIfNeeded: senses.count)
        senses.append(name)
        numberOfSense[name] = number
        return number
      })
  }

  /// Adds an item, or puts it in the place of the one with the same words and sense, which is then returned.
  private mutating func add(_ item: LexiconItem) -> LexiconItem? {
    items.append(item)
    guard let same = places.insert(items.count - 1, items, numbers) else { return nil }
    items.removeLast()
    defer { items[same] = item }
    return items[same]
  }

  private func entry(_ item: LexiconItem) -> LexiconEntry {
    let file = files[Int(item.file)]
    return file.entry(file.rows[Int(item.row)])
  }

  private mutating func report(_ entry: LexiconEntry, _ message: String) {
    diagnostics.append(
      Diagnostic(file: entry.file, line: entry.line, column: 1, message: message, source: entry.surface))
  }
}
