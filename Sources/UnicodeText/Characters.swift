/// Character classes the tokenizer and the folding need, on Unicode scalar values.
enum Characters {
  /// Blank: white space of the standard, and the zero-width space.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B
  }

  /// A character that ends a line: LF, VT, FF, CR, NEL, U+2028, U+2029.
  static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Invisible and without meaning at a token's edge: format characters (bidi marks, soft hyphen, joiners, U+FEFF).
  static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0xAD else { return false }
    switch scalar.value {
    // Prepended Arabic number signs are visible although their category is Cf; tags belong to emoji.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, 0xE0020...0xE007F: return false
    default: return scalar.properties.generalCategory == .format
    }
  }

  /// A decimal digit of any script.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value >= 0x30 && scalar.value <= 0x39 }
    return scalar.properties.generalCategory == .decimalNumber
  }

  /// The value of a decimal digit of any script.
  static func digitValue(_ scalar: Unicode.Scalar) -> Int? {
    guard isDigit(scalar) else { return nil }
    if scalar.value < 0x80 { return Int(scalar.value) - 0x30 }
    return scalar.properties.numericValue.map { Int($0) }
  }

  /// A letter of any script, letter-like numbers (Ⅳ) left out.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  /// A combining mark.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// A letter of the Latin script (blocks, not the Script property: what matters is Latin text in use).
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
      0xA722...0xA7FF, 0xFB00...0xFB06, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      true
    default: false
    }
  }

  /// A character of the Arabic blocks.
  static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  /// The scalars of a stretch of valid UTF-8 with the byte offset of each, counted from the stretch's start.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [(scalar: Unicode.Scalar, offset: Int)] {
    var result: [(scalar: Unicode.Scalar, offset: Int)] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      result.append((scalar, offset))
      offset += UTF8.width(scalar)
    }
    return result
  }
}
