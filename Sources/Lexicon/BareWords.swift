public import UnicodeText

/// The words of a vocabulary that are written with diacritics of Vietnamese, found by their spelling without any.
///
/// Where a text leaves diacritics out, each of its words stands for all of these.
public struct BareWords: Sendable {
  private var words: [FoldedKey: [FoldedKey]] = [:]

  /// Collects the words; linear in the vocabulary.
  public init(_ vocabulary: Vocabulary) {
    for number in 0..<vocabulary.count {
      let key = vocabulary.key(number)
      if let bare = key.withoutDiacritics { words[bare, default: []].append(key) }
    }
  }

  /// The words that a spelling without diacritics may stand for, in the vocabulary's order.
  public subscript(bare: FoldedKey) -> [FoldedKey] { words[bare] ?? [] }
}
