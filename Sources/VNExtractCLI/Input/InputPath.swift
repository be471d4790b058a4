import Glibc

/// A file to read.
struct InputPath {
  /// The path; `-` is standard input.
  var path: String
  /// Its place below the folder it was found in; of a file that was named itself, the file's name.
  var relative: String
  /// Its length in bytes, where it has one.
  var size: Int?
  /// Device and inode.
  var identity: [UInt64] = []

  /// What its documents are by its name, whatever it is compressed with.
  var format: InputFormat {
    let name = stem
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
    return name.hasSuffix(".wet") ? .wet : .text
  }

  /// The relative place without the ending of a compression, and, where `ending` is given, with it in the place of its own.
  func renamed(to ending: String) -> String {
    let name = stem
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name.lastIndex(of: "."), dot > start else { return name + ending }
    return name[..<dot] + ending
  }

  private var stem: String {
    for ending in [".gz", ".zst", ".zstd"] where relative.hasSuffix(ending) {
      return String(relative.dropLast(ending.count))
    }
    return relative
  }
}

extension InputPath {
  /// Whether a path leads to this file.
  func isSameFile(as path: String) -> Bool {
    var info = stat()
    return !identity.isEmpty && stat(path, &info) == 0 && identity == [UInt64(info.st_dev), UInt64(info.st_ino)]
  }
}
