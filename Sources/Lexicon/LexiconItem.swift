/// An entry while lexicons are compiled: numbers that lead to its words and its line.
struct LexiconItem {
  /// Where its words begin among the words of all items, and how many there are.
  var start: Int32
  var count: Int32
  /// Number of its sense among those of all files.
  var sense: Int32
  /// Number of its file, and of its row there.
  var file: Int32
  let row: Int32
  /// Whether its words depend on which words are known.
  let isOpen: Bool

  var words: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
