/// The folded spelling of a token: the same for all spellings of one word.
///
/// `Folding` says what is folded. Equal keys are equal bytes of UTF-8; folding a key gives the key again.
public struct FoldedKey: Hashable, Sendable, CustomStringConvertible {
  /// The folded spelling as UTF-8; a Vietnamese tone mark stands behind the letters of its syllable.
  public let bytes: [UInt8]

  /// A key whose bytes are folded already.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Folds the spelling of one token; linear.
  public init(folding spelling: String) {
    bytes = Folding.fold(Array(spelling.utf8))
  }

  /// The folded spelling, for people.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
