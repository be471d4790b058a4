/// One office in all its writings.
public struct OfficeGroup: Sendable, Hashable {
  /// One writing of the office.
  public struct Writing: Sendable, Hashable {
    /// The tag of the language.
    public let language: String
    /// The title as written.
    public let title: String
    /// The institution as written by itself.
    public let institution: String
    /// The ids of the documents it stands in.
    public internal(set) var documents: [String]
  }

  /// The id, `o1` for the first.
  public internal(set) var id: String
  /// What it is in terms of no language.
  public let office: Office
  /// Its writings in the order of the documents.
  public internal(set) var writings: [Writing]
  /// The ids of the groups of persons who hold or held it.
  public internal(set) var holders: [String] = []
}
