/// ICU's word rules as tables over UTF-8: a category for each character, an automaton over categories.
///
/// The automaton is a Mealy machine: reading a character it knows whether a segment ended before that character, so each
/// character is read once. Where the rules look further ahead (`a.` may go on as `a.b`) it says so, and
/// `longestSegment` decides.
final class WordTables: Sendable {
  /// The tables tokens are made by: a zero-width space belongs to the word around it, as format characters do, and the
  /// narrow no-break space, which ICU takes for a letter of words, is a blank like other blanks.
  static let shared = WordTables(isTailored: true)

  /// Set in an entry of `transitions` where a segment ends before the character.
  static let boundary: UInt32 = 1 << 16
  /// Set in an entry of `transitions` where the rules must look at the whole segment again.
  static let unclear: UInt32 = 1 << 17
  /// A state's row has 32 entries; states in `transitions` are stored as the offset of their row.
  static let rowShift = 5
  private static let startState = 1
  private static let endOfText = 1

  /// Next row, `boundary`, `unclear`, by row and category.
  nonisolated(unsafe) let transitions: UnsafePointer<UInt32>
  /// Categories of U+0000–U+007F.
  nonisolated(unsafe) let ascii: UnsafePointer<UInt8>
  /// Categories of U+0000–U+07FF.
  nonisolated(unsafe) let twoByte: UnsafePointer<UInt8>
  /// Number of the block of 64 characters that each code point / 64 has.
  nonisolated(unsafe) let index: UnsafePointer<UInt16>
  /// Categories of the blocks.
  nonisolated(unsafe) let blocks: UnsafePointer<UInt8>

  /// The row of the state behind a letter, and the bytes of letters that lead from it to itself.
  let letterRow: Int
  let letters: LetterPairs

  private let next: [UInt8]
  private let accepts: [Bool]

  /// Unpacks the embedded rules; where `isTailored` U+200B is treated like U+2060 and U+202F like U+00A0, else as ICU does.
  init(isTailored: Bool) {
    next = Self.unpack(WordRuleData.next)
    accepts = Self.unpack(WordRuleData.accepting).map { $0 != 0 }
    let index = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x4400)
    index.initialize(repeating: 0, count: 0x4400)
    let runs = Self.unpack(WordRuleData.index)
    var at = 0
    for run in stride(from: 0, to: runs.count - 4, by: 5) {
      let count = Int(runs[run + 2]) << 12 | Int(runs[run + 3]) << 6 | Int(runs[run + 4])
      let block = UInt16(runs[run]) << 6 | UInt16(runs[run + 1])
      for _ in 0..<count where at < 0x4400 {
        index[at] = block
        at += 1
      }
    }
    var packed = Self.unpack(WordRuleData.blocks)
    if isTailored {
      for (character, model) in [(0x200B, 0x2060), (0x202F, 0xA0)] {
        packed[Int(index[character >> 6]) << 6 | character & 63] = packed[Int(index[model >> 6]) << 6 | model & 63]
      }
    }
    let blocks = UnsafeMutablePointer<UInt8>.allocate(capacity: packed.count)
    blocks.initialize(from: packed, count: packed.count)
    let twoByte = UnsafeMutablePointer<UInt8>.allocate(capacity: 2048)
    for value in 0..<2048 { (twoByte + value).initialize(to: blocks[Int(index[value >> 6]) << 6 | value & 63]) }
    self.index = UnsafePointer(index)
    self.blocks = UnsafePointer(blocks)
    self.twoByte = UnsafePointer(twoByte)
    ascii = UnsafePointer(twoByte)
    let transitions = Self.fuse(next, accepts)
    self.transitions = transitions
    let letter = Int(twoByte[0x61])
    let row = Int(transitions[Self.startState << Self.rowShift | letter])
    letterRow = row
    let blank = transitions[row | Int(twoByte[0x20])]
    let afterBlank = transitions[Int(blank & 0xFFFF) | letter]
    let isSteady =
      Int(transitions[row | letter]) == row && blank >> 16 == 1 && afterBlank == UInt32(row) | Self.boundary
    letters = LetterPairs { isSteady && Int(blocks[Int(index[$0 >> 6]) << 6 | $0 & 63]) == letter }
  }

  deinit {
    transitions.deallocate()
    twoByte.deallocate()
    index.deallocate()
    blocks.deallocate()
  }

  private static func unpack(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { buffer in
      buffer.compactMap { $0 == 0x0A ? nil : $0 - 0x30 - ($0 > 0x5C ? 1 : 0) }
    }
  }

  private static func fuse(_ next: [UInt8], _ accepts: [Bool]) -> UnsafePointer<UInt32> {
    let categories = WordRuleData.categoryCount
    let size = WordRuleData.stateCount << rowShift
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
    table.initialize(repeating: unclear, count: size)
    for state in 1..<WordRuleData.stateCount {
      for category in 0..<categories {
        let target = next[state * categories + category]
        if target != 0 {
          table[state << rowShift | category] = UInt32(target) << UInt32(rowShift)
        } else if accepts[state] {
          let first = next[startState * categories + category]
          if first != 0 { table[state << rowShift | category] = UInt32(first) << UInt32(rowShift) | boundary }
        }
      }
    }
    return UnsafePointer(table)
  }

  /// The row of the state before any character.
  var startRow: Int { Self.startState << Self.rowShift }

  /// The category of the character at `offset` of valid UTF-8, moving past it.
  @inline(__always)
  func category(_ bytes: UnsafePointer<UInt8>, _ offset: inout Int) -> Int {
    let lead = Int(bytes[offset])
    if lead < 0x80 {
      offset &+= 1
      return Int(ascii[lead])
    }
    if lead < 0xE0 {
      let value = (lead & 31) << 6 | Int(bytes[offset &+ 1] & 63)
      offset &+= 2
      return Int(twoByte[value])
    }
    var high = (lead & 15) << 6 | Int(bytes[offset &+ 1] & 63)
    offset &+= 3
    if lead >= 0xF0 {
      high = (lead & 7) << 12 | Int(bytes[offset &- 2] & 63) << 6 | Int(bytes[offset &- 1] & 63)
      offset &+= 1
    }
    return Int(blocks[Int(index[high]) << 6 | Int(bytes[offset &- 1] & 63)])
  }

  /// Whether a character belongs to a script that a dictionary segments (Thai, Khmer, Han, kana …).
  static func isDictionaryScript(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xE00 else { return false }
    let tables = shared
    let block = Int(tables.index[Int(scalar.value >> 6)]) << 6
    return Int(tables.blocks[block | Int(scalar.value & 63)]) >= WordRuleData.firstDictionaryCategory
  }

  /// The end of the segment that begins at `start`, by the longest match of the rules (ICU's own way).
  func longestSegment(_ bytes: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int {
    let categories = WordRuleData.categoryCount
    var state = Self.startState
    var offset = start
    var end = start
    func step(_ category: Int) {
      state = Int(next[state * categories + category])
      if state != 0 && accepts[state] { end = offset }
    }
    while offset < count && state != 0 { step(category(bytes, &offset)) }
    if state != 0 { step(Self.endOfText) }
    if end == start && start < count {
      // No rule: one character by itself.
      end = start
      _ = category(bytes, &end)
    }
    return end
  }
}
