import Lexicon
import UnicodeText

/// One element of a written number.
enum NumberPart {
  /// A run of digits as written, in ASCII.
  case digits(String)
  /// A mark between digits.
  case mark(Character)
  /// A number word with its value and the part it plays.
  case word(value: ExactDecimal, role: String)
  /// A word that only joins.
  case joint
}

extension NumberPart {
  fileprivate var isWord: Bool { if case .word = self { true } else { false } }
  fileprivate var isComma: Bool { if case .mark(",") = self { true } else { false } }
}

/// Composes the value of a number from its parts.
///
/// One grammar for all languages: units, teens and tens add up; hundreds multiply what stands before them; scales close a
/// group. What a word plays is written in the lexicon.
struct NumberReader {
  /// The decimal mark of the language.
  var decimal: Character
  /// The marks between groups of three digits.
  var grouping: Set<Character>

  /// The exact value; nil where the parts make no number.
  func value(of parts: [NumberPart]) -> ExactDecimal? {
    var at = 0
    var total = ExactDecimal(0)
    var group: ExactDecimal?
    var lastScale: ExactDecimal?
    var lastTerm: ExactDecimal?
    var lastFactor = ExactDecimal(1)
    var isEmpty = true
    func add(_ term: ExactDecimal) -> Bool {
      guard let sum = (group ?? ExactDecimal(0)).adding(term) else { return false }
      group = sum
      isEmpty = false
      return true
    }
    while at < parts.count {
      switch parts[at] {
      case .joint:
        at += 1
      case .mark:
        // Between digits a mark is read with them; between words a comma only parts the groups.
        guard parts[at].isComma, at > 0, at + 1 < parts.count, parts[at - 1].isWord, parts[at + 1].isWord else {
          return nil
        }
        at += 1
      case .digits:
        guard group == nil, let (number, next) = digits(parts, from: at), add(number) else { return nil }
        at = next
        lastFactor = ExactDecimal(1)
      case .word(let value, let role):
        at += 1
        isEmpty = false
        defer {
          if role != "linker", role != "half" {
            lastFactor = role == "hundred" || role == "scale" ? value : ExactDecimal(1)
          }
        }
        switch role {
        case "half":
          // Half of the last unit named: three million and a half is 3,500,000.
          guard let half = lastFactor.multiplied(by: value) else { return nil }
          if group == nil {
            guard let sum = total.adding(half) else { return nil }
            total = sum
          } else if !add(half) {
            return nil
          }
        case "hundred":
          guard let word = value.integer else { return nil }
          if word == 100, let before = group?.integer {
            // 'two hundred': only what stands below a hundred is multiplied.
            let low = before % 100
            guard low > 0 || before == 0, let product = ExactDecimal(low).multiplied(by: value),
              let sum = ExactDecimal(before - low).adding(product)
            else { return nil }
            group = sum
          } else if !add(value) {
            return nil
          }
        case "scale":
          if isRoundScale(value) {
            if group == nil, let scale = lastScale, let term = lastTerm, scale != value {
              // 'thousand million': a scale of a scale.
              guard let grown = term.multiplied(by: value), let rest = total.adding(term.negated),
                let sum = rest.adding(grown)
              else { return nil }
              total = sum
              lastTerm = grown
            } else {
              guard let term = (group ?? ExactDecimal(1)).multiplied(by: value), let sum = total.adding(term) else {
                return nil
              }
              total = sum
              lastTerm = term
            }
            lastScale = value
          } else {
            guard let sum = total.adding(value) else { return nil }
            total = sum
            lastTerm = value
          }
          group = nil
        case "ten" where value == ExactDecimal(10):
          if let before = group?.integer, (1...9).contains(before % 10), before % 100 < 10 {
            let low = before % 10
            guard let sum = ExactDecimal(before - low).adding(ExactDecimal(low * 10)) else { return nil }
            group = sum
          } else if !add(value) {
            return nil
          }
        case "linker": break
        default: if !add(value) { return nil }
        }
      }
    }
    return isEmpty ? nil : total.adding(group ?? ExactDecimal(0))
  }

  /// Digits with their marks from one place on: the value and where it ends.
  func digits(_ parts: [NumberPart], from start: Int) -> (ExactDecimal, Int)? {
    var groups: [String] = []
    var marks: [Character] = []
    var at = start
    guard case .digits(let first) = parts[at] else { return nil }
    groups.append(first)
    at += 1
    while at + 1 < parts.count, case .mark(let mark) = parts[at], case .digits(let next) = parts[at + 1] {
      marks.append(mark)
      groups.append(next)
      at += 2
    }
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
    if Set(marks).count == 1 { return isGrouped ? groups.joined() : nil }
    // Groups first, then the other mark as decimal mark.
    let head = groups.dropLast()
    guard Set(marks.dropLast()).count == 1, head.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return head.joined() + "." + groups[groups.count - 1]
  }

  private func isRoundScale(_ value: ExactDecimal) -> Bool {
    var rest = value.integer ?? 0
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return rest == 1
  }
}

extension NumberReader {
  /// The value of a Roman number in capitals, 1 to 3999; nil for anything else.
  static func roman(_ text: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    var total = 0
    var previous = 0
    for letter in text.uppercased().reversed() {
      guard let value = values[letter] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total > 0 ? total : nil
  }
}
