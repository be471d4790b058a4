/// The number of a folded word that some lexicon entry or rule speaks of.
public struct WordID: Hashable, Comparable, Sendable {
  /// The number: the place of the word among all of them in byte order.
  public let rawValue: Int32

  init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// Whether one stands before the other.
  public static func < (left: WordID, right: WordID) -> Bool { left.rawValue < right.rawValue }
}
