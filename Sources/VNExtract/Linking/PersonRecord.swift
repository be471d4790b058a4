/// One person as one document shows them.
public struct PersonRecord: Sendable, Hashable {
  /// An office the document says the person holds.
  public struct Held: Sendable, Hashable {
    /// The title as written.
    public let title: String
    /// The institution as written by itself.
    public let institution: String?
    /// `former`, `acting` or `elect`.
    public let status: String?
    /// The same in terms of no language.
    public let office: Office

    /// Title and institution, for people.
    public var text: String { [title, institution].compactMap { $0 }.joined(separator: ", ") }
  }

  /// The document's id.
  public let document: String
  /// The tag of its language.
  public let language: String
  /// The id of the person's entity in it.
  public let entity: String
  /// The longest writing of the name.
  public let name: String
  /// All writings of the name.
  public let names: [String]
  /// The key of the name; nil where it is no Vietnamese one.
  public let key: NameKey?
  /// `m` or `f` where a form of address tells.
  public let gender: String?
  /// The offices, those named without an institution among them.
  public let held: [Held]

  /// The folded words of the name.
  let words: [String]

  /// What else than the place in its document tells it from other records.
  var profile: Profile { Profile(words: words, key: key, gender: gender, offices: Set(held.map(\.office))) }

  /// All that the comparison of two records asks.
  struct Profile: Hashable {
    let words: [String]
    let key: NameKey?
    let gender: String?
    let offices: Set<Office>
  }
}
