import UnicodeText

/// Compiles entries into the trie that `Lexicon` reads.
struct LexiconWriter {
  let files: [LexiconParser]
  /// The names of the senses that items have.
  let senses: [String]
  let items: [LexiconItem]
  /// The words of the items, by their numbers in the vocabulary.
  let words: [Int32]

  /// Writes all entries; linear in them after sorting.
  func write(to writer: inout ImageWriter) {
    let order = order()
    let trie = Trie(order.map { items[$0].words }, words)
    var pool = StringPool()
    var senseNumbers = [Int](repeating: -1, count: senses.count)
    var senseNames: [Int] = []
    let paths = files.map { pool.number(of: $0.path) }
    var fields: [Int] = []
    var features: [Int] = []
    fields.reserveCapacity(Lexicon.fields * (items.count + 1))
    for place in trie.entryOrder {
      let item = items[order[place]]
      let file = files[Int(item.file)]
      let row = file.rows[Int(item.row)]
      if senseNumbers[Int(item.sense)] < 0 {
        senseNumbers[Int(item.sense)] = senseNames.count
        senseNames.append(pool.number(of: senses[Int(item.sense)]))
      }
      file.text.bytes.withUnsafeBufferPointer { bytes in
        func number(_ span: Span) -> Int {
          pool.number(of: UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]))
        }
        fields.append(senseNumbers[Int(item.sense)])
        fields.append(number(row.surface))
        fields.append(paths[Int(item.file)])
        fields.append(Int(row.line))
        fields.append(features.count)
        let first = features.count
        file.eachFeature(of: row) { feature, span in
          // In the order of the features, which is seldom not that of the columns; of two cells of one the last counts.
          var at = features.count
          while at > first, features[at - 2] > feature.index { at -= 2 }
          if at > first, features[at - 2] == feature.index {
            features[at - 1] = number(span)
          } else {
            features.insert(number(span), at: at)
            features.insert(feature.index, at: at)
          }
        }
      }
    }
    // A last entry that only marks the end of the features.
    fields += [0, 0, 0, 0, features.count]
    writer.add(pool)
    writer.add(senseNames)
    writer.add(trie.firstEdges)
    writer.add(trie.edgeWords)
    writer.add(trie.firstEntries)
    writer.add(fields)
    writer.add(features)
  }

  /// The items by their words, those of the same words as they were added.
  private func order() -> [Int] {
    // The first two words decide most comparisons.
    let keyed = items.enumerated().map { number, item in
      let first = UInt64(truncatingIfNeeded: words[Int(item.start)]) + 1
      let second = item.count > 1 ? UInt64(truncatingIfNeeded: words[Int(item.start) + 1]) + 1 : 0
      return (key: first << 32 | second, number: number)
    }
    return keyed.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      let (first, second) = (words[items[left.number].words], words[items[right.number].words])
      if first.count > 2 || second.count > 2 {
        if first.lexicographicallyPrecedes(second) { return true }
        if second.lexicographicallyPrecedes(first) { return false }
      }
      return left.number < right.number
    }.map { $0.number }
  }

  /// The arrays of a trie over sorted sequences.
  private struct Trie {
    var firstEdges: [Int] = []
    var edgeWords: [Int] = []
    var firstEntries: [Int] = []
    var entryOrder: [Int] = []

    /// Builds it level by level: each node stands for a range of sequences with a common beginning.
    init(_ sequences: [Range<Int>], _ words: [Int32]) {
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
            let word = words[sequences[start].lowerBound + depth]
            var end = start + 1
            while end < range.upperBound, words[sequences[end].lowerBound + depth] == word { end += 1 }
            edgeWords.append(Int(word))
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
