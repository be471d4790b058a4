internal import CICU

/// Questions about single characters.
enum Characters {
  /// Blank: white space of the standard, line breaks among it, and the zero-width space.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch CharacterClass(scalar) {
    case .blank, .lineBreak, .zeroWidthSpace: true
    default: false
    }
  }

  /// Invisible and without meaning at a token's edge, the zero-width space among it.
  static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    switch CharacterClass(scalar) {
    case .ignorable, .zeroWidthSpace: true
    default: false
    }
  }

  /// A decimal digit of any script.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { CharacterClass(scalar) == .digit }

  /// The value of a decimal digit of any script.
  static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value >= 0x30 && scalar.value <= 0x39 { return Int(scalar.value) - 0x30 }
    if scalar.value < 0x660 { return nil }
    let value = cicu_digit(scalar.value)
    return value < 0 ? nil : Int(value)
  }

  /// A letter of any script, letter-like numbers (Ⅳ) left out.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { CharacterClass(scalar).isLetter }

  /// A combining mark.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { CharacterClass(scalar) == .mark }

  /// A full stop, also in full width or small.
  static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar.value == 0xFF0E || scalar.value == 0xFE52
  }

  /// A letter of the Latin script (blocks, not the Script property: what matters is Latin text in use).
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA: false
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF,
      0xFB00...0xFB06, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      true
    default: false
    }
  }

  /// A character of the Arabic blocks.
  static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x600: false
    case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
