/// Where something is written in a file of rules, and its text there.
///
/// All places are equal: what is written is the same wherever it stands, so patterns can be compared.
public struct SourcePlace: Hashable, Sendable {
  /// The path of the file; empty where unknown.
  public var file = ""
  /// The line, from 1; 0 where unknown.
  public var line = 0
  /// The column in Unicode scalars, from 1.
  public var column = 0
  /// What is written there.
  public var text = ""

  /// Any two places are equal.
  public static func == (left: SourcePlace, right: SourcePlace) -> Bool { true }

  /// Adds nothing, as all places are equal.
  public func hash(into hasher: inout Hasher) {}
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
