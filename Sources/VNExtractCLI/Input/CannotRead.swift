import Glibc

/// Why a file cannot be read, or not to its end.
struct CannotRead: Error, CustomStringConvertible {
  let path: String
  let reason: String

  init(path: String, reason: String = String(cString: strerror(errno))) {
    self.path = path
    self.reason = reason
  }

  var description: String { "\(path): cannot be read: \(reason)" }
}
