/// The characters of a stretch of valid UTF-8, each with its class and byte offset.
struct Decoded {
  /// A character; `offset` is that of its first byte.
  struct Character {
    let scalar: Unicode.Scalar
    let characterClass: CharacterClass
    let offset: Int32
  }

  private(set) var bytes: [UInt8]
  private var characters: [Character] = []
  /// Whether nothing inside can be a seam: letters that are not Arabic nor of a script that a dictionary segments.
  private(set) var isPlainWord = true
  /// Whether nothing inside can be a seam: Arabic letters, two or more, of which the first is no proclitic.
  private(set) var isPlainArabicWord = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    characters.reserveCapacity(bytes.count)
    decode()
  }

  /// Reads another stretch in the memory of the last one.
  mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: source)
    characters.removeAll(keepingCapacity: true)
    decode()
  }

  private mutating func decode() {
    let count = bytes.count
    isPlainWord = true
    isPlainArabicWord = count > 2
    var index = 0
    while index < count {
      let scalar = Self.scalar(bytes, index)
      let characterClass = CharacterClass(scalar)
      characters.append(
        Character(scalar: scalar, characterClass: characterClass, offset: Int32(truncatingIfNeeded: index)))
      let value = scalar.value
      isPlainWord = isPlainWord && characterClass.isLetter && value < 0x2000 && (value < 0x600 || value >= 0x1E00)
      isPlainArabicWord =
        isPlainArabicWord && characterClass == .caseless && (0x620..<0x700).contains(value) && value != 0x640
        && (index > 0 || !ArabicLetters.canBeProclitic(scalar))
      index += UTF8.width(scalar)
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

  /// All characters, for loops over them.
  @inline(__always)
  func withCharacters<Answer>(_ body: (UnsafeBufferPointer<Character>) -> Answer) -> Answer {
    characters.withUnsafeBufferPointer(body)
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
