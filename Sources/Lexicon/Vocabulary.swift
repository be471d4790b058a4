public import UnicodeText

/// The folded words that the lexicons and rules of all languages speak of, in byte order.
///
/// Beside the words stands a table of open addressing from their fingerprints to their numbers, made when they are compiled.
public struct Vocabulary: Sendable {
  private let words: ImageStrings
  private let slots: ImageNumbers
  /// The words written with diacritics of Vietnamese, in the order of their spellings without.
  let marked: ImageNumbers

  /// The vocabulary of some words.
  public init(_ keys: Set<FoldedKey>) {
    var writer = ImageWriter()
    Self.write(Array(keys), to: &writer)
    var reader = ImageReader(Image(writer.bytes))
    self.init(&reader)
  }

  /// A compiled vocabulary.
  public init(_ reader: inout ImageReader) {
    words = reader.strings()
    slots = reader.numbers()
    marked = reader.numbers()
  }

  /// Compiles words, each of which is given once; returns their numbers, by their places in `keys`.
  @discardableResult
  public static func write(_ keys: [FoldedKey], to writer: inout ImageWriter) -> [Int32] {
    let order = order(keys)
    writer.add(strings: order.lazy.map { keys[$0].bytes })
    var numbers = [Int32](repeating: 0, count: keys.count)
    var size = 2
    while size < 2 * keys.count + 2 { size *= 2 }
    // A word's number plus one; 0 is an empty slot, and one is always empty.
    var slots = [Int32](repeating: 0, count: size)
    for (number, index) in order.enumerated() {
      numbers[index] = Int32(truncatingIfNeeded: number)
      var place = Self.place(keys[index], size)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = Int32(truncatingIfNeeded: number) + 1
    }
    writer.add(slots)
    let marked = order.enumerated().compactMap { number, index in
      keys[index].withoutDiacritics.map { (bare: $0.bytes, number: Int32(truncatingIfNeeded: number)) }
    }
    let byBare = marked.sorted { left, right in
      left.bare == right.bare ? left.number < right.number : left.bare.lexicographicallyPrecedes(right.bare)
    }
    writer.add(byBare.map(\.number))
    return numbers
  }

  /// Compiles some words of a pool; returns their numbers by those of the pool, -1 for the words left out.
  package static func write(_ words: WordSet, to writer: inout ImageWriter) -> [Int32] {
    let chosen = words.numbers
    var numbers = [Int32](repeating: -1, count: words.pool.keys.count)
    let written = write(chosen.map { words.pool.keys[Int($0)] }, to: &writer)
    for (index, number) in chosen.enumerated() { numbers[Int(number)] = written[index] }
    return numbers
  }

  /// The places of the words in byte order.
  private static func order(_ keys: [FoldedKey]) -> [Int] {
    // The first eight bytes decide most comparisons.
    let keyed = keys.enumerated().map { number, key in
      var prefix: UInt64 = 0
      for index in 0..<8 { prefix = prefix << 8 | (index < key.bytes.count ? UInt64(key.bytes[index]) : 0) }
      return (prefix: prefix, number: number)
    }
    let order = keyed.sorted { left, right in
      left.prefix == right.prefix
        ? keys[left.number].bytes.lexicographicallyPrecedes(keys[right.number].bytes) : left.prefix < right.prefix
    }
    return order.map { $0.number }
  }

  @inline(__always)
  private static func place(_ key: FoldedKey, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key.fingerprint) & (size - 1)
  }

  /// The number of words.
  public var count: Int { words.count }

  /// The numbers of a pool's words, -1 for those that nothing speaks of.
  package func numbers(of pool: KeyPool) -> [Int32] { pool.keys.map { self[$0]?.rawValue ?? -1 } }

  /// A word by its number.
  func key(_ number: Int) -> FoldedKey { FoldedKey(bytes: Array(words.bytes(number))) }

  /// The word's number, nil where nothing speaks of it; one look into a table.
  public subscript(key: FoldedKey) -> WordID? {
    var place = Self.place(key, slots.count)
    while slots[place] != 0 {
      let number = slots[place] - 1
      let word = words.bytes(number)
      let isSame = key.bytes.withUnsafeBufferPointer { bytes in
        bytes.count == word.count && bytes.elementsEqual(word)
      }
      if isSame { return WordID(Int32(truncatingIfNeeded: number)) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }
}
