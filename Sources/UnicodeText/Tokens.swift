/// The tokens of a text, in order and disjoint, as a structure of arrays.
///
/// Together they cover every character that is neither blank nor ignorable. Ignorable characters (bidi marks, soft
/// hyphen, U+FEFF, zero-width space) at a token's edge are outside its span. One token can be empty: the preposition lam,
/// where a ligature writes it in one character with the alef that follows; the word's token has that character. All arrays
/// have the same length.
public struct Tokens: Sendable {
  /// Offset of each token's first byte.
  public var starts: [Int32]
  /// Offset of the first byte after each token.
  public var ends: [Int32]
  /// Number of each token's spelling in the table of the tokenizer.
  public var types: [TokenTypeID]
  /// What stands before each token.
  public var flags: [TokenFlags]

  /// No tokens.
  public init() {
    starts = []
    ends = []
    types = []
    flags = []
  }

  /// Number of tokens.
  @inlinable
  public var count: Int { starts.count }

  /// The stretch of text of one token.
  public func span(_ index: Int) -> Span { Span(Int(starts[index]), Int(ends[index])) }

  /// Removes all tokens; with `keepingCapacity` the memory is kept for the next text.
  public mutating func removeAll(keepingCapacity: Bool = false) {
    starts.removeAll(keepingCapacity: keepingCapacity)
    ends.removeAll(keepingCapacity: keepingCapacity)
    types.removeAll(keepingCapacity: keepingCapacity)
    flags.removeAll(keepingCapacity: keepingCapacity)
  }

  mutating func append(_ start: Int, _ end: Int, _ type: TokenTypeID, _ flags: TokenFlags) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
    types.append(type)
    self.flags.append(flags)
  }

  mutating func removeLast() {
    starts.removeLast()
    ends.removeLast()
    types.removeLast()
    flags.removeLast()
  }
}
