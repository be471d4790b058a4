public import Lexicon
public import Patterns

/// The languages that are part of the product; the build step writes the literals they stand in.
public enum BuiltIn {
  /// The compiled languages, read where they lie in the program.
  public static var compiled: CompiledLanguages {
    CompiledLanguages(
      vocabulary: Image(EmbeddedLexicons.vocabulary),
      languages: Dictionary(uniqueKeysWithValues: EmbeddedLexicons.languages.map { ($0.tag, Image($0.image)) }),
      profiles: Dictionary(uniqueKeysWithValues: EmbeddedLexicons.profiles.map { ($0.tag, Array(bytes($0.file))) }))
  }

  /// The files they were compiled from, for those who add to them.
  public static var files: [SourceFile] {
    var files: [SourceFile] = []
    let bytes = bytes(EmbeddedLexicons.files)
    var at = 0
    func line() -> String {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
      defer { at = end + 1 }
      return String(decoding: bytes[at..<end], as: UTF8.self)
    }
    // Each file is a line `path TAB language TAB length`, then its bytes and a line end.
    while at < bytes.count {
      let head = line().split(separator: "\t")
      guard head.count == 3, let length = Int(head[2]), at + length <= bytes.count else { break }
      files.append(
        SourceFile(path: String(head[0]), language: String(head[1]), bytes: Array(bytes[at..<(at + length)])))
      at += length + 1
    }
    return files
  }

  private static func bytes(_ literal: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }
}
