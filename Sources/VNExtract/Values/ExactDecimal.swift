/// A decimal number that is exact: an integer times a power of ten.
public struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
  private var digits: Int
  /// How many of the digits stand after the mark; never negative.
  private var places: Int

  /// Creates a whole number.
  public init(_ value: Int) {
    digits = value
    places = 0
  }

  /// One half.
  public static let half = ExactDecimal(digits: 5, places: 1)

  /// Reads ASCII digits with at most one `.`; nil for anything else or more than 18 digits.
  public init?(_ text: some StringProtocol) {
    var value = 0
    var after: Int?
    var count = 0
    for byte in text.utf8 {
      if byte == 0x2E, after == nil {
        after = 0
      } else if (0x30...0x39).contains(byte), count < 18 {
        value = value * 10 + Int(byte - 0x30)
        if value > 0 { count += 1 }
        if let places = after { after = places + 1 }
      } else {
        return nil
      }
    }
    guard !text.isEmpty else { return nil }
    digits = value
    places = after ?? 0
    reduce()
  }

  /// The number as an integer, nil where it has a fraction.
  public var integer: Int? { places == 0 ? digits : nil }

  /// The plain decimal, without exponent and without trailing zeros.
  public var description: String {
    if places == 0 { return String(digits) }
    let text = String(abs(digits))
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    let cut = padded.index(padded.endIndex, offsetBy: -places)
    return (digits < 0 ? "-" : "") + padded[..<cut] + "." + padded[cut...]
  }

  /// The negative of the number.
  public var negated: ExactDecimal {
    var out = self
    out.digits = -digits
    return out
  }

  /// The sum; nil where it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let places = max(places, other.places)
    guard let left = scaled(to: places), let right = other.scaled(to: places) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(digits: sum, places: places)
  }

  /// The product; nil where it does not fit.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    return overflow ? nil : ExactDecimal(digits: product, places: places + other.places)
  }

  /// A tenth of the number.
  var tenth: ExactDecimal { ExactDecimal(digits: digits, places: places + 1) }

  /// Twice the number; the number itself where that does not fit.
  var doubled: ExactDecimal { adding(self) ?? self }

  /// The greatest power of ten that is not above a whole number of at least one; one for anything else.
  var lead: ExactDecimal {
    var power = 1
    guard places == 0 else { return ExactDecimal(1) }
    while digits / power >= 10 { power *= 10 }
    return ExactDecimal(power)
  }

  private init(digits: Int, places: Int) {
    self.digits = digits
    self.places = places
    reduce()
  }

  private func scaled(to wanted: Int) -> Int? {
    var value = digits
    for _ in places..<wanted {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }

  private mutating func reduce() {
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
  }
}

extension ExactDecimal: Comparable {
  /// Whether one number is smaller than another.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let places = max(left.places, right.places)
    return left.widened(to: places) < right.widened(to: places)
  }

  private func widened(to wanted: Int) -> Int128 {
    (places..<wanted).reduce(into: Int128(digits)) { value, _ in
      value = value.multipliedReportingOverflow(by: 10).partialValue
    }
  }
}
