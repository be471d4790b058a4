/// Tells, character by character, whether a stretch of text is one word whatever stands around it.
struct SeamlessWord {
  /// Whether nothing inside can be a seam: letters that are not Arabic nor of a script that a dictionary segments.
  private(set) var isPlain: Bool
  /// Whether nothing inside can be a seam but that behind a proclitic: Arabic letters, two or more.
  private(set) var isArabic: Bool
  /// Whether the first letter may be a proclitic.
  private(set) var mayBeCut = false

  /// Before the first character of a stretch of so many bytes.
  init(byteCount: Int) {
    isPlain = byteCount > 0
    isArabic = byteCount > 2
  }

  /// Whether it is one word as far as it was read.
  var isOne: Bool { isPlain || isArabic && !mayBeCut }

  /// Reads the next character.
  @inline(__always)
  mutating func add(_ scalar: Unicode.Scalar, _ characterClass: CharacterClass, isFirst: Bool) {
    let value = scalar.value
    isPlain = isPlain && characterClass.isLetter && value < 0x2000 && (value < 0x600 || value >= 0x1E00)
    isArabic =
      isArabic && characterClass == .caseless && (0x620..<0x700).contains(value) && value != 0x640
    if isFirst { mayBeCut = ArabicLetters.canBeProclitic(scalar) }
  }
}
