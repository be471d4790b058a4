import UnicodeText

/// A lexicon, profile or rule file as it was read, before anything is made of it.
public struct SourceFile: Sendable, Hashable {
  /// The path shown in diagnostics.
  public let path: String
  /// The name of the folder it lies in: a language tag, or `common`.
  public let language: String
  /// The file's bytes.
  public let bytes: [UInt8]

  /// Creates a source file from bytes in memory.
  public init(path: String, language: String, bytes: [UInt8]) {
    self.path = path
    self.language = language
    self.bytes = bytes
  }

  /// The file's name without its folders.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The lines of the file without their line ends, decoded as UTF-8; a leading byte-order mark is left out.
  public var lines: [String] {
    let text = Text(validating: bytes)
    return text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
