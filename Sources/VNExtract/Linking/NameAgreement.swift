/// How two writings of a name agree, the weakest first.
public enum NameAgreement: String, Sendable, Comparable, CaseIterable {
  /// A reading of what is written in another script is the other name.
  case reading
  /// The same letters, where the diacritics are left out in one of them.
  case letters
  /// The same syllables with the same diacritics, or the same words.
  case spelling

  /// Weaker agreement is less.
  public static func < (left: NameAgreement, right: NameAgreement) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .reading: 0
    case .letters: 1
    case .spelling: 2
    }
  }
}
