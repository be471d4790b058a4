import Lexicon
import Patterns
import UnicodeText

extension LineView {
  /// The most tokens that a number word has.
  private static let longestWord = 4

  /// The elements of a number: digits, marks and number words, the longest entries first.
  func numberParts(_ range: Range<Int>) -> [NumberPart] {
    var out: [NumberPart] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (part, end) = numberPart(at, in: range)
      out.append(part)
      at = end
    }
    return out
  }

  /// The elements of what is nothing but a number; nil where anything else stands in it.
  func wholeNumberParts(_ range: Range<Int>) -> [NumberPart]? {
    var out: [NumberPart] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (part, end) = numberPart(at, in: range)
      if part == .other { return nil }
      out.append(part)
      at = end
    }
    return out
  }

  /// The element of a number that begins at a token, and where it ends.
  func numberPart(_ index: Int, in range: Range<Int>) -> (NumberPart, Int) {
    let type = types[tokens.types[index]]
    if type.kind == .number { return (.digits(String(decoding: type.key.bytes, as: UTF8.self)), index + 1) }
    if let mark = Self.mark(type) { return (.mark(mark), index + 1) }
    let longest = min(range.upperBound, index + Self.longestWord)
    for end in stride(from: matcher.reach(tokens, index..<longest), to: index, by: -1) {
      if let word = numberWord(index..<end) { return (.word(word), end) }
    }
    return (.other, index + 1)
  }

  /// Whether digits, a mark or an entry that numbers, orders or divides stands at the beginning of a range.
  func beginsNumber(_ range: Range<Int>) -> Bool {
    let type = types[tokens.types[range.lowerBound]]
    if type.kind == .number || Self.mark(type) != nil { return true }
    return (range.lowerBound..<matcher.reach(tokens, range)).contains { last in
      matcher.entries(tokens, range.lowerBound..<last + 1).contains {
        ["number", "ordinal", "fraction"].contains($0.sense)
      }
    }
  }

  private static func mark(_ type: TokenType) -> Character? {
    guard type.kind != .word, let byte = type.key.bytes.first, type.key.bytes.count == 1 else { return nil }
    let mark = Character(Unicode.Scalar(byte))
    return mark == "." || mark == "," || mark == "-" ? mark : nil
  }

  /// The number word that a range of tokens is.
  private func numberWord(_ range: Range<Int>) -> NumberWord? {
    for entry in matcher.entries(tokens, range) where entry.sense == "number" {
      guard let role = entry[.role].flatMap(NumberWord.Role.init) else { continue }
      let value = entry[.value].flatMap { ExactDecimal($0) } ?? (role == .half ? .half : ExactDecimal(0))
      return NumberWord(value: value, role: role, kind: entry[.kind].flatMap(NumberWord.Kind.init))
    }
    return nil
  }

  /// Whether a scale stands in a number.
  func hasScale(_ range: Range<Int>) -> Bool {
    numberParts(range).contains { if case .word(let word) = $0 { word.role == .scale } else { false } }
  }

  /// The scale that a number ends with.
  func lastScale(_ range: Range<Int>) -> ExactDecimal? {
    guard case .word(let word)? = numberParts(range).last, word.role == .scale, word.kind != .whole else { return nil }
    return word.value
  }

  /// The ordinal that a range of tokens is, as the part it plays in a longer one.
  func ordinalWord(_ range: Range<Int>) -> NumberWord? {
    guard let entry = matcher.entries(tokens, range).first(where: { $0.sense == "ordinal" && $0[.value] != nil }),
      let integer = entry[.value].flatMap({ Int($0) })
    else { return nil }
    let role: NumberWord.Role =
      switch integer {
      case ..<10: .unit
      case ..<20: .teen
      case ..<100: integer % 10 == 0 ? .ten : .teen
      case ..<1000: .hundred
      default: .scale
      }
    return NumberWord(value: ExactDecimal(integer), role: role)
  }

  /// The value of an ordinal of several words over a range; nil where they are none.
  func ordinal(_ range: Range<Int>) -> ExactDecimal? { WholeNumber(line: self).ordinal(range) }

  /// The fraction that a range of tokens names by itself; a doubtful one only where the words are no number.
  func fractionWord(_ range: Range<Int>) -> String? {
    let entries = matcher.entries(tokens, range)
    let isNumber = entries.contains { $0.sense == "number" && $0[.role] != NumberWord.Role.half.rawValue }
    for entry in entries where entry.sense == "fraction" && entry[.kind] != "denominator" {
      if !isNumber || entry[.doubtful] == nil, let value = entry[.value] { return value }
    }
    return nil
  }

  /// The parts that a word divides a whole into: a denominator or an ordinal.
  func denominator(_ range: Range<Int>) -> Int? {
    let entries = matcher.entries(tokens, range)
    for entry in entries where entry.sense == "fraction" {
      if let value = entry[.value], value.hasPrefix("1/"), let below = Int(value.dropFirst(2)), below > 0 {
        return below
      }
    }
    // A word that counts as well as it orders divides nothing without a word for the bar.
    guard numberWord(range) == nil else { return nil }
    return ordinalWord(range)?.value.integer.flatMap { $0 > 1 ? $0 : nil }
  }

  /// Whether a clitic was cut off before a word.
  func isBound(_ index: Int) -> Bool { types.shape(of: tokens.types[index]).contains(.afterProclitic) }

  /// Words behind a cut clitic as the lexicon writes them, else the shortest spelling they are looked up by.
  func plainNoun(_ range: Range<Int>) -> String {
    if let entry = matcher.entries(tokens, range).first(where: { $0[.code] != nil || $0.sense == "counted-noun" }) {
      return entry.surface
    }
    let first = types[tokens.types[range.lowerBound]]
    let shortest = first.keys.min { $0.bytes.count < $1.bytes.count }?.description ?? text(range)
    return range.count == 1 ? shortest : shortest + " " + text(range.dropFirst().lowerBound..<range.upperBound)
  }

  /// Whether a word carries its article.
  func isDefinite(_ index: Int) -> Bool { types.shape(of: tokens.types[index]).contains(.definite) }

  /// Whether digits stand right behind a word that does not join: 'A1', '5m2'.
  func isGluedToWord(_ index: Int) -> Bool {
    types.kind(of: tokens.types[index]) == .number && tokens.flags[index].contains(.glued)
      && types.kind(of: tokens.types[index - 1]) == .word && !isLinker(index - 1)
  }

  /// Whether a range of tokens is the word for one part: 'a fifth'.
  func isOnePart(_ range: Range<Int>) -> Bool {
    matcher.entries(tokens, range).contains { $0.sense == "fraction" && $0[.kind] == "one" }
  }

  /// Whether a token divides what stands before it by what follows.
  func isFractionBar(_ index: Int) -> Bool {
    types.key(of: tokens.types[index]).bytes == [0x2F]
      || matcher.entries(tokens, index..<index + 1).contains { $0.sense == "fraction" && $0[.kind] == "bar" }
  }

  /// Whether a token only joins.
  func isLinker(_ index: Int) -> Bool { numberWord(index..<index + 1)?.role == .linker }
}
