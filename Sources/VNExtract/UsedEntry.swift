import Lexicon

/// A lexicon entry that an answer rests on.
public struct UsedEntry: Sendable, Hashable {
  /// The words as the lexicon writes them.
  public var surface: String
  /// The name of its sense.
  public var sense: String
  /// The path of its file.
  public var file: String
  /// Its line, from 1.
  public var line: Int

  init(_ entry: LexiconEntry) {
    surface = entry.surface
    sense = entry.sense
    file = entry.file
    line = entry.line
  }
}
