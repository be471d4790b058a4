/// The persons and offices of many documents.
public struct LinkResult: Sendable, Hashable {
  /// The persons, those of most documents first.
  public var persons: [PersonGroup]
  /// The offices in the order of the documents.
  public var offices: [OfficeGroup]
}
