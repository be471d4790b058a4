/// The characters of a stretch of valid UTF-8, each with its class and byte offset.
struct Decoded {
  /// A character; `offset` is that of its first byte.
  struct Character {
    let scalar: Unicode.Scalar
    let characterClass: CharacterClass
    let offset: Int32
  }

  let bytes: [UInt8]
  private let characters: [Character]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    characters = [Character](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      var index = 0
      while index < bytes.count {
        let scalar = Self.scalar(bytes, index)
        let offset = Int32(truncatingIfNeeded: index)
        let character = Character(scalar: scalar, characterClass: CharacterClass(scalar), offset: offset)
        buffer.initializeElement(at: count, to: character)
        count += 1
        index += UTF8.width(scalar)
      }
    }
  }

  /// Number of characters.
  var count: Int { characters.count }

  /// The characters' numbers.
  var indices: Range<Int> { 0..<characters.count }

  subscript(index: Int) -> Character { characters[index] }

  /// The byte offset of a character, or the number of bytes behind the last.
  func offset(_ index: Int) -> Int { index < characters.count ? Int(characters[index].offset) : bytes.count }

  /// The bytes of a range of characters.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    range.count == count ? bytes : Array(bytes[offset(range.lowerBound)..<offset(range.upperBound)])
  }

  /// The bytes of a range of characters, as offsets.
  func span(_ range: Range<Int>) -> Span { Span(offset(range.lowerBound), offset(range.upperBound)) }

  /// Whether nothing inside can be a seam: letters that are not Arabic nor of a script that a dictionary segments.
  var isPlainWord: Bool {
    characters.allSatisfy { character in
      character.scalar.value < 0x2000 && (character.scalar.value < 0x600 || character.scalar.value >= 0x1E00)
        && character.characterClass.isLetter
    }
  }

  /// The character that begins at `index` of valid UTF-8.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], _ index: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return Unicode.Scalar(UInt8(lead)) }
    var value: UInt32
    var length: Int
    if lead < 0xE0 {
      (value, length) = (lead & 0x1F, 2)
    } else if lead < 0xF0 {
      (value, length) = (lead & 0x0F, 3)
    } else {
      (value, length) = (lead & 0x07, 4)
    }
    length = min(length, bytes.count - index)
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
