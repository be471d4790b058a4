import VNExtract

/// Persons as rows of a table: one for each person, document and office.
struct LinkTable {
  /// The names of the columns.
  static let header = [
    "person", "name", "key", "document", "language", "written", "title", "institution", "status", "office",
  ]

  private let rows: [[String]]

  init(_ result: LinkResult) {
    rows = result.persons.flatMap { group in
      group.members.flatMap { member -> [[String]] in
        let start = [
          group.id, group.name, group.key ?? "", member.document, member.language,
          member.names.joined(separator: "; "),
        ]
        let offices = member.held.map { [$0.title, $0.institution ?? "", $0.status ?? "", $0.office.code ?? ""] }
        return (offices.isEmpty ? [["", "", "", ""]] : offices).map { start + $0 }
      }
    }
  }

  /// Cells between tabs; tabs and line breaks in a cell become blanks.
  var tabSeparated: String { ([Self.header] + rows).map(FactTable.line).joined() }

  /// The rows as in RFC 4180.
  var commaSeparated: String { ([Self.header] + rows).map(CommaSeparated.line).joined() }
}
