/// Finds the ends of word segments, a batch at a time.
struct WordScanner {
  private let tables: WordTables
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// Where the next batch begins: the end of the last segment found.
  private(set) var position = 0

  /// A scanner over valid UTF-8.
  init(_ tables: WordTables, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
    self.tables = tables
    self.bytes = bytes
    self.count = count
  }

  /// Writes the ends of the next segments, at most `capacity` of them, and returns how many; 0 at the end of the text.
  @inline(never)
  mutating func next(_ ends: UnsafeMutablePointer<Int32>, capacity: Int) -> Int {
    let tables = self.tables
    let bytes = self.bytes
    let count = self.count
    let transitions = tables.transitions
    let letterRow = tables.letterRow
    var run = LetterRun(tables.letters, bytes, count)
    var segment = 0
    while segment < capacity && position < count {
      var offset = position
      var row = Int(truncatingIfNeeded: transitions[tables.startRow | tables.category(bytes, &offset)] & 0xFFFF)
      var isUnclear = row == 0
      while offset < count && !isUnclear && segment < capacity {
        if row == letterRow {
          run.skip(&offset, ends, &segment, capacity)
          if segment == capacity { break }
        }
        let start = offset
        let entry = transitions[row | tables.category(bytes, &offset)]
        ends[segment] = Int32(truncatingIfNeeded: start)
        segment &+= Int(truncatingIfNeeded: entry >> 16 & 1)
        row = Int(truncatingIfNeeded: entry & 0xFFFF)
        isUnclear = entry & WordTables.unclear != 0
      }
      if segment > 0 { position = Int(ends[segment &- 1]) }
      if segment < capacity {
        // The rules must look ahead, or the text is at its end: decide about this one segment by the longest match.
        position = tables.longestSegment(bytes, count, from: position)
        ends[segment] = Int32(truncatingIfNeeded: position)
        segment &+= 1
      }
    }
    return segment
  }
}
