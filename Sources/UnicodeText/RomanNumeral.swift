/// Roman numerals in their one regular spelling, 1 to 3999.
public enum RomanNumeral {
  /// The value of an upper-case numeral, or nil where the letters are none or are out of order.
  public static func value(of letters: [Unicode.Scalar]) -> Int? {
    guard !letters.isEmpty, letters.count <= 15 else { return nil }
    var value = 0
    var rest = letters[...]
    for (sign, worth) in signs {
      let scalars = Array(sign.unicodeScalars)
      var count = 0
      // Too many of one sign is found out by spelling the value again.
      while rest.starts(with: scalars), count < 3 {
        rest = rest.dropFirst(scalars.count)
        value += worth
        count += 1
      }
    }
    return rest.isEmpty && Self.spelling(of: value) == letters ? value : nil
  }

  private static let signs: [(String, Int)] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
    ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ]

  private static func spelling(of value: Int) -> [Unicode.Scalar] {
    var rest = value
    var letters: [Unicode.Scalar] = []
    for (sign, worth) in signs {
      while rest >= worth {
        letters += sign.unicodeScalars
        rest -= worth
      }
    }
    return letters
  }
}
