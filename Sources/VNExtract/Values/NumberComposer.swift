import Lexicon
import Patterns

/// Makes numeric facts from the named parts of a match.
struct NumberComposer {
  let line: LineView

  /// The value of a match; nil where its parts make no number.
  func value(_ captures: Captures, constants: RuleConstants) -> NumberValue? {
    let kind = constants["kind"] ?? "cardinal"
    guard var value = main(captures, kind) ?? constants["value"] else { return nil }
    // Few numbers have more; asking each part for its name costs as much as the number itself.
    let isPlain = captures.parts.allSatisfy { ($0.name == .value || $0.name == .unit) && $0.number == 1 }
    if isPlain, kind != "rate", constants["scale"] == nil {
      var result = NumberValue(kind: kind, value: value)
      result.mod = constants["mod"]
      result.unit = unit(captures) ?? constants["unit"]
      if kind == "measure" { result.code = line.feature(.code, captures[.unit], sense: "unit") }
      return result
    }
    if captures[.partunit] != nil { return compound(value, captures) }
    if captures[.part] != nil {
      guard let sum = withPart(value, captures) else { return nil }
      value = sum
    }
    if let half = captures[.half] {
      guard let part = line.decimal(half.range), let sum = ExactDecimal(value)?.adding(part) else { return nil }
      value = sum.description
    }
    if captures[.scale] == nil, let scale = constants["scale"].flatMap({ ExactDecimal($0) }) {
      guard let scaled = ExactDecimal(value)?.multiplied(by: scale) else { return nil }
      value = scaled.description
    }
    if captures[.value, 2] != nil {
      guard let second = decimal(captures, .value, 2), let first = lowerEnd(value, second, captures) else { return nil }
      value = "\(first)..\(second)"
    }
    if let whole = captures[.of] {
      guard let number = line.decimal(whole.range) ?? line.denominator(whole.range).map({ ExactDecimal($0) }) else {
        return nil
      }
      value += "/\(number)"
    }
    if kind == "rate" {
      let per = captures[.per].flatMap { line.decimal($0.range) } ?? ExactDecimal(1)
      value += "/\(per)"
    }
    var result = NumberValue(kind: kind, value: value)
    result.mod = captures[.mod].flatMap { line.feature(.mod, $0) } ?? constants["mod"]
    result.unit = unit(captures) ?? constants["unit"]
    if let currency = captures[.currency] {
      guard let code = line.feature(.code, currency, sense: "currency") else { return nil }
      // Hundredths have no code of their own.
      let isPart = line.feature(.role, currency, sense: "currency") == "part"
      result.unit = isPart ? line.text(currency.range) : CurrencyChoice.isOpen(code) ? nil : code
      result.currencies = CurrencyChoice.isOpen(code) ? code : nil
    }
    if kind == "measure" { result.code = line.feature(.code, captures[.unit], sense: "unit") }
    return result
  }

  /// The lower end of a range; nil where it is above the upper.
  ///
  /// The scale may stand only once, at the end: '3-5 million', 'từ 1,5 đến 2 triệu'.
  private func lowerEnd(_ value: String, _ second: String, _ captures: Captures) -> String? {
    guard let first = ExactDecimal(value), let upper = ExactDecimal(second) else { return value }
    var scale = captures[.scale].flatMap { line.decimal($0.range) }
    if scale == nil, let low = captures[.value], let high = captures[.value, 2], !line.hasScale(low.range) {
      scale = line.lastScale(high.range)
    }
    if let scale, first < scale, let scaled = first.multiplied(by: scale), scaled < upper { return scaled.description }
    return first < upper ? value : nil
  }

  private func main(_ captures: Captures, _ kind: String) -> String? {
    if let roman = captures[.roman] {
      return line.roman(roman.range).map(String.init)
    }
    if let ordinal = captures[.ordinal] {
      return line.feature(.value, ordinal, sense: "ordinal") ?? line.ordinal(ordinal.range)?.description
        ?? line.decimal(ordinal.range)?.description
    }
    guard let value = decimal(captures, .value, fraction: kind == "fraction") else { return nil }
    return captures[.sign] == nil ? value : "-" + value
  }

  /// A sum and the hundredths named behind it: '20 dollars and 43 cents'.
  private func withPart(_ value: String, _ captures: Captures) -> String? {
    guard let whole = ExactDecimal(value), let part = captures[.part].flatMap({ line.decimal($0.range) }),
      part < ExactDecimal(100), let sum = part.tenth.tenth.adding(whole)
    else { return nil }
    return sum.description
  }

  /// A measure in several units, in the last of them: '7 feet 10 inches'.
  private func compound(_ value: String, _ captures: Captures) -> NumberValue? {
    guard var sum = ExactDecimal(value), var unit = captures[.unit] else { return nil }
    for end: UInt8 in 1...2 {
      guard let part = captures[.part, end], let next = captures[.partunit, end] else { break }
      guard let size = line.feature(.code, unit, sense: "unit").flatMap(UnitSize.init(code:)),
        let smaller = line.feature(.code, next, sense: "unit").flatMap(UnitSize.init(code:)),
        let factor = size.count(of: smaller), let number = line.decimal(part.range),
        let total = sum.multiplied(by: ExactDecimal(factor))?.adding(number)
      else { return nil }
      (sum, unit) = (total, next)
    }
    var result = NumberValue(kind: "measure", value: sum.description)
    result.mod = captures[.mod].flatMap { line.feature(.mod, $0) }
    result.unit = name(of: unit)
    result.code = line.feature(.code, unit, sense: "unit")
    return result
  }

  /// A decimal, or a fraction where one is named; of a fraction the named one first.
  private func decimal(
    _ captures: Captures, _ name: PartName, _ number: UInt8 = 1, fraction isFraction: Bool = false
  ) -> String? {
    guard let range = captures[name, number]?.range else { return nil }
    if isFraction, let fraction = line.fractionWord(range) { return fraction }
    return line.decimal(range)?.description ?? line.fractionWord(range) ?? WholeNumber(line: line).fraction(range)
  }

  /// What is counted, or both sides of a rate.
  private func unit(_ captures: Captures) -> String? {
    let right = captures[.perunit].map { "/" + name(of: $0) } ?? ""
    guard let left = captures[.unit] else { return right.isEmpty ? nil : right }
    return name(of: left) + right
  }

  /// A unit as the lexicon writes it where it does, else as the text does.
  private func name(of unit: Capture) -> String {
    line.feature(.unit, unit)
      ?? (line.isBound(unit.range.lowerBound) ? line.plainNoun(unit.range) : line.text(unit.range))
  }
}
