/// The place, or the proper name, in an institution's name.
public struct OfficePlace: Sendable, Hashable {
  /// How two of them stand to one another.
  public enum Relation: Sendable {
    /// They are one.
    case same
    /// They are two.
    case different
    /// They are in scripts that cannot be compared.
    case unknown
  }

  /// The name as written, or the code of the place.
  public let name: String
  /// ISO 3166 code of the place; nil where the lexicons have none.
  public let code: String?
  /// Whether the code is of the place itself, not of a province it lies in.
  public let isWhole: Bool
  /// What it may be without diacritics and blanks; empty where its script cannot be read.
  public let spellings: Set<String>

  /// Compares names by code, where both are whole, else by spelling.
  public func relation(to other: OfficePlace) -> Relation {
    if let code, let second = other.code {
      if code != second { return .different }
      if isWhole && other.isWhole { return .same }
    }
    if name == other.name { return .same }
    guard !spellings.isEmpty, !other.spellings.isEmpty else { return .unknown }
    return spellings.isDisjoint(with: other.spellings) ? .different : .same
  }
}
