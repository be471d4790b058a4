import Lexicon
import Patterns
import UnicodeText

/// What composers may ask about the tokens of a document in one language; a class, since every composer holds it.
final class LineView {
  let text: Text
  let tokens: Tokens
  let types: TypeTable
  let matcher: Matcher
  let numbers: NumberReader

  init(text: Text, tokens: Tokens, types: TypeTable, matcher: Matcher, numbers: NumberReader) {
    self.text = text
    self.tokens = tokens
    self.types = types
    self.matcher = matcher
    self.numbers = numbers
  }

  /// What stands over a range of tokens, one space wherever a blank of any kind parts them.
  func text(_ range: Range<Int>) -> String { tokens.words(range, in: text) }

  /// The bytes that a range of tokens covers.
  func span(_ range: Range<Int>) -> Span {
    Span(Int(tokens.starts[range.lowerBound]), Int(tokens.ends[range.upperBound - 1]))
  }

  /// A feature of the first lexicon entry over a capture that has it.
  func feature(_ feature: Feature, _ capture: Capture?) -> String? {
    guard let capture else { return nil }
    for entry in matcher.entries(tokens, capture.range) {
      if let value = entry[feature] { return value }
    }
    return nil
  }

  /// A feature of the first entry of a sense over a capture that has it.
  func feature(_ feature: Feature, _ capture: Capture?, sense: String) -> String? {
    guard let capture else { return nil }
    for entry in matcher.entries(tokens, capture.range) where entry.sense == sense {
      if let value = entry[feature] { return value }
    }
    return nil
  }

  /// The number of digits written over a range.
  func digits(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + types[tokens.types[$1]].digits } }

  /// The value of a whole number written or named over a range.
  func integer(_ range: Range<Int>) -> Int? {
    if range.count == 1, let number = types[tokens.types[range.lowerBound]].number { return number }
    if let number = roman(range) { return number }
    for entry in matcher.entries(tokens, range) {
      if let value = entry[.value].flatMap({ Int($0) }) { return value }
    }
    return decimal(range)?.integer
  }

  /// The value of a Roman number, nil where none is written.
  func roman(_ range: Range<Int>) -> Int? {
    let type = types[tokens.types[range.lowerBound]]
    guard range.count == 1, type.shape.contains(.roman) else { return nil }
    return RomanNumeral.value(of: type.key.bytes)
  }

  /// The value of a number written or named over a range.
  func decimal(_ range: Range<Int>) -> ExactDecimal? {
    let first = tokens.types[range.lowerBound]
    if range.count == 1, types.kind(of: first) == .number {
      return ExactDecimal(String(decoding: types.key(of: first).bytes, as: UTF8.self))
    }
    return numbers.value(of: numberParts(range))
  }
}
