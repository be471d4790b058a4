import Glibc

/// Writes to the terminal; a closed pipe ends the program quietly.
enum Console {
  /// Writes a line to standard output.
  static func out(_ line: String) { write(Array((line + "\n").utf8), to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  static func error(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether answers may be coloured: a terminal, and `NO_COLOR` not set.
  static var hasColour: Bool { isTerminal && getenv("NO_COLOR") == nil }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + at }, buffer.count - at)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EPIPE { exit(0) }
          if file != STDERR_FILENO { error("vnextract: cannot write: \(String(cString: strerror(errno)))") }
          exit(1)
        }
        at += count
      }
    }
  }

  /// The text with control characters made visible, so that no escape sequence of an input reaches the terminal.
  static func visible(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...: out.append(scalar)
      default: out.append("\u{FFFD}")
      }
    }
    return String(out)
  }
}
