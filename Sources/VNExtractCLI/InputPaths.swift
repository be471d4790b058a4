import Glibc

/// The files that arguments of the command line stand for: themselves, and all files in folders.
struct InputPaths {
  /// The paths in the order of the arguments, those of a folder by name; hidden files are left out.
  private(set) var files: [String] = []
  /// The folders that cannot be read.
  private(set) var failures: [CannotRead] = []

  /// A folder that links lead back to is read once.
  private var seen: Set<[UInt64]> = []

  init(_ arguments: [String]) {
    for path in arguments { add(path) }
  }

  private mutating func add(_ path: String) {
    var info = stat()
    guard path != "-", stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      files.append(path)
      return
    }
    guard seen.insert([UInt64(info.st_dev), UInt64(info.st_ino)]).inserted else { return }
    guard let handle = opendir(path) else {
      failures.append(CannotRead(path: path))
      return
    }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(handle)
    for name in names.sorted() { add(path.hasSuffix("/") ? path + name : path + "/" + name) }
  }
}
