import Glibc

/// A file or standard input as the system gives it.
final class RawFile {
  /// The path, or `stdin`.
  let name: String
  /// The bytes read so far.
  private(set) var count = 0

  private let file: Int32
  private let opened: stat

  /// Opens a path; `-` is standard input.
  ///
  /// - Throws: `CannotRead` with the reason.
  init(_ path: String) throws(CannotRead) {
    let isInput = path == "-"
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    var info = stat()
    if file < 0 || fstat(file, &info) != 0 { throw CannotRead(path: isInput ? "stdin" : path) }
    name = isInput ? "stdin" : path
    self.file = file
    opened = info
    if isInput, Console.inputIsTerminal {
      Console.error("vnextract: reading from the terminal; Ctrl-D ends the text, --help shows what else there is")
    }
    if info.st_mode & S_IFMT == S_IFDIR {
      if !isInput { close(file) }
      throw CannotRead(path: name, reason: "is a folder")
    }
  }

  deinit { if file != STDIN_FILENO { close(file) } }

  /// Reads what is there, at least a byte; nothing at the end.
  ///
  /// - Throws: `CannotRead`, also where the file is no longer what it was when it was opened: what has been read of it may
  ///   be half of the old and half of the new.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(CannotRead) -> Int {
    var received = 0
    repeat { received = Glibc.read(file, buffer.baseAddress, buffer.count) } while received < 0 && errno == EINTR
    if received < 0 { throw CannotRead(path: name) }
    if received == 0, hasChanged { throw CannotRead(path: name, reason: "it was changed meanwhile") }
    count += received
    return received
  }

  /// Only a file with a length can be seen to change.
  private var hasChanged: Bool {
    var now = stat()
    guard opened.st_mode & S_IFMT == S_IFREG, opened.st_size > 0, fstat(file, &now) == 0 else { return false }
    return now.st_size != opened.st_size || now.st_mtim.tv_sec != opened.st_mtim.tv_sec
      || now.st_mtim.tv_nsec != opened.st_mtim.tv_nsec
  }
}
