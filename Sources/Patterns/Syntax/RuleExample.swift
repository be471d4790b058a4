/// A `yes` or `no` line of a rule.
public struct RuleExample: Hashable, Sendable {
  /// Whether the rule must find something.
  public var isPositive: Bool
  /// The text without brackets.
  public var text: String
  /// The half-open range of scalars between the brackets; nil where there are none.
  public var span: Range<Int>?
  /// Expected attributes beside the text: `value` for a bare word, else `name=value`.
  public var expected: [String: String]
  /// The line it stands in.
  public var line: Int
  /// The column of the text.
  public var column: Int
}

extension RuleExample {
  /// Reads the text of an example, whose mention stands in brackets, and the values beside it.
  init(marked text: String, tokens: [RuleToken]) {
    var plain = String.UnicodeScalarView()
    var start: Int?
    var end: Int?
    for scalar in text.unicodeScalars {
      if scalar == "[", start == nil {
        start = plain.count
      } else if scalar == "]", start != nil, end == nil {
        end = plain.count
      } else {
        plain.append(scalar)
      }
    }
    var expected: [String: String] = [:]
    for token in tokens.dropFirst(2) {
      if let equals = token.text.firstIndex(of: "="), token.text[..<equals].allSatisfy(\.isLetter) {
        expected[String(token.text[..<equals])] = token.text[token.text.index(after: equals)...].filter { $0 != "\"" }
      } else if case .word(let value) = token.kind {
        expected["value"] = value
      }
    }
    self.init(
      isPositive: tokens[0].text == "yes", text: String(plain), span: start.flatMap { from in end.map { from..<$0 } },
      expected: expected, line: tokens[0].line, column: tokens[1].column)
  }
}
