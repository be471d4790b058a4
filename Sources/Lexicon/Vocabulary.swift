public import UnicodeText

/// The folded words that the lexicons and rules of all languages speak of, in byte order.
public struct Vocabulary: Sendable {
  private let words: ImageStrings

  /// The vocabulary of some words.
  public init(_ keys: Set<FoldedKey>) {
    var writer = ImageWriter()
    Self.write(keys, to: &writer)
    var reader = ImageReader(Image(writer.bytes))
    self.init(&reader)
  }

  /// A compiled vocabulary.
  public init(_ reader: inout ImageReader) { words = reader.strings() }

  /// Compiles words.
  public static func write(_ keys: Set<FoldedKey>, to writer: inout ImageWriter) {
    writer.add(strings: keys.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// The number of words.
  public var count: Int { words.count }

  /// The word's number, nil where nothing speaks of it; a binary search.
  public subscript(key: FoldedKey) -> WordID? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      let word = words.bytes(middle)
      if word.lexicographicallyPrecedes(key.bytes) {
        low = middle + 1
      } else if word.elementsEqual(key.bytes) {
        return WordID(Int32(middle))
      } else {
        high = middle
      }
    }
    return nil
  }
}
