/// A hash of a word's letters that does not see case nor Arabic vowel marks (FNV-1a over scalar values).
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ scalar: Unicode.Scalar) {
    var letter = scalar.value
    if letter < 0x80 {
      if letter >= 0x41 && letter <= 0x5A { letter |= 0x20 }
    } else if ArabicLetters.isVowelMark(scalar) {
      return
    } else if letter < 0x2000, scalar.properties.isUppercase,
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first
    {
      letter = lower.value
    }
    value = (value ^ UInt64(letter)) &* 0x100_0000_01B3
  }
}
