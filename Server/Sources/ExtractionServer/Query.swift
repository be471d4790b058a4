import Hummingbird
import HummingbirdCore
import UnicodeText
import VNExtract

/// What the query of a request asks for; the names are those of the command's options.
struct Query {
  /// What to look for.
  var options = ExtractionOptions()
  /// The id of the document.
  var id: String?
  /// Whether the text stands in the answer.
  var withText = false
  /// What is to be explained.
  var focus = Explainer.Focus()

  /// Names that mean the same.
  private static let names = ["lang": "language"]

  /// Reads a query; `explained` allows what asks for an explanation, too.
  ///
  /// - Throws: a `Problem` of status 400 that says which parameter is wrong.
  init(_ uri: URI, languages: [String], explained: Bool = false) throws(Problem) {
    var seen: Set<String> = []
    for (name, value) in uri.queryParameters {
      let name = Self.names[String(name)] ?? String(name)
      if !seen.insert(name).inserted { throw Self.wrong("'\(name)' stands twice") }
      try read(name, String(value), languages, explained)
    }
    // All rules on all of a text take minutes.
    if focus.rule != nil, focus.offset == nil { throw Self.wrong("'rule' needs 'at'") }
  }

  private mutating func read(
    _ name: String, _ value: String, _ languages: [String], _ explained: Bool
  ) throws(Problem) {
    switch name {
    case "id" where !explained: id = value
    case "language":
      if value == "auto" { return }
      guard languages.contains(value) else { throw Self.wrong(name, ["auto"] + languages, value) }
      options.language = value
    case "date":
      guard let date = CivilDateTime(value) else {
        throw Self.wrong("'date' is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm")
      }
      options.date = date
    case "offsets":
      guard let unit = OffsetUnit(rawValue: value) else {
        throw Self.wrong(name, OffsetUnit.allCases.map(\.rawValue), value)
      }
      options.offsets = unit
    case "evidence":
      let known = ["certain", "likely", "possible"]
      guard known.contains(value) else { throw Self.wrong(name, known, value) }
      options.evidence = value
    case "types" where !explained: options.types = try Self.types(value)
    case "vague" where !explained: options.vague = try Self.flag(name, value)
    case "with-text" where !explained: withText = try Self.flag(name, value)
    case "with-entries" where !explained: options.withEntries = try Self.flag(name, value)
    case "rule" where explained: focus.rule = value
    case "at" where explained:
      guard let offset = Int(value), offset >= 0 else { throw Self.wrong("'at' is no offset: '\(value)'") }
      focus.offset = offset
    default: throw Self.wrong("there is no parameter '\(name)'")
    }
  }

  private static func types(_ value: String) throws(Problem) -> Set<MentionType> {
    var types: Set<MentionType> = []
    for name in value.split(separator: ",") {
      guard let type = MentionType(rawValue: name.uppercased()) else {
        throw wrong("types", MentionType.allCases.map(\.rawValue), String(name))
      }
      types.insert(type)
    }
    return types
  }

  private static func flag(_ name: String, _ value: String) throws(Problem) -> Bool {
    switch value {
    case "", "true", "1": true
    case "false", "0": false
    default: throw wrong(name, ["true", "false"], value)
    }
  }

  private static func wrong(_ name: String, _ known: [String], _ value: String) -> Problem {
    wrong("'\(name)' can be \(known.joined(separator: ", ")), not '\(value)'")
  }

  private static func wrong(_ message: String) -> Problem { Problem(.badRequest, "In the query \(message).") }
}
