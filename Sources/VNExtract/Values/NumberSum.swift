/// Adds up the terms of a number word by word, and refuses what no number is.
///
/// A term may only be followed by what fits below it: `free` is the bound that the next word must stay under.
struct NumberSum {
  /// Closed terms, the greatest first, each with the scale that closed it.
  private var terms: [(value: ExactDecimal, scale: ExactDecimal)] = []
  /// What stands before the next scale.
  private var group: ExactDecimal?
  private var free: ExactDecimal?
  private var last: NumberWord?
  /// Whether a linker stands before the next word.
  private var isLinked = false
  private var hasDigits = false

  /// The sum of all terms; nil where there is none.
  var total: ExactDecimal? {
    if group == nil, terms.isEmpty { return nil }
    return terms.reduce(group ?? ExactDecimal(0)) { sum, term in sum.flatMap { $0.adding(term.value) } }
  }

  /// What stands before the next scale, for a decimal mark in words.
  var integerPart: Int? {
    guard last?.role != .half, last?.role != .scale else { return nil }
    return group?.integer
  }

  /// Takes a number written in digits.
  mutating func add(digits value: ExactDecimal) -> Bool {
    guard group == nil, fits(value) else { return false }
    group = value
    free = ExactDecimal(1)
    hasDigits = true
    end(nil)
    return true
  }

  /// Puts a decimal fraction behind the last group.
  mutating func set(decimal value: ExactDecimal) {
    group = value
    free = ExactDecimal(0)
    end(nil)
  }

  /// Notes that a linker stands here.
  mutating func link() { isLinked = true }

  /// Takes a word, false where it does not fit.
  ///
  /// `multiplied` says whether the next word multiplies it, `isLast` whether there is no next.
  mutating func add(_ word: NumberWord, multiplied: Bool, isLast: Bool = true) -> Bool {
    let taken: Bool
    switch word.role {
    case .zero: taken = addZero()
    case .unit: taken = addUnit(word, multiplied: multiplied)
    case .teen: taken = append(word.value, leaving: ExactDecimal(1))
    case .ten: taken = addTen(word)
    case .hundred: taken = addHundred(word.value)
    case .scale: taken = addScale(word, isLast: isLast)
    case .half: taken = addHalf(word.value)
    case .linker:
      isLinked = true
      return true
    case .point, .minus: taken = false
    }
    end(word)
    return taken
  }

  private mutating func end(_ word: NumberWord?) {
    last = word
    isLinked = false
  }

  private func fits(_ value: ExactDecimal) -> Bool { free.map { value < $0 } ?? true }

  private mutating func append(_ value: ExactDecimal, leaving bound: ExactDecimal) -> Bool {
    guard fits(value), let sum = (group ?? ExactDecimal(0)).adding(value) else { return false }
    group = sum
    free = bound
    return true
  }

  private mutating func addZero() -> Bool {
    guard group == nil, fits(ExactDecimal(0)) else { return false }
    group = ExactDecimal(0)
    return true
  }

  private mutating func addUnit(_ word: NumberWord, multiplied: Bool) -> Bool {
    if last?.role == .zero, !isLinked { return false }
    if let last, !isLinked, !multiplied {
      if last.kind == .tenths, let tenth = word.value.multiplied(by: last.value).flatMap(\.tenth) {
        return append(tenth, leaving: ExactDecimal(1))
      }
      if word.kind == .ones, last.role == .unit, let before = group?.integer, let digit = last.value.integer,
        let ones = word.value.integer
      {
        group = ExactDecimal(before - digit + 10 * digit + ones)
        return true
      }
    }
    return append(word.value, leaving: ExactDecimal(1))
  }

  private mutating func addTen(_ word: NumberWord) -> Bool {
    if let last, last.role == .unit, let before = group?.integer, let digit = last.value.integer {
      if word.kind == .times, !isLinked, let ten = word.value.integer {
        group = ExactDecimal(before - digit + digit * ten)
        free = ExactDecimal(10)
        return true
      }
      // 'five and twenty': the ones before the tens.
      if isLinked, word.value > ExactDecimal(10), let sum = group?.adding(word.value) {
        group = sum
        free = ExactDecimal(1)
        return true
      }
    }
    if word.kind == .times, hasDigits, last == nil, let product = group?.multiplied(by: word.value) {
      group = product
      free = ExactDecimal(10)
      return true
    }
    return append(word.value, leaving: ExactDecimal(10))
  }

  private mutating func addHundred(_ value: ExactDecimal) -> Bool {
    let hundred = ExactDecimal(100)
    if value == hundred, let before = group {
      guard !isLinked, before < hundred, let product = before.multiplied(by: hundred) else { return false }
      group = product
      free = hundred
      return true
    }
    return append(value, leaving: hundred)
  }

  private mutating func addScale(_ word: NumberWord, isLast: Bool) -> Bool {
    var scale = word.value
    // 'a million and half a million' names its unit twice.
    if last?.role == .half, terms.last?.scale == scale, group != nil { return true }
    if word.kind == .whole || word.kind == .pair && isLast && group == nil && last?.role != .scale {
      if word.kind == .pair { scale = scale.doubled }
      guard group == nil, fits(scale) else { return false }
      terms.append((scale, scale.lead))
      free = scale.lead
      return true
    }
    var factor = group
    var isRepeated = last?.role == .scale && !isLinked
    while let term = terms.last, term.scale < scale || isRepeated && term.scale == scale {
      guard let sum = (factor ?? ExactDecimal(0)).adding(term.value) else { return false }
      factor = sum
      isRepeated = false
      terms.removeLast()
    }
    guard let product = (factor ?? ExactDecimal(1)).multiplied(by: scale) else { return false }
    if let term = terms.last, product >= term.scale { return false }
    terms.append((product, scale))
    group = nil
    free = scale
    return true
  }

  private mutating func addHalf(_ value: ExactDecimal) -> Bool {
    let unit = last?.role == .scale || last?.role == .hundred ? last?.value.lead ?? ExactDecimal(1) : ExactDecimal(1)
    guard let part = value.multiplied(by: unit), let sum = (group ?? ExactDecimal(0)).adding(part) else { return false }
    group = sum
    free = ExactDecimal(0)
    return true
  }
}
