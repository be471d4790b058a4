/// Roman numerals in their one regular spelling, 1 to 3999.
public enum RomanNumeral {
  /// The value of a numeral in upper or lower case ASCII, or nil where the letters are none or are out of order.
  public static func value(of letters: [UInt8]) -> Int? {
    guard !letters.isEmpty, letters.count <= 15 else { return nil }
    var value = 0
    var last = 0
    for letter in letters.reversed() {
      guard let worth = worth(letter) else { return nil }
      value += worth < last ? -worth : worth
      last = max(last, worth)
    }
    return value > 0 && value < 4000 && isSpelling(letters, of: value) ? value : nil
  }

  private static func worth(_ letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case 0x69: 1
    case 0x76: 5
    case 0x78: 10
    case 0x6C: 50
    case 0x63: 100
    case 0x64: 500
    case 0x6D: 1000
    default: nil
    }
  }

  /// Whether letters are what the value is regularly written with.
  private static func isSpelling(_ letters: [UInt8], of value: Int) -> Bool {
    let digits: [[UInt8]] = [[], [1], [1, 1], [1, 1, 1], [1, 5], [5], [5, 1], [5, 1, 1], [5, 1, 1, 1], [1, 10]]
    var spelling: [Int] = []
    for (power, unit) in [(1000, 1000), (100, 100), (10, 10), (1, 1)] {
      spelling += digits[value / power % 10].map { Int($0) * unit }
    }
    return spelling.elementsEqual(letters.map { worth($0) ?? 0 })
  }
}
