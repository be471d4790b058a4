public import UnicodeText

/// The words of a vocabulary that are written with diacritics of Vietnamese, found by their spelling without any.
///
/// Where a text leaves diacritics out, each of its words stands for all of these.
public struct BareWords: Sendable {
  private let vocabulary: Vocabulary

  /// The words of a vocabulary, whose order was made when it was compiled.
  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The words that a spelling without diacritics may stand for, in the vocabulary's order; a binary search.
  public subscript(bare: FoldedKey) -> [FoldedKey] {
    let marked = vocabulary.marked
    func spelling(_ place: Int) -> [UInt8] { vocabulary.key(marked[place]).withoutDiacritics?.bytes ?? [] }
    var (low, high) = (0, marked.count)
    while low < high {
      let middle = (low + high) / 2
      if spelling(middle).lexicographicallyPrecedes(bare.bytes) { low = middle + 1 } else { high = middle }
    }
    var words: [FoldedKey] = []
    while low < marked.count, spelling(low) == bare.bytes {
      words.append(vocabulary.key(marked[low]))
      low += 1
    }
    return words
  }
}
