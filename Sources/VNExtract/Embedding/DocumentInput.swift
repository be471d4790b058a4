public import UnicodeText

/// A document to be read, one of a stream.
public struct DocumentInput: Sendable {
  /// The id that the answer shall have.
  public var id: String
  /// The text.
  public var text: Text
  /// The language; nil leaves it to the options.
  public var language: String?
  /// The reference date; nil leaves it to the options.
  public var date: CivilDateTime?

  /// Creates a document of a text.
  public init(id: String, text: Text, language: String? = nil, date: CivilDateTime? = nil) {
    self.id = id
    self.text = text
    self.language = language
    self.date = date
  }

  /// Creates a document of a string.
  public init(id: String, text: String, language: String? = nil, date: CivilDateTime? = nil) {
    self.init(id: id, text: Text(text), language: language, date: date)
  }
}
