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
  /// Whether they are one word, whatever stands around them.
  private(set) var isSeamlessWord = false

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
    let table = CharacterTable.shared
    var word = SeamlessWord(byteCount: count)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < count {
        let scalar = Self.scalar(bytes, index)
        let characterClass = table[scalar]?.characterClass ?? CharacterClass(computing: scalar)
        characters.append(
          Character(scalar: scalar, characterClass: characterClass, offset: Int32(truncatingIfNeeded: index)))
        word.add(scalar, characterClass, isFirst: index == 0)
        index += UTF8.width(scalar)
      }
    }
    isSeamlessWord = word.isOne
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
    bytes.withUnsafeBufferPointer { scalar($0, index) }
  }

  /// The character that begins at `index` of valid UTF-8; U+FFFD where the bytes end inside it.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return Unicode.Scalar(UInt8(truncatingIfNeeded: lead)) }
    @inline(__always)
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[index &+ offset] & 0x3F) }
    let rest = bytes.count &- index
    var value: UInt32 = 0xFFFD
    if lead < 0xE0 {
      if rest >= 2 { value = (lead & 0x1F) << 6 | next(1) }
    } else if lead < 0xF0 {
      if rest >= 3 { value = (lead & 0x0F) << 12 | next(1) << 6 | next(2) }
    } else if rest >= 4 {
      value = (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
