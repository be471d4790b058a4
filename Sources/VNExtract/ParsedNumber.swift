import UnicodeText

/// A number read from a text that is nothing else.
public struct ParsedNumber: Sendable, Hashable {
  /// What sort of number it is.
  public enum Kind: String, Sendable {
    /// How many.
    case cardinal
    /// Which in a row.
    case ordinal
    /// A part, or a whole and a part.
    case fraction
  }

  /// What sort of number it is.
  public var kind: Kind
  /// A plain decimal, or `k/n` of a fraction.
  public var value: String
}

extension Extractor {
  /// The number that a text is, in digits or words; nil where anything else stands in it.
  ///
  /// `language` is the tag of a profile; without it the language is guessed, and where nothing speaks for one the first that
  /// reads the text counts. Linear in the text's length; a text of more than 64 tokens is no number.
  public func parseNumber(_ text: String, language: String? = nil) -> ParsedNumber? {
    var options = ExtractionOptions()
    options.language = language
    return withReader { $0.number(Text(text), options) }
  }
}
