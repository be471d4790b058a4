import Testing

@testable import UnicodeText

@Suite struct SeamTests {
  @Test(
    arguments: [
      ("a b", [nil, nil]), ("17.4", [.numericCluster, .numericCluster, .numericCluster]),
      ("TP.HCM", [.dottedAbbreviation]),
      ("10h", [.digitsThenLetters, .digitsThenLetters]), ("Vietnam's", [.possessive, .possessive]),
      ("و184", [.arabicDigits, .arabicDigits]), ("ونائب", [.proclitic, .proclitic]), ("https://a.vn", [.url]),
      ("#ab @cd", [.hashtag, .handle]), ("TP.Huế", [.missingBlank, .missingBlank, .missingBlank]),
      ("27/2", [nil, nil, nil]),
    ] as [(String, [SeamRule?])])
  func explanations(_ string: String, _ rules: [SeamRule?]) {
    let known = FoldedKey(folding: "نائب")
    let table = TypeTable { $0 == known }
    var tokens = Tokens()
    let text = Text(string)
    Tokenizer(table: table).tokenize(text, into: &tokens)
    #expect(Seam.explain(text, tokens, table).map(\.rule) == rules)
  }
}
