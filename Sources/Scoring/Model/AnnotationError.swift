/// What is wrong with an annotation file, and where.
///
/// Printed as `file:line:column: message`, then the line, then a caret under the place.
public struct AnnotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name as it was given to the reader.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int
  /// What is wrong, without the place.
  public let message: String
  /// The line, or the part of a long line around the place.
  public let excerpt: String
  /// The number of characters of the excerpt before the place.
  public let caret: Int

  /// The message in one line.
  public var headline: String { "\(file):\(line):\(column): \(message)" }

  /// The message, the line and a caret under the place.
  public var description: String {
    // Tabs are kept, so that the caret stands right whatever their width.
    let pad = excerpt.prefix(caret).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(headline)\n\(excerpt)\n\(pad)^"
  }
}
