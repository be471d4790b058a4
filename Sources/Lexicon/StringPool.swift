import UnicodeText

/// Numbers strings in the order in which they are first met.
public struct StringPool {
  private var index = SpellingIndex()

  /// Creates an empty pool.
  public init() {}

  /// The number of a string.
  public mutating func number(of string: String) -> Int {
    var string = string
    return string.withUTF8 { number(of: $0) }
  }

  /// The number of a string of UTF-8.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = SpellingIndex.hash(bytes, seed: 0)
    return index.find(bytes, hash: hash, tag: 0) ?? index.insert(bytes, hash: hash, tag: 0)
  }

  /// Where the strings end, one behind the other in the order of their numbers.
  var ends: ArraySlice<Int32> { index.ends }

  /// The bytes of the strings, one behind the other.
  var bytes: [UInt8] { index.bytes }
}
