internal import CICU

/// Word boundaries of UAX #29 as ICU's root rules cut them.
///
/// Not for use by two threads at once.
final class WordBreaker {
  private let handle: OpaquePointer?

  init() { handle = cicu_word_breaker_open() }

  deinit {
    if let handle { cicu_breaker_close(handle) }
  }

  /// Writes the end of each segment, counted from the start of `bytes`, and its status (0 none, 1 number, 2 letters,
  /// 3 kana, 4 ideographs); linear.
  func segments(_ bytes: UnsafeBufferPointer<UInt8>, ends: inout [Int32], statuses: inout [UInt8]) {
    ends.removeAll(keepingCapacity: true)
    statuses.removeAll(keepingCapacity: true)
    guard let start = bytes.baseAddress, let handle, !bytes.isEmpty else { return }
    // No segment is empty, so there are at most as many as bytes.
    ends = [Int32](repeating: 0, count: bytes.count)
    statuses = [UInt8](repeating: 0, count: bytes.count)
    let count = cicu_breaker_segments(handle, start, Int32(bytes.count), &ends, &statuses, Int32(bytes.count))
    ends.removeLast(bytes.count - Int(max(0, count)))
    statuses.removeLast(bytes.count - Int(max(0, count)))
  }
}
