/// Finds the seams of digits, signs, full stops and the possessive inside a word segment.
struct SeamFinder {
  private enum Class { case digit, letter, arabic, dot, apostrophe, sign, attached }

  private let text: Decoded
  private let range: Range<Int>

  init(_ text: Decoded, _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The pieces between the seams, in order; together they are the whole range.
  func pieces() -> [Range<Int>] {
    // Only digits, full stops and apostrophes make seams.
    let hasSeams = range.contains { index in
      text.classes[index] == .digit || text.scalars[index] == "." || isApostrophe(text.scalars[index])
    }
    return hasSeams && range.count > 1 ? cut() : [range]
  }

  private func classify(_ index: Int) -> Class {
    let scalar = text.scalars[index]
    switch text.classes[index] {
    case .digit: return .digit
    case .mark, .ignorable, .zeroWidthSpace: return .attached
    case .upper, .lower, .caseless: return Characters.isArabic(scalar) && scalar.value != 0x640 ? .arabic : .letter
    default:
      if scalar == "." { return .dot }
      if isApostrophe(scalar) { return .apostrophe }
      return scalar == "_" ? .letter : .sign
    }
  }

  private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar.value == 0x2019 }

  private func cut() -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var previous = start
    var left = classify(start)
    var beganWithDigit = left == .digit
    for index in range.dropFirst() {
      // A tatweel goes with the letters around it.
      let right = text.scalars[index].value == 0x640 && left == .arabic ? .arabic : classify(index)
      if right == .attached { continue }
      if isSeam(left, right, previous, index, start, beganWithDigit) {
        pieces.append(start..<index)
        start = index
        let goesOn = (left == .letter && right == .digit) || (left == .digit && right == .letter)
        if !goesOn { beganWithDigit = right == .digit }
      }
      previous = index
      left = right
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  private func isSeam(
    _ left: Class, _ right: Class, _ previous: Int, _ index: Int, _ start: Int, _ beganWithDigit: Bool
  ) -> Bool {
    switch (left, right) {
    case (.digit, .digit): false
    case (.letter, .digit): beganWithDigit && !isExponent(index, behind: previous)
    case (.digit, .letter): beganWithDigit
    case (.digit, _), (_, .digit): true
    // The seam before a full stop decides about the one behind it.
    case (.dot, _): start == previous
    case (_, .dot): !joins(dot: index)
    case (_, .apostrophe): isPossessive(index)
    default: false
    }
  }

  /// A last digit 2 or 3 behind m: an area or a volume.
  private func isExponent(_ index: Int, behind letter: Int) -> Bool {
    guard index + 1 == range.upperBound, text.scalars[letter] == "m" else { return false }
    let digit = Characters.digitValue(text.scalars[index])
    return digit == 2 || digit == 3
  }

  private func isPossessive(_ index: Int) -> Bool {
    guard index + 2 == range.upperBound else { return false }
    return text.scalars[index + 1] == "s" || text.scalars[index + 1] == "S"
  }

  /// Whether a full stop between letters belongs to an abbreviation or a host's name.
  private func joins(dot: Int) -> Bool {
    // Long parts are words whatever they are: looking at 32 characters keeps hostile text linear.
    let lower = max(range.lowerBound, dot - 32)
    let upper = min(range.upperBound, dot + 33)
    func isPart(_ index: Int) -> Bool { text.scalars[index] != "." && classify(index) != .sign }
    let left = (lower..<dot).reversed().prefix(while: isPart).filter(isLetter)
    let right = ((dot + 1)..<upper).prefix(while: isPart).filter(isLetter)
    guard let leftFirst = left.last, let rightFirst = right.first else { return false }
    if Characters.isArabic(text.scalars[leftFirst]) || Characters.isArabic(text.scalars[rightFirst]) {
      return left.count < 3 && right.count < 3
    }
    guard text.classes[rightFirst] == .upper else { return true }
    let isSentence = left.count > 1 && left.allSatisfy { text.classes[$0] == .lower }
    let isWord = right.count > 1 && right.dropFirst().allSatisfy { text.classes[$0] == .lower }
    return !isSentence && !isWord
  }

  private func isLetter(_ index: Int) -> Bool { text.classes[index].isLetter && text.scalars[index].value != 0x640 }
}
