import Lexicon
import UnicodeText

/// The entries of one language by sense, with their words as texts have them.
final class LexiconIndex {
  /// An entry and its folded words.
  struct Item {
    var number: Int
    var entry: LexiconEntry
    var words: [FoldedKey]
  }

  let lexicon: Lexicon
  private(set) var bySense: [String: [Item]] = [:]

  init(_ lexicon: Lexicon, _ vocabulary: Vocabulary) {
    self.lexicon = lexicon
    let splitter = WordSplitter(isKnown: { vocabulary[$0] != nil })
    for number in 0..<lexicon.count {
      let entry = lexicon.entry(number)
      bySense[entry.sense, default: []].append(
        Item(number: number, entry: entry, words: splitter.words(of: entry.surface)))
    }
  }

  /// The entries of a sense that pass tests of their features.
  func items(_ sense: String, _ tests: [FeatureTest]) -> [Item] {
    (bySense[sense] ?? []).filter { item in
      tests.allSatisfy { test in test.accepts(Feature(rawValue: test.name).flatMap { item.entry[$0] }) }
    }
  }
}
