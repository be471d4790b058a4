import Testing

@testable import UnicodeText

/// Tokens of a text as strings.
func tokenStrings(_ string: String, known: Set<String> = []) -> [String] {
  let keys = Set(known.map { FoldedKey(folding: $0) })
  let table = TypeTable { keys.contains($0) }
  var tokens = Tokens()
  let text = Text(string)
  Tokenizer(table: table).tokenize(text, into: &tokens)
  return (0..<tokens.count).map { text.string(tokens.span($0)) }
}

@Suite struct SeamRuleTests {
  @Test(arguments: SeamRule.allCases)
  func examples(_ rule: SeamRule) {
    for example in rule.examples {
      let known: Set<String> = rule == .proclitic || rule == .amount ? Set(SeamRule.knownInExamples) : []
      let pieces = example.split(whereSeparator: { $0 == "|" || $0 == " " }).map { String($0) }
      let source = String(example.filter { $0 != "|" })
      #expect(tokenStrings(source, known: known) == pieces, "\(rule): \(example)")
    }
  }
}
