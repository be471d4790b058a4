import Glibc

/// A file or standard input, read in large blocks.
struct ByteSource: ~Copyable {
  /// The path, or `stdin`.
  let name: String
  private let file: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  private static let block = 1 << 18

  /// Opens a path; `-` is standard input.
  ///
  /// - Throws: `CannotRead` with the reason.
  init(_ path: String) throws(CannotRead) {
    if path == "-" {
      name = "stdin"
      file = STDIN_FILENO
    } else {
      name = path
      file = open(path, O_RDONLY)
      if file < 0 { throw CannotRead(path: path) }
      var info = stat()
      if fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
        close(file)
        throw CannotRead(path: path, reason: "is a folder")
      }
    }
  }

  /// Bytes that have been read already.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    file = STDIN_FILENO
    buffer = bytes
    isAtEnd = true
  }

  deinit { if file != STDIN_FILENO { close(file) } }

  /// All bytes.
  mutating func all() throws(CannotRead) -> [UInt8] {
    while !isAtEnd { try fill() }
    defer {
      buffer = []
      start = 0
    }
    return start == 0 ? buffer : Array(buffer[start...])
  }

  /// The next line without its line end; nil at the end.
  ///
  /// Memory is that of the longest line.
  mutating func line() throws(CannotRead) -> [UInt8]? {
    var searched = start
    while true {
      if let end = Self.newline(in: buffer, from: searched) {
        defer { start = end + 1 }
        return Array(buffer[start..<(end > start && buffer[end - 1] == 0x0D ? end - 1 : end)])
      }
      searched = buffer.count - start
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      // What has been read moves to the front, so that the buffer never holds more than a line and a block.
      buffer.removeSubrange(..<start)
      start = 0
      try fill()
    }
  }

  private static func newline(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { raw -> Int? in
      guard let base = raw.baseAddress, start < raw.count, let found = memchr(base + start, 0x0A, raw.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func fill() throws(CannotRead) {
    let count = buffer.count
    var received = 0
    let file = self.file
    buffer.append(contentsOf: repeatElement(0, count: Self.block))
    repeat {
      received = buffer.withUnsafeMutableBytes { raw in
        read(file, raw.baseAddress.map { $0 + count }, Self.block)
      }
    } while received < 0 && errno == EINTR
    buffer.removeLast(Self.block - max(0, received))
    if received < 0 { throw CannotRead(path: name) }
    isAtEnd = received == 0
  }
}

/// Why a file cannot be read.
struct CannotRead: Error, CustomStringConvertible {
  let path: String
  let reason: String

  init(path: String, reason: String = String(cString: strerror(errno))) {
    self.path = path
    self.reason = reason
  }

  var description: String { "\(path): cannot be read: \(reason)" }
}
