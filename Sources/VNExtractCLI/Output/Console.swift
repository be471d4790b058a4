import ArgumentParser
import Glibc
import Synchronization

/// Writes to the terminal; a closed pipe ends the program quietly.
enum Console {
  /// The line that tells how far the work is, where one stands on the terminal.
  private static let statusLine = Mutex("")

  /// Writes a line to standard output.
  static func out(_ line: String) { out(Array((line + "\n").utf8)) }

  /// Writes text to standard output, on a terminal with its control characters made visible.
  static func out(_ bytes: [UInt8]) {
    write(isTerminal ? Array(visible(String(decoding: bytes, as: UTF8.self)).utf8) : bytes, to: STDOUT_FILENO)
  }

  /// Writes a line to standard error, with its control characters made visible: it may name files or show their lines.
  static func error(_ line: String) {
    let line = visible(line)
    statusLine.withLock { status in
      let text = status.isEmpty ? line + "\n" : "\r\u{1B}[K" + line + "\n" + status
      write(Array(text.utf8), to: STDERR_FILENO)
    }
  }

  /// Puts a line in the place of the one that stands at the end of the terminal; nothing takes it away.
  static func status(_ line: String) {
    statusLine.withLock { status in
      if status.isEmpty, line.isEmpty { return }
      status = line
      write(Array(("\r\u{1B}[K" + line).utf8), to: STDERR_FILENO)
    }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody could type the input.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether messages go to a terminal.
  static var errorsGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether answers may be coloured: a terminal, and `NO_COLOR` not set.
  static var hasColour: Bool { isTerminal && getenv("NO_COLOR") == nil }

  /// Writes all bytes; ends the program where they cannot be written.
  static func write(_ bytes: [UInt8], to file: Int32) {
    guard let problem = WholeLines.write(bytes, to: file) else { return }
    if problem == EPIPE { exit(0) }
    if file != STDERR_FILENO { error("vnextract: cannot write: \(String(cString: strerror(problem)))") }
    exit(ExitCode.someFailed.rawValue)
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
