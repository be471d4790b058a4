/// The folded spelling of a token: the same for all spellings of one word.
///
/// `Folding` says what is folded. Equal keys are equal bytes of UTF-8; folding a key gives the key again.
public struct FoldedKey: Hashable, Sendable, CustomStringConvertible {
  /// The folded spelling as UTF-8; a Vietnamese tone mark stands behind the letters of its syllable.
  public let bytes: [UInt8]

  /// A key whose bytes are folded already.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// Folds the spelling of one token; linear.
  public init(folding spelling: String) {
    bytes = Folding.fold(Array(spelling.utf8))
  }

  /// The spelling without the tones and marked letters of Vietnamese; nil where it has none.
  package var withoutDiacritics: FoldedKey? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    var out: [UInt8] = []
    var isChanged = false
    var index = 0
    while index < bytes.count {
      let scalar = Decoded.scalar(bytes, index)
      let width = UTF8.width(scalar)
      let letter: UInt8? =
        switch scalar {
        case "ă", "â": UInt8(ascii: "a")
        case "đ": UInt8(ascii: "d")
        case "ê": UInt8(ascii: "e")
        case "ô", "ơ": UInt8(ascii: "o")
        case "ư": UInt8(ascii: "u")
        default: nil
        }
      if let letter {
        out.append(letter)
        isChanged = true
      } else if Folding.tone(scalar.value) != nil {
        isChanged = true
      } else {
        out += bytes[index..<(index + width)]
      }
      index += width
    }
    return isChanged ? FoldedKey(bytes: out) : nil
  }

  /// A hash that is the same on every run and machine, 64 bits well mixed.
  package var fingerprint: UInt64 { bytes.withUnsafeBufferPointer { SpellingIndex.hash($0, seed: 0) } }

  /// Feeds the bytes to a hasher as one block.
  public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// The folded spelling, for people.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
