/// How a token is written: letter case, script and make-up, as a set of marks.
public struct Shape: OptionSet, Hashable, Sendable {
  /// One bit for each mark.
  public let rawValue: UInt32

  /// A shape from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The first letter is upper case.
  public static let capitalized = Shape(rawValue: 1 << 0)
  /// Two letters or more, all upper case.
  public static let allCaps = Shape(rawValue: 1 << 1)
  /// One letter or more, all lower case.
  public static let lower = Shape(rawValue: 1 << 2)
  /// Upper and lower case otherwise than one upper-case letter at the start.
  public static let mixed = Shape(rawValue: 1 << 3)
  /// A single letter, upper case.
  public static let initial = Shape(rawValue: 1 << 4)
  /// A decimal digit of any script is inside.
  public static let hasDigit = Shape(rawValue: 1 << 5)
  /// A full stop is inside: `TP.HCM`, `T.V.D`.
  public static let hasDot = Shape(rawValue: 1 << 6)
  /// A Latin letter is inside.
  public static let latin = Shape(rawValue: 1 << 7)
  /// An Arabic letter is inside.
  public static let arabic = Shape(rawValue: 1 << 8)
  /// A letter that is neither Latin nor Arabic is inside.
  public static let otherScript = Shape(rawValue: 1 << 9)
  /// A possible Vietnamese syllable, written with or without diacritics.
  public static let vietnameseSyllable = Shape(rawValue: 1 << 10)
  /// A diacritic of Vietnamese is inside.
  public static let vietnameseMarked = Shape(rawValue: 1 << 11)
  /// An Arabic word with the article, written (ال) or dropped after a cut lam (`للحزب`).
  public static let definite = Shape(rawValue: 1 << 12)
  /// A clitic cut from the front of a word; it is a token of its own.
  public static let proclitic = Shape(rawValue: 1 << 13)
  /// What remained of a word behind a cut proclitic.
  public static let afterProclitic = Shape(rawValue: 1 << 14)
  /// A Roman numeral in its one regular spelling, upper case.
  public static let roman = Shape(rawValue: 1 << 15)
}
