public import Lexicon

/// The lexicon, profile and rule files that are part of the product.
public enum BuiltIn {
  /// The files in the order of their paths; cut out of one string that the build step writes.
  public static var files: [SourceFile] {
    var files: [SourceFile] = []
    let bytes = UnsafeBufferPointer(start: embeddedLexicons.utf8Start, count: embeddedLexicons.utf8CodeUnitCount)
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
}
