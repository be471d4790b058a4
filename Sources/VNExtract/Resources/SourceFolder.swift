public import Lexicon
import Glibc

/// Reads the lexicon files of a folder on disk: `FOLDER/<language>/*.tsv` and `*.rules`.
public enum SourceFolder {
  /// The files in the order of their paths.
  ///
  /// - Throws: a `Diagnostic` naming the folder or file that cannot be read.
  public static func read(_ folder: String) throws -> [SourceFile] {
    var files: [SourceFile] = []
    let languages = try names(in: folder).filter { isFolder(folder + "/" + $0) }
    for language in languages {
      let path = folder + "/" + language
      for name in try names(in: path) where name.hasSuffix(".tsv") || name.hasSuffix(".rules") {
        files.append(SourceFile(path: path + "/" + name, language: language, bytes: try bytes(of: path + "/" + name)))
      }
    }
    if files.isEmpty {
      throw Diagnostic(
        file: folder, line: 1, column: 1, message: "no <language>/*.tsv or *.rules lies in this folder")
    }
    return files
  }

  private static func names(in folder: String) throws -> [String] {
    guard let handle = opendir(folder) else { throw unreadable(folder) }
    defer { closedir(handle) }
    var out: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { out.append(name) }
    }
    return out.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw unreadable(path) }
    defer { close(file) }
    var out: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &block, block.count)
      if count < 0 { throw unreadable(path) }
      if count == 0 { return out }
      out += block[..<count]
      if out.count > SourceLimit.file {
        throw Diagnostic(
          file: path, line: 1, column: 1, message: "the file has more than \(SourceLimit.file) bytes and is not read")
      }
    }
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(file: path, line: 1, column: 1, message: "cannot be read: \(String(cString: strerror(errno)))")
  }
}
