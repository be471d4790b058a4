import Lexicon
import UnicodeText

/// Finds words of lexicons and rules that no text can hold, since a text of the same letters is cut otherwise.
struct Readability {
  private let vocabulary: Vocabulary
  private let types: TypeTable
  private let tokenizer: Tokenizer

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    types = TypeTable(isKnown: { vocabulary[$0] != nil })
    tokenizer = Tokenizer(table: types)
  }

  /// How a text of these letters is cut, if no way of writing it yields the entry of this number; nil if one does.
  func otherCut(of surface: String, entry: Int, in lexicon: Lexicon) -> String? {
    cut(surface) { tokens, start in
      var nodes: [Lexicon.Node] = [0]
      for index in start..<tokens.count {
        let words = types[tokens.types[index]].keys.compactMap { vocabulary[$0] }
        nodes = nodes.flatMap { node in words.compactMap { lexicon.child(of: node, by: $0) } }
        if nodes.contains(where: { lexicon.entries(at: $0).contains(entry) }) { return true }
      }
      return false
    }
  }

  /// How a text of these letters is cut, if no way of writing it yields these words; nil if one does.
  func otherCut(of string: String, words: [FoldedKey]) -> String? {
    cut(string) { tokens, start in
      guard start + words.count <= tokens.count else { return false }
      return words.indices.allSatisfy { types[tokens.types[start + $0]].keys.contains(words[$0]) }
    }
  }

  /// Cuts a string by itself, among words, and behind a word it is glued to, as endings are.
  private func cut(_ string: String, _ isFound: (Tokens, Int) -> Bool) -> String? {
    var first: String?
    for text in [string, "x \(string) x", "x\(string)", "1\(string)", "\(string)1", "\(string)x"] {
      var tokens = Tokens()
      let source = Text(text)
      tokenizer.tokenize(source, into: &tokens)
      if (0..<tokens.count).contains(where: { isFound(tokens, $0) }) { return nil }
      first = first ?? (0..<tokens.count).map { source.string(tokens.span($0)) }.joined(separator: " | ")
    }
    return first
  }
}
