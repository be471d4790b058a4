/// A ratio of two sums over documents, as every score is: what resampling adds up anew.
public struct Ratio: Sendable, Hashable {
  /// What counts in favour.
  public var numerator: Double
  /// What it is measured by.
  public var denominator: Double

  /// Makes a ratio.
  public init(_ numerator: Double, _ denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The quotient; nil with nothing below the line.
  public var value: Double? { denominator == 0 ? nil : numerator / denominator }

  static func + (a: Ratio, b: Ratio) -> Ratio { Ratio(a.numerator + b.numerator, a.denominator + b.denominator) }
  static func += (a: inout Ratio, b: Ratio) { a = a + b }
  static func - (a: Ratio, b: Ratio) -> Ratio { Ratio(a.numerator - b.numerator, a.denominator - b.denominator) }

  static func sum(_ ratios: some Sequence<Ratio>) -> Ratio { ratios.reduce(Ratio(0, 0), +) }
}
