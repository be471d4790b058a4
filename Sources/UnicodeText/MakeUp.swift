/// What a spelling is made of: how many letters and digits, and the marks of shape that follow from them.
struct MakeUp {
  private(set) var letters = 0
  private(set) var digits = 0
  private(set) var shape: Shape = []
  /// Whether there are digits, and nothing else but marks and ignorable characters.
  private(set) var isDigitsOnly = false
  /// Whether there is nothing but letters and ignorable characters.
  private(set) var isLettersOnly = false

  init(_ text: Decoded) {
    var upper = 0
    var lower = 0
    var attached = 0
    var ignorable = 0
    var firstIsUpper = false
    text.withCharacters { characters in
      for character in characters {
        let scalar = character.scalar
        let characterClass = character.characterClass
        switch characterClass {
        // A tatweel is no letter: it only makes one longer.
        case .caseless where scalar.value == 0x640: attached += 1
        case .upper, .lower, .caseless:
          if letters == 0 { firstIsUpper = characterClass == .upper }
          letters += 1
          upper += characterClass == .upper ? 1 : 0
          lower += characterClass == .lower ? 1 : 0
          shape.insert(
            Characters.isLatin(scalar) ? .latin : Characters.isArabic(scalar) ? .arabic : .otherScript)
        case .digit: digits += 1
        case .mark: attached += 1
        case .ignorable, .zeroWidthSpace: ignorable += 1
        default: if Characters.isStop(scalar) && characters.count > 1 { shape.insert(.hasDot) }
        }
      }
    }
    isDigitsOnly = digits > 0 && digits + attached + ignorable == text.count
    isLettersOnly = letters + ignorable == text.count
    if digits > 0 { shape.insert(.hasDigit) }
    if letters == 0 { return }
    if firstIsUpper { shape.insert(.capitalized) }
    if upper == letters { shape.insert(upper == 1 ? .initial : .allCaps) }
    if lower == letters { shape.insert(.lower) }
    if upper > 0 && lower > 0 && !(upper == 1 && firstIsUpper) { shape.insert(.mixed) }
  }
}
