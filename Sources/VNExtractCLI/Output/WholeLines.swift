import Glibc

/// Writes bytes so that a file never ends in half a line.
enum WholeLines {
  /// Writes all bytes; the system's error number where that fails.
  ///
  /// Of a file on a full disk the part of a line that was still written is taken away again.
  static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress.map { $0 + at }, buffer.count - at)
        if count >= 0 {
          at += count
          continue
        }
        let problem = errno
        if problem == EINTR { continue }
        if problem == EAGAIN {
          // The other end of a pipe that does not wait is slow.
          var wanted = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wanted, 1, -1)
          continue
        }
        cut(file, after: buffer.prefix(at))
        return problem
      }
      return nil
    }
  }

  private static func cut(_ file: Int32, after written: Slice<UnsafeRawBufferPointer>) {
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return }
    let whole = written.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = lseek(file, 0, SEEK_CUR)
    guard whole < written.count, end >= 0 else { return }
    let kept = end - off_t(written.count - whole)
    if ftruncate(file, kept) == 0 { _ = lseek(file, kept, SEEK_SET) }
  }
}
