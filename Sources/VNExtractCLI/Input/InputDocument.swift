import UnicodeText

/// One document as it was cut out of an input, still to be decoded.
struct InputDocument: Sendable {
  /// What the bytes are.
  enum Content: Sendable {
    /// The text in the encoding of the input.
    case text([UInt8])
    /// A line with a JSON object.
    case json([UInt8])
    /// Nothing that can be read, and why.
    case failure(String)
  }

  /// Its number among all documents of all inputs, from 1.
  var number: Int
  /// The input, and the line or record in it.
  var place: String
  /// The id it has where it brings none.
  var id: String
  /// Its line or record, where an input holds several documents.
  var line: Int?
  var content: Content
  /// The encoding that the input was decoded from before it was cut, where there was one.
  var recoded: TextEncoding?
}
