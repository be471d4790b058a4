/// One line of JSON Lines input: an object with `text` and, if it has them, `id`, `lang` (or `language`) and `date`.
public struct InputRecord: Sendable {
  /// The most bytes that a line should have: the longest document with every letter as an escape, and room for other fields.
  public static let lineLimit = 64_000_000

  /// What is wrong with a line.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong.
    public var message: String
    /// Where, as an offset in bytes from the beginning of the line.
    public var offset: Int
    /// The id, if it could still be read.
    public var id: String?

    /// Creates a failure.
    public init(message: String, offset: Int, id: String? = nil) {
      self.message = message
      self.offset = offset
      self.id = id
    }
  }

  /// The id; nil where the line brings none.
  public var id: String?
  /// The text's bytes, with JSON escapes undone; what is not UTF-8 is kept as it is.
  public var text: [UInt8] = []
  /// The language tag.
  public var language: String?
  /// The reference date.
  public var date: CivilDateTime?

  /// Reads a line; other fields are checked and passed over.
  ///
  /// - Throws: `Failure` where the line is not one JSON object with a string `text`; linear in its length.
  public init(json line: UnsafeBufferPointer<UInt8>) throws(Failure) {
    var scanner = JSONScanner(line)
    var hasText = false
    do {
      try scanner.object { name, scanner throws(JSONScanner.Failure) in
        switch name {
        case "id": id = try scanner.scalar()
        case "text":
          text = try scanner.string()
          hasText = true
        case "lang", "language":
          if let tag = try scanner.scalar() { language = tag }
        case "date":
          let start = scanner.offset
          guard let written = try scanner.scalar() else { return }
          guard let found = CivilDateTime(written) else {
            throw JSONScanner.Failure(message: "'date' is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm", offset: start)
          }
          date = found
        default: try scanner.skip()
        }
      }
    } catch {
      throw Failure(message: error.message, offset: error.offset, id: id)
    }
    if !hasText { throw Failure(message: "the object has no field 'text'", offset: 0, id: id) }
  }
}
