import Patterns
import UnicodeText

extension Extractor {
  /// What stands in the document of a line of JSON Lines; linear in the line's length.
  ///
  /// The line's language, where it is one of `languages`, and its date go before those of the options; `id` is the answer's
  /// where the line brings none.
  ///
  /// - Throws: a `Failure` where the line cannot be read or its text is longer than `documentLimit`.
  public func extract(
    json line: UnsafeBufferPointer<UInt8>, id: String, options: ExtractionOptions = ExtractionOptions()
  ) throws(InputRecord.Failure) -> Document {
    let record = try InputRecord(json: line)
    if record.text.count > Self.documentLimit {
      throw InputRecord.Failure(tooLong: record.text.count, id: record.id)
    }
    var options = options
    if let language = record.language, languages.tags.contains(language) { options.language = language }
    if let date = record.date { options.date = date }
    return extract(Text(validating: record.text), id: record.id ?? id, options: options)
  }
}

extension InputRecord.Failure {
  /// Creates the failure of a document that has so many bytes, more than `Extractor.documentLimit`.
  public init(tooLong count: Int, id: String? = nil) {
    self.init(
      message: "the document has \(count) bytes; at most \(Extractor.documentLimit) are read, so cut it into parts",
      offset: 0, id: id)
  }

  /// Writes the answer to a line that cannot be read as one JSON object; `id` is taken where the line brings none.
  public func write(to json: inout JSONWriter, id: String, line: Int) {
    json.object { json in
      json.field("id", self.id ?? id)
      json.field("line", line)
      json.field("error", message)
    }
  }
}
