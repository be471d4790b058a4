/// Number of a distinct spelling in one `TypeTable`; counts from 0 without gaps.
public struct TokenTypeID: Hashable, Sendable {
  /// The number.
  public let rawValue: Int32

  /// The spelling numbered `rawValue`.
  @inlinable
  public init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// The number as an index of an array that stands beside the table.
  @inlinable
  public var index: Int { Int(rawValue) }
}
