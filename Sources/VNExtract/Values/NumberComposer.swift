import Lexicon
import Patterns

/// Makes numeric facts from the named parts of a match.
struct NumberComposer {
  let line: LineView

  /// The value of a match; nil where its parts make no number.
  func value(_ captures: Captures, constants: [String: String]) -> NumberValue? {
    let kind = constants["kind"] ?? "cardinal"
    guard var value = main(captures, kind) ?? constants["value"] else { return nil }
    if captures["value2"] != nil {
      guard let second = decimal(captures, "value2") else { return nil }
      var first = value
      // In a range the scale may stand only once, at the end: '3-5 million'.
      if let scale = captures["scale"].flatMap({ line.decimal($0.range) }), let left = ExactDecimal(first) {
        guard let product = left.multiplied(by: scale) else { return nil }
        first = product.description
      }
      value = "\(first)..\(second)"
    }
    if let whole = captures["of"] {
      guard let number = line.decimal(whole.range) else { return nil }
      value += "/\(number)"
    }
    if kind == "rate" {
      let per = captures["per"].flatMap { line.decimal($0.range) } ?? ExactDecimal(1)
      value += "/\(per)"
    }
    var result = NumberValue(kind: kind, value: value)
    result.mod = captures["mod"].flatMap { line.feature(.mod, $0) } ?? constants["mod"]
    result.unit = unit(captures) ?? constants["unit"]
    if let currency = captures["currency"] {
      guard let code = line.feature(.code, currency) else { return nil }
      result.unit = code
    }
    if kind == "measure" { result.code = line.feature(.code, captures["unit"]) }
    return result
  }

  private func main(_ captures: Captures, _ kind: String) -> String? {
    if let roman = captures["roman"] {
      return line.roman(roman.range).map(String.init)
    }
    if let ordinal = captures["ordinal"] {
      return line.feature(.value, ordinal) ?? line.decimal(ordinal.range)?.description
    }
    return decimal(captures, "value")
  }

  private func decimal(_ captures: Captures, _ name: String) -> String? {
    guard let capture = captures[name] else { return nil }
    if let fraction = line.feature(.value, capture), fraction.contains("/") { return fraction }
    return line.decimal(capture.range)?.description
  }

  /// What is counted, or both sides of a rate.
  private func unit(_ captures: Captures) -> String? {
    let right = captures["perunit"].map { "/" + name(of: $0) } ?? ""
    guard let left = captures["unit"] else { return right.isEmpty ? nil : right }
    return name(of: left) + right
  }

  /// A unit as the lexicon writes it where it does, else as the text does.
  private func name(of unit: Capture) -> String { line.feature(.unit, unit) ?? line.text(unit.range) }
}
