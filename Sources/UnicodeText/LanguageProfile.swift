/// What a language's `profile.tsv` says: how it is written and told from others.
public struct LanguageProfile: Sendable {
  /// The direction of a script.
  public enum Direction: String, CaseIterable, Sendable {
    /// From left to right.
    case leftToRight = "ltr"
    /// From right to left.
    case rightToLeft = "rtl"
  }

  /// The order of day, month and year where all are digits.
  public enum DateOrder: String, CaseIterable, Sendable {
    /// Day, month, year.
    case dmy
    /// Month, day, year.
    case mdy
    /// Year, month, day.
    case ymd
  }

  /// The order of the parts of a person's name.
  public enum NameOrder: String, CaseIterable, Sendable {
    /// The family's name first.
    case familyFirst = "family-first"
    /// The given name first.
    case givenFirst = "given-first"
  }

  /// Language tag (BCP 47), as in `vi`.
  public let language: String
  /// The language's name, for people.
  public let name: String
  /// Script code (ISO 15924), as in `Latn`.
  public let script: String
  /// Direction of the script.
  public let direction: Direction
  /// Letters that mark the language among those of its script.
  public let letters: [Unicode.Scalar]
  /// The most frequent words, for guessing the language.
  public let words: [String]
  /// Decimal mark, as in `,`.
  public let decimal: String
  /// Marks that group the digits of a number, a blank among them where it may.
  public let grouping: [String]
  /// Order of day, month, year.
  public let dateOrder: DateOrder
  /// Order of a person's names.
  public let nameOrder: NameOrder
  /// Letters that are written onto the next word but are words of their own.
  public let proclitics: [String]

  /// Whether people also write it without its diacritics.
  public var hasOptionalDiacritics: Bool { values["diacritics"] == "optional" }

  private let values: [String: String]

  /// The raw value of a key, also of one this type has no property for; nil where the file does not have it.
  public subscript(key: String) -> String? { values[key] }

  /// Reads a profile: UTF-8, `#` comments, a header `key<TAB>value`, then one key a line.
  ///
  /// Throws `ProfileError` with file, line and column at the first thing that is wrong: a missing or unknown value, a key given
  /// twice, a line without tab. `file` serves the messages only.
  public init(parsing tsv: [UInt8], file: String) throws {
    let reader = try ProfileReader(tsv, file: file)
    language = try reader.required("language")
    name = reader.text("name") ?? language
    script = try reader.required("script")
    direction = try reader.choice("direction", Direction.self) ?? .leftToRight
    letters = Array((reader.text("letters") ?? "").unicodeScalars.filter { $0 != " " })
    words = reader.list("words")
    decimal = reader.text("decimal") ?? "."
    grouping = reader.list("grouping")
    dateOrder = try reader.choice("date-order", DateOrder.self) ?? .dmy
    nameOrder = try reader.choice("name-order", NameOrder.self) ?? .givenFirst
    proclitics = reader.list("proclitics")
    values = reader.values
  }
}
