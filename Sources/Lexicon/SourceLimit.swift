/// What a lexicon or rule file holds at most, so that a broken or hostile one is told of instead of filling memory.
public enum SourceLimit {
  /// The bytes of a file.
  public static let file = 100_000_000
  /// The bytes of a line.
  public static let line = 100_000
  /// The errors that are told of one file; reading ends behind the last.
  public static let errors = 1_000
  /// The items of a rule or macro, once macros are put in and repetitions are written out.
  public static let items = 200_000
  /// The items of all rules of a file.
  public static let fileItems = 5_000_000
  /// How deep groups lie in one another.
  public static let depth = 50

  /// The message about a line that is too long.
  package static func tooLong(_ bytes: Int) -> String { "the line has \(bytes) bytes; at most \(line) are read" }

  /// The message about errors that are not told.
  package static let tooManyErrors = "there are more errors; only the first \(errors) of a file are told"
}
