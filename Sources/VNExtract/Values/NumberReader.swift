/// Composes the value of a number from its parts.
///
/// One grammar for all languages: units, teens and tens add up; hundreds and scales multiply what is smaller before them.
/// What a word plays is written in the lexicon.
struct NumberReader {
  /// The decimal mark of the language.
  var decimal: Character
  /// The marks between groups of three digits.
  var grouping: Set<Character>

  /// The exact value; nil where the parts make no number.
  func value(of parts: [NumberPart]) -> ExactDecimal? {
    let start = isSign(parts) ? 1 : 0
    guard let value = magnitude(of: parts, from: start) else { return nil }
    return start == 0 ? value : value.negated
  }

  /// Whether a sign stands first.
  private func isSign(_ parts: [NumberPart]) -> Bool {
    switch parts.first {
    case .mark("-"): true
    case .word(let word): word.role == .minus
    default: false
    }
  }

  private func magnitude(of parts: [NumberPart], from start: Int) -> ExactDecimal? {
    var sum = NumberSum()
    var at = start
    while at < parts.count {
      switch parts[at] {
      case .other:
        sum.link()
        at += 1
      case .mark(let mark):
        if mark == decimal || mark == ".", case .digits(let digits)? = at == start ? parts[safe: at + 1] : nil {
          // '.75'
          guard let value = ExactDecimal("0." + digits) else { return nil }
          sum.set(decimal: value)
          at += 2
          continue
        }
        // A hyphen or comma joins words; marks between digits are read with them.
        guard mark == "-" || mark == ",", isWord(parts, at - 1), isWord(parts, at + 1) else { return nil }
        at += 1
      case .digits:
        guard let (number, next) = digits(parts, from: at), sum.add(digits: number) else { return nil }
        at = next
      case .word(let word) where word.role == .point:
        guard let (value, next) = decimals(behind: sum.integerPart ?? (at == start ? 0 : nil), parts, from: at + 1)
        else { return nil }
        sum.set(decimal: value)
        at = next
      case .word(let word):
        guard sum.add(word, multiplied: isMultiplied(parts, at), isLast: at == parts.count - 1) else { return nil }
        at += 1
      }
    }
    return sum.total
  }

  private func isWord(_ parts: [NumberPart], _ index: Int) -> Bool {
    if case .word? = parts[safe: index] { true } else { false }
  }

  /// Whether the word behind a word multiplies it.
  private func isMultiplied(_ parts: [NumberPart], _ index: Int) -> Bool {
    guard case .word(let next)? = parts[safe: index + 1] else { return false }
    return next.role == .hundred || next.role == .scale || next.kind == .times || next.role == .point
  }

  /// The number that decimals in words or digits make behind an integer, and where they end.
  private func decimals(behind whole: Int?, _ parts: [NumberPart], from start: Int) -> (ExactDecimal, Int)? {
    guard let whole else { return nil }
    var written = ""
    var rest = NumberSum()
    var at = start
    loop: while let part = parts[safe: at] {
      switch part {
      case .digits(let digits) where at == start:
        written = digits
        at += 1
        break loop
      case .word(let word):
        guard word.role != .scale, word.role != .half, word.role != .point, word.role != .minus else { break loop }
        // Digits one by one, or one number: 'point two five', 'point twenty-five'.
        if let digit = word.value.integer, digit < 10, word.role == .unit || word.role == .zero, rest.total == nil,
          !isMultiplied(parts, at) || hasRole(.scale, parts, at + 1), !hasRole(.linker, parts, at + 1)
        {
          written += String(digit)
        } else if !rest.add(word, multiplied: isMultiplied(parts, at)) {
          return nil
        }
        at += 1
      case .mark("-"): at += 1
      default: break loop
      }
    }
    written += rest.total?.description ?? ""
    return written.isEmpty ? nil : ExactDecimal("\(whole).\(written)").map { ($0, at) }
  }

  private func hasRole(_ role: NumberWord.Role, _ parts: [NumberPart], _ index: Int) -> Bool {
    if case .word(let word)? = parts[safe: index] { word.role == role } else { false }
  }

  /// Digits with their marks from one place on: the value and where it ends.
  private func digits(_ parts: [NumberPart], from start: Int) -> (ExactDecimal, Int)? {
    var groups: [String] = []
    var marks: [Character] = []
    var at = start
    guard case .digits(let first) = parts[at] else { return nil }
    groups.append(first)
    at += 1
    while case .mark(let mark)? = parts[safe: at], mark != "-", case .digits(let next)? = parts[safe: at + 1] {
      marks.append(mark)
      groups.append(next)
      at += 2
    }
    // Groups of three with blanks between them.
    while marks.isEmpty, case .digits(let next)? = parts[safe: at], next.count == 3, groups[0].count <= 3 {
      groups.append(next)
      at += 1
    }
    if marks.isEmpty { return ExactDecimal(groups.joined()).map { ($0, at) } }
    guard let text = plain(groups, marks), let value = ExactDecimal(text) else { return nil }
    return (value, at)
  }

  /// The digits with `.` as the decimal mark; nil where the marks make no sense.
  private func plain(_ groups: [String], _ marks: [Character]) -> String? {
    guard let last = marks.last else { return groups[0] }
    let isGrouped = groups[0].count <= 3 && groups[0] != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    if marks.count == 1 {
      if last == decimal && !(isGrouped && grouping.contains(last)) { return groups[0] + "." + groups[1] }
      if isGrouped && grouping.contains(last) { return groups[0] + groups[1] }
      return groups[0] + "." + groups[1]
    }
    if Set(marks).count == 1 { return isGrouped || isIndian(groups) ? groups.joined() : nil }
    // Groups first, then the other mark as decimal mark.
    let head = groups.dropLast()
    guard Set(marks.dropLast()).count == 1, head.dropFirst().allSatisfy({ $0.count == 3 }) || isIndian(Array(head))
    else { return nil }
    return head.joined() + "." + groups[groups.count - 1]
  }

  /// Groups of lakhs and crores: `12,34,567`.
  private func isIndian(_ groups: [String]) -> Bool {
    groups.count > 2 && groups[0].count <= 2 && groups.last?.count == 3
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 2 }
  }
}

extension Array {
  /// The element at an index, nil outside the bounds.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
