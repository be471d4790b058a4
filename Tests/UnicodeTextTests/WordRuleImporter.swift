import CICU

@testable import UnicodeText

/// Turns ICU's compiled word rules into the text of `WordRuleData.swift`.
///
/// The layout is that of ICU's `rbbidata.h`, format 6: a header of 32-bit offsets, a forward table whose rows hold
/// accepting mark, look-ahead, status index and one next state a category, and a trie from code points to categories.
struct WordRuleImporter {
  let categoryCount: Int
  let stateCount: Int
  let firstDictionaryCategory: Int
  /// Row by row: next state of each category.
  let next: [UInt8]
  let isAccepting: [Bool]
  /// Category of each code point.
  let categories: [UInt8]

  /// Nil where ICU's rules have another format than the one known here.
  init?() {
    guard let breaker = cicu_word_breaker_open() else { return nil }
    defer { cicu_breaker_close(breaker) }
    var none: [UInt8] = [0]
    var rules = [UInt8](repeating: 0, count: Int(max(0, cicu_breaker_rules(breaker, &none, 0))))
    guard rules.count > 80, cicu_breaker_rules(breaker, &rules, Int32(rules.count)) == rules.count else { return nil }
    func word(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(rules[offset + $1]) << (8 * $1) } }
    guard word(0) == 0xB1A0, rules[4] == 6 else { return nil }
    categoryCount = word(12)
    let table = word(16)
    stateCount = word(table)
    let rowLength = word(table + 4)
    firstDictionaryCategory = word(table + 8)
    let isNarrow = word(table + 16) & 4 != 0
    func cell(_ row: Int, _ column: Int) -> Int {
      let offset = table + 20 + row * rowLength
      return isNarrow
        ? Int(rules[offset + column]) : Int(rules[offset + 2 * column]) | Int(rules[offset + 2 * column + 1]) << 8
    }
    var next: [UInt8] = []
    var isAccepting: [Bool] = []
    for row in 0..<stateCount {
      guard cell(row, 0) <= 1, cell(row, 1) <= 1 else { return nil }
      isAccepting.append(cell(row, 0) == 1)
      for category in 0..<categoryCount { next.append(UInt8(cell(row, 3 + category))) }
    }
    self.next = next
    self.isAccepting = isAccepting
    var categories = [UInt8](repeating: 0, count: 0x110000)
    let trie = Array(rules[word(32)..<(word(32) + word(36))])
    guard cicu_trie_values(trie, Int32(trie.count), 0, 0x110000, &categories) == 0 else { return nil }
    self.categories = categories
  }

  /// The Swift source that embeds the rules.
  var source: String {
    var blocks: [[UInt8]: Int] = [:]
    var ordered: [[UInt8]] = []
    var runs: [(block: Int, count: Int)] = []
    for start in stride(from: 0, to: 0x110000, by: 64) {
      let block = Array(categories[start..<(start + 64)])
      let number = blocks[block] ?? ordered.count
      if number == ordered.count {
        blocks[block] = number
        ordered.append(block)
      }
      if runs.last?.block == number {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((number, 1))
      }
    }
    let index = runs.flatMap { [$0.block >> 6, $0.block & 63, $0.count >> 12, $0.count >> 6 & 63, $0.count & 63] }
    return """
      // Generated from ICU 72 by WordRuleTests; do not edit.

      /// ICU's root word rules (CLDR 42, Unicode 15), compiled: fixed here so that the ICU found at run time changes nothing.
      ///
      /// Six bits a character, from `0` on without the backslash; line ends mean nothing.
      enum WordRuleData {
        static let categoryCount = \(categoryCount)
        static let stateCount = \(stateCount)
        /// Categories from here on are scripts that a dictionary segments.
        static let firstDictionaryCategory = \(firstDictionaryCategory)
        static let blockCount = \(ordered.count)

        /// The next state for each state and category, row by row.
        static let next: StaticString = \(literal(next.map { Int($0) }))

        /// Whether each state accepts: 1 or 0.
        static let accepting: StaticString = \(literal(isAccepting.map { $0 ? 1 : 0 }))

        /// Runs of 64-character blocks: block number (two characters), length of the run (three).
        static let index: StaticString = \(literal(index))

        /// The categories of each distinct block.
        static let blocks: StaticString = \(literal(ordered.joined().map { Int($0) }))
      }

      """
  }

  private func literal(_ values: [Int]) -> String {
    let characters = values.map { UInt8(0x30 + $0 + ($0 >= 0x2C ? 1 : 0)) }
    let lines = stride(from: 0, to: characters.count, by: 112).map {
      "    " + String(decoding: characters[$0..<min($0 + 112, characters.count)], as: UTF8.self)
    }
    return "\"\"\"\n" + lines.joined(separator: "\n") + "\n    \"\"\""
  }
}
