import Glibc

/// Tells on standard error how far the work is: files, megabytes, megabytes a second and the time left.
///
/// Counted is what has been read, before it is decompressed. On a terminal one line is written over and over; elsewhere a
/// line every ten seconds and one at the end.
final class Progress {
  private let fileCount: Int
  /// The bytes of all files; nil where one of them has no length, as a pipe.
  private let byteCount: Int?
  private let begin = Progress.now
  private let interval: Double
  private var files = 0
  private var bytesBefore = 0
  private var bytes = 0
  private var told = 0.0

  init(_ paths: [InputPath]) {
    fileCount = paths.count
    byteCount = paths.reduce(0) { sum, path in sum.flatMap { sum in path.size.map { sum + $0 } } }
    interval = Console.errorsGoToTerminal ? 0.1 : 10
  }

  /// Tells that `count` bytes of the file have been read, and perhaps that there are no more.
  func add(_ count: Int, isWhole: Bool) {
    bytes = bytesBefore + count
    if isWhole {
      files += 1
      bytesBefore = bytes
    }
    let time = Self.now - begin
    guard time - told >= interval else { return }
    told = time
    show(Self.line(files, of: fileCount, bytes: bytes, of: byteCount, seconds: time))
  }

  /// Tells what it came to.
  func finish() {
    Console.status("")
    Console.error(Self.line(files, of: fileCount, bytes: bytes, of: nil, seconds: Self.now - begin))
  }

  private func show(_ line: String) {
    if Console.errorsGoToTerminal { Console.status(line) } else { Console.error(line) }
  }

  /// The line for a state of things.
  static func line(_ files: Int, of fileCount: Int, bytes: Int, of byteCount: Int?, seconds: Double) -> String {
    var parts = ["\(files) of \(fileCount) \(fileCount == 1 ? "file" : "files")"]
    parts.append(megabytes(bytes) + (byteCount.map { " of " + megabytes($0) } ?? ""))
    let speed = seconds > 0 ? Double(bytes) / seconds : 0
    parts.append(megabytes(Int(speed)) + "/s")
    if let byteCount, speed > 0, byteCount > bytes {
      let left = Int((Double(byteCount - bytes) / speed).rounded(.up))
      parts.append((left < 60 ? "\(left) s" : left < 3600 ? "\(left / 60) min" : "\(left / 3600) h") + " left")
    }
    return parts.joined(separator: "  ")
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
