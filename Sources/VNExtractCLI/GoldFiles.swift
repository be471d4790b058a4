import Glibc

/// Finds gold documents.
enum GoldFiles {
  /// The path itself if it is a file, else all `*.gold.xml` below it, sorted.
  static func paths(in path: String) -> [String] {
    guard let handle = opendir(path) else { return [path] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().flatMap { name -> [String] in
      let child = path.hasSuffix("/") ? path + name : path + "/" + name
      var info = stat()
      guard stat(child, &info) == 0 else { return [] }
      if info.st_mode & S_IFMT == S_IFDIR { return paths(in: child) }
      return name.hasSuffix(".gold.xml") ? [child] : []
    }
  }
}
