/// A `holds` relation: a person, the title held, and the organization or place where it is held.
///
/// The arguments are indices into the document's `mentions`.
public struct AnnotatedRelation: Sendable, Hashable {
  /// Index of the TITLE.
  public var title: Int
  /// Index of the PERSON; nil for a title that stands alone for its holder.
  public var person: Int?
  /// Index of the ORG or LOC; nil where the phrase names none.
  public var organization: Int?
  /// `former`, `acting` or `elect`; nil for a title held now.
  public var status: String?
  /// The rule that made the relation; nil in gold.
  public var rule: String?

  /// Makes a relation; the indices are not checked.
  public init(title: Int, person: Int?, organization: Int?, status: String? = nil, rule: String? = nil) {
    self.title = title
    self.person = person
    self.organization = organization
    self.status = status
    self.rule = rule
  }
}
