internal import CICU

/// What a character is, as far as tokens and folding care; a coarse cut of the general category.
enum CharacterClass: UInt8 {
  /// Controls, private, unassigned.
  case other
  /// Upper-case and title-case letter.
  case upper
  /// Lower-case letter.
  case lower
  /// Letter without case.
  case caseless
  /// Decimal digit of any script.
  case digit
  /// Combining mark.
  case mark
  /// Format character, invisible at a token's edge: bidi marks, soft hyphen, joiners, U+FEFF.
  case ignorable
  /// White space that does not end a line.
  case blank
  /// LF, VT, FF, CR, NEL, U+2028, U+2029.
  case lineBreak
  /// The zero-width space: a blank between words, ignorable inside one.
  case zeroWidthSpace
  /// Punctuation that neither opens nor closes.
  case punctuation
  /// Opening bracket or quote.
  case open
  /// Closing bracket or quote.
  case close
  /// Mathematical, currency and other signs, numbers that are not decimal digits.
  case symbol
  /// Letter-like number, such as Ⅳ.
  case letterNumber

  /// Whether it is a letter.
  var isLetter: Bool { self == .upper || self == .lower || self == .caseless }

  /// The class of any character: from the table where it has one, else by its category.
  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    if let entry = CharacterTable.shared[scalar] {
      self = entry.characterClass
    } else {
      self.init(computing: scalar)
    }
  }

  /// The class by the properties of Unicode 15; characters of later versions count as unassigned.
  @inline(never)
  init(computing scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
    case 0x200B: self = .zeroWidthSpace
    // Prepended Arabic number signs are visible although their category is Cf; tags belong to emoji.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: self = .symbol
    case 0xE0020...0xE007F: self = .mark
    default: self = cicu_is_blank(scalar.value) != 0 ? .blank : Self.ofCategory[Int(cicu_category(scalar.value))]
    }
  }

  /// By ICU's number of a general category.
  private static let ofCategory: [CharacterClass] = [
    .other, .upper, .lower, .upper, .caseless, .caseless, .mark, .mark, .mark, .digit, .letterNumber, .symbol, .blank,
    .lineBreak, .lineBreak, .other, .ignorable, .other, .other, .punctuation, .open, .close, .punctuation,
    .punctuation, .symbol, .symbol, .symbol, .symbol, .open, .close,
  ]
}
