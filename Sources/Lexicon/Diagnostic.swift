/// One located complaint about a lexicon, rule or profile file.
///
/// Lines and columns count from 1; a column counts Unicode scalars.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// How grave a diagnostic is.
  public enum Severity: String, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, but something in it looks wrong.
    case warning
  }

  /// How grave it is.
  public var severity: Severity
  /// The file's path, as it was given.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// What is wrong, and what would be right.
  public var message: String
  /// The text of the line, without its line end.
  public var source: String

  /// Creates a diagnostic.
  public init(
    _ severity: Severity = .error, file: String, line: Int, column: Int, message: String, source: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.source = source
  }

  /// `file:line:column: error: message`, without the source line.
  public var summary: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }

  /// The summary, then the source line and a caret below the column.
  public var description: String {
    guard !source.isEmpty else { return summary }
    let lead = source.unicodeScalars.prefix(max(0, column - 1)).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(summary)\n\(source)\n\(lead)^"
  }
}
