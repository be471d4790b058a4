import UnicodeText

/// The direction in which a line is written.
enum TextDirection {
  /// The direction of most of its letters; nil where it has none, or as many of both.
  static func majority(_ text: String) -> LanguageProfile.Direction? {
    var balance = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      // Hebrew, Arabic, Syriac, Thaana, NKo and their extensions and presentation forms.
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: balance += 1
      default: balance -= 1
      }
    }
    return balance == 0 ? nil : balance > 0 ? .rightToLeft : .leftToRight
  }
}
