/// Rows of comma-separated values (RFC 4180) that a spreadsheet can open without harm.
enum CommaSeparated {
  /// A row, ended by CR LF.
  ///
  /// A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
  static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    let isPlain = text.unicodeScalars.allSatisfy { !"\",\r\n'".unicodeScalars.contains($0) }
    return isPlain ? text : "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
