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
      text[index].characterClass == .digit || Characters.isStop(text[index].scalar) || isApostrophe(text[index].scalar)
    }
    return hasSeams && range.count > 1 ? cut() : [range]
  }

  private func classify(_ index: Int) -> Class {
    let scalar = text[index].scalar
    switch text[index].characterClass {
    case .digit: return .digit
    case .mark, .ignorable, .zeroWidthSpace: return .attached
    case .upper, .lower, .caseless: return Characters.isArabic(scalar) && scalar.value != 0x640 ? .arabic : .letter
    default:
      if Characters.isStop(scalar) { return .dot }
      if isApostrophe(scalar) { return .apostrophe }
      return scalar == "_" ? .letter : .sign
    }
  }

  private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar.value == 0x2019 || scalar.value == 0xFF07
  }

  private func cut() -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var previous = start
    var left = classify(start)
    var beganWithDigit = left == .digit
    for index in range.dropFirst() {
      // A tatweel goes with the letters around it.
      let right = text[index].scalar.value == 0x640 && left == .arabic ? .arabic : classify(index)
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
    guard [0x6D, 0xFF4D].contains(text[letter].scalar.value), next(index) == nil else { return false }
    let digit = Characters.digitValue(text[index].scalar)
    return digit == 2 || digit == 3
  }

  private func isPossessive(_ index: Int) -> Bool {
    guard let letter = next(index), next(letter) == nil else { return false }
    return [0x73, 0x53, 0xFF53, 0xFF33].contains(text[letter].scalar.value)
  }

  /// The next character that is not attached to the one before it.
  private func next(_ index: Int) -> Int? {
    ((index + 1)..<range.upperBound).first { classify($0) != .attached }
  }

  /// Whether a full stop between letters belongs to an abbreviation or a host's name.
  private func joins(dot: Int) -> Bool {
    // Long parts are words whatever they are: looking at 32 characters keeps hostile text linear.
    let lower = max(range.lowerBound, dot - 32)
    let upper = min(range.upperBound, dot + 33)
    func isPart(_ index: Int) -> Bool { !Characters.isStop(text[index].scalar) && classify(index) != .sign }
    let left = (lower..<dot).reversed().prefix(while: isPart).filter(isLetter)
    let right = ((dot + 1)..<upper).prefix(while: isPart).filter(isLetter)
    guard let leftFirst = left.last, let rightFirst = right.first else { return false }
    if Characters.isArabic(text[leftFirst].scalar) || Characters.isArabic(text[rightFirst].scalar) {
      return left.count < 3 && right.count < 3
    }
    guard text[rightFirst].characterClass == .upper else { return true }
    let isSentence = left.count > 1 && left.allSatisfy { text[$0].characterClass == .lower }
    let isWord = right.count > 1 && right.dropFirst().allSatisfy { text[$0].characterClass == .lower }
    return !isSentence && !isWord
  }

  private func isLetter(_ index: Int) -> Bool {
    text[index].characterClass.isLetter && text[index].scalar.value != 0x640
  }
}
