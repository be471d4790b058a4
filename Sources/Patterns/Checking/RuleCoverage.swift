import Lexicon

/// Which meanings and senses each language has, and how much of them.
public struct RuleCoverage: Sendable {
  /// One line of the table: a meaning or sense, and its number of rules or entries by language.
  public struct Row: Sendable {
    /// `title position`, or the name of a sense in angle brackets.
    public var name: String
    /// The numbers, by language.
    public var counts: [String: Int]
  }

  /// The tags of the languages, in order.
  public let tags: [String]
  /// The rules of each meaning, those of `common` counted in every language.
  public let meanings: [Row]
  /// The entries of each sense, those of `common` counted in every language.
  public let senses: [Row]

  /// Counts what compiled files hold.
  public init(_ compiler: LanguageCompiler) {
    let languages = Languages(compiler.compiled)
    tags = languages.tags
    var rules: [String: [String: Int]] = [:]
    var entries: [String: [String: Int]] = [:]
    for tag in languages.tags {
      for rule in compiler.rules(of: tag) {
        let kind = rule.action.constants["kind"].map { " " + $0 } ?? ""
        rules[rule.action.meaning + kind, default: [:]][tag, default: 0] += 1
      }
      guard let lexicon = languages[tag]?.lexicon else { continue }
      for number in 0..<lexicon.count {
        entries["<\(lexicon.entry(number).sense)>", default: [:]][tag, default: 0] += 1
      }
    }
    for meaning in Meaning.allCases where !rules.keys.contains(where: { $0.hasPrefix(meaning.rawValue) }) {
      rules[meaning.rawValue] = [:]
    }
    meanings = rules.keys.sorted().map { Row(name: $0, counts: rules[$0] ?? [:]) }
    senses = entries.keys.sorted().map { Row(name: $0, counts: entries[$0] ?? [:]) }
  }

  /// The table as text; `–` where a language has none.
  public var text: String {
    let rows = [["RULES"] + tags] + meanings.map(cells) + [["ENTRIES"] + tags] + senses.map(cells)
    let widths = (0...tags.count).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + blanks : blanks + row[column]
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func cells(_ row: Row) -> [String] { [row.name] + tags.map { row.counts[$0].map(String.init) ?? "–" } }
}
