/// Compiles entries into the trie that `Lexicon` reads.
enum LexiconWriter {
  /// Writes entries with their words; linear in them after sorting.
  static func write(_ unsorted: [(entry: LexiconEntry, words: [WordID])], to writer: inout ImageWriter) {
    let entries = unsorted.enumerated().sorted { left, right in
      let (first, second) = (left.element.words, right.element.words)
      return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }.map(\.element)
    let trie = Trie(entries.map(\.words))
    var pool = StringPool()
    var senses: [String: Int] = [:]
    var senseNames: [Int] = []
    var fields: [Int] = []
    var features: [Int] = []
    for index in trie.entryOrder {
      let entry = entries[index].entry
      if senses[entry.sense] == nil {
        senses[entry.sense] = senseNames.count
        senseNames.append(pool.number(of: entry.sense))
      }
      fields += [
        senses[entry.sense] ?? 0, pool.number(of: entry.surface), pool.number(of: entry.file), entry.line,
        features.count,
      ]
      for feature in Feature.allCases {
        if let value = entry[feature] { features += [feature.index, pool.number(of: value)] }
      }
    }
    // A last entry that only marks the end of the features.
    fields += [0, 0, 0, 0, features.count]
    writer.add(strings: pool.strings)
    writer.add(senseNames)
    writer.add(trie.firstEdges)
    writer.add(trie.edgeWords)
    writer.add(trie.firstEntries)
    writer.add(fields)
    writer.add(features)
  }

  /// The arrays of a trie over sorted sequences.
  private struct Trie {
    var firstEdges: [Int] = []
    var edgeWords: [Int] = []
    var firstEntries: [Int] = []
    var entryOrder: [Int] = []

    /// Builds it level by level: each node stands for a range of sequences with a common beginning.
    init(_ sequences: [[WordID]]) {
      var level = [0..<sequences.count]
      var depth = 0
      while !level.isEmpty {
        var next: [Range<Int>] = []
        for range in level {
          firstEdges.append(edgeWords.count)
          firstEntries.append(entryOrder.count)
          var start = range.lowerBound
          while start < range.upperBound, sequences[start].count == depth {
            entryOrder.append(start)
            start += 1
          }
          while start < range.upperBound {
            let word = sequences[start][depth]
            var end = start + 1
            while end < range.upperBound, sequences[end][depth] == word { end += 1 }
            edgeWords.append(Int(word.rawValue))
            next.append(start..<end)
            start = end
          }
        }
        level = next
        depth += 1
      }
      firstEdges.append(edgeWords.count)
      firstEntries.append(entryOrder.count)
    }
  }
}
