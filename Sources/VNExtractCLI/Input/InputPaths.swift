import Glibc

/// The files that arguments of the command line stand for: themselves, and all files in folders.
struct InputPaths {
  /// The files in the order of the arguments, those of a folder by name; hidden files are left out.
  private(set) var files: [InputPath] = []
  /// The folders that cannot be read.
  private(set) var failures: [CannotRead] = []
  /// What was left out, and why.
  private(set) var notes: [String] = []

  /// The folders that have been read; a link that leads back to one is not followed.
  private var seen: Set<[UInt64]> = []
  private var leftOut: [UInt64]?

  /// `without` is a folder inside them that is not read, where it exists.
  init(_ arguments: [String], without: String? = nil) {
    leftOut = without.flatMap { Self.status($0) }.map(Self.identity)
    for path in arguments {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if path == "-" {
        files.append(InputPath(path: path, relative: "stdin"))
      } else {
        add(path, relative: name, isNamed: true)
      }
    }
  }

  private mutating func add(_ path: String, relative: String, isNamed: Bool = false) {
    guard let info = Self.status(path) else {
      // Opening it will tell why.
      files.append(InputPath(path: path, relative: relative))
      return
    }
    let kind = info.st_mode & S_IFMT
    let identity = Self.identity(info)
    if kind == S_IFDIR {
      if !isNamed, identity == leftOut { return }
      return addFolder(path, relative: isNamed ? "" : relative + "/", identity)
    }
    guard isNamed || kind == S_IFREG else {
      // A pipe or a device in a folder might never end.
      notes.append("\(path): note: neither a file nor a folder; left out")
      return
    }
    let size = kind == S_IFREG ? Int(info.st_size) : nil
    files.append(InputPath(path: path, relative: relative, size: size, identity: identity))
  }

  private mutating func addFolder(_ path: String, relative: String, _ identity: [UInt64]) {
    guard seen.insert(identity).inserted else {
      notes.append("\(path): note: leads to a folder that is read already; left out")
      return
    }
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
    for name in names.sorted() { add(path.hasSuffix("/") ? path + name : path + "/" + name, relative: relative + name) }
  }

  private static func status(_ path: String) -> stat? {
    var info = stat()
    return stat(path, &info) == 0 ? info : nil
  }

  private static func identity(_ info: stat) -> [UInt64] { [UInt64(info.st_dev), UInt64(info.st_ino)] }
}
