/// What is wrong with a `profile.tsv`, and where.
public struct ProfileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named by the caller.
  public let file: String
  /// Line, from 1; 0 where the fault is that something is missing from the whole file.
  public let line: Int
  /// Column, from 1, in characters.
  public let column: Int
  /// What is wrong, for people.
  public let message: String

  /// `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}
