extension Value {
  /// A numeric fact.
  public struct Number: Hashable, Sendable {
    /// What sort of number it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// How many.
      case cardinal
      /// Which in a row.
      case ordinal
      /// Parts of a hundred.
      case percent
      /// A part of a whole; `per` is the whole.
      case fraction
      /// So many for so many; `per` is the second.
      case rate
      /// A sum of money; `unit` is its ISO 4217 code.
      case money
      /// A quantity with a unit; `code` is its UCUM code.
      case measure
      /// How old.
      case age
    }

    /// A quantity, which is exact, or between two.
    public enum Amount: Hashable, Sendable {
      /// One number.
      case exactly(ExactDecimal)
      /// From the first to the second.
      case between(ExactDecimal, ExactDecimal)
    }

    /// `INCREASE` or `DECREASE`.
    public enum Change: String, CaseIterable, Sendable {
      /// It grew.
      case increase = "INCREASE"
      /// It shrank.
      case decrease = "DECREASE"
    }

    /// What sort of number it is.
    public var kind: Kind
    /// The amount; nil where it has more than 18 digits, which only `Mention.value` holds.
    public var amount: Amount?
    /// The whole of a fraction, the second amount of a rate.
    public var per: Amount?
    /// What is said beside it.
    public var modifier: Modifier?
    /// What is counted, the unit as written, or the ISO 4217 code of money.
    public var unit: String?
    /// The UCUM code of a measure.
    public var code: String?
    /// What the number is said of.
    public var subject: String?
    /// Whether something grew or shrank by it, to it or from it.
    public var change: Change?
  }
}

extension Value.Number.Amount {
  /// Reads `28.5`, `-3` or `90..100`; nil for anything else or more than 18 digits.
  init?(_ text: Substring) {
    guard let dots = text.firstRange(ofTwoDots: ()) else {
      guard let number = ExactDecimal(signed: text) else { return nil }
      self = .exactly(number)
      return
    }
    guard let first = ExactDecimal(signed: text[..<dots.lowerBound]),
      let second = ExactDecimal(signed: text[dots.upperBound...])
    else { return nil }
    self = .between(first, second)
  }
}

extension Substring {
  /// Where two dots stand beside each other.
  fileprivate func firstRange(ofTwoDots: Void) -> Range<Index>? {
    guard let pair = zip(indices, indices.dropFirst()).first(where: { self[$0] == "." && self[$1] == "." }) else {
      return nil
    }
    return pair.0..<index(after: pair.1)
  }
}

extension ExactDecimal {
  /// Reads a decimal that may have a minus.
  fileprivate init?(signed text: Substring) {
    guard let number = ExactDecimal(text.hasPrefix("-") ? text.dropFirst() : text) else { return nil }
    self = text.hasPrefix("-") ? number.negated : number
  }
}
