public import Patterns

/// The records of one person, with what joined them.
public struct PersonGroup: Sendable, Hashable {
  /// Why two members are of one person.
  public struct Join: Sendable, Hashable {
    /// The places of the two among `members`.
    public let first: Int
    /// The second of them.
    public let second: Int
    /// How sure it is.
    public let evidence: Evidence
    /// What was compared.
    public let verdict: PersonVerdict
  }

  /// Another group of the same name, and why it is another.
  public struct Division: Sendable, Hashable {
    /// Why two groups of one name are apart.
    public enum Reason: String, Sendable {
      /// The diacritics differ.
      case name
      /// Forms of address tell two genders.
      case gender
      /// The offices contradict one another.
      case office
      /// The group may be of either of two others, which are apart.
      case ambiguous
      /// There is not enough evidence.
      case evidence
    }

    /// The id of the other group.
    public internal(set) var group: String
    /// Why.
    public let reason: Reason
    /// The offices that contradict one another, that of this group first.
    public let offices: [String]
  }

  /// The id, `p1` for the first.
  public internal(set) var id: String
  /// The fullest writing of the name, one with diacritics where there is one.
  public let name: String
  /// The likeliest reading of the name without diacritics; nil where it is no Vietnamese name.
  public let key: String?
  /// The records in the order of the documents.
  public let members: [PersonRecord]
  /// What joined them: a tree, one join fewer than members.
  public let joins: [Join]
  /// The groups that share a reading of the name.
  public internal(set) var apart: [Division]

  /// The number of documents.
  public var documentCount: Int { Set(members.map(\.document)).count }
}
