public import UnicodeText

/// The number of a folded word that some lexicon entry or rule speaks of.
public struct WordID: Hashable, Sendable {
  /// The number, from 0.
  public let rawValue: Int32

  init(_ rawValue: Int32) { self.rawValue = rawValue }
}

/// The folded words that the lexicons and rules of all languages speak of, numbered in order of arrival.
public struct Vocabulary: Sendable {
  private var ids: [FoldedKey: WordID] = [:]

  /// Creates an empty vocabulary.
  public init() {}

  /// The number of words.
  public var count: Int { ids.count }

  /// The word's number, nil where nothing speaks of it.
  public subscript(key: FoldedKey) -> WordID? { ids[key] }

  /// The word's number, given now where it had none.
  public mutating func intern(_ key: FoldedKey) -> WordID {
    if let id = ids[key] { return id }
    let id = WordID(Int32(ids.count))
    ids[key] = id
    return id
  }
}
