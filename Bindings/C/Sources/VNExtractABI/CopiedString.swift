import Glibc
import VNExtract

/// Strings on the heap of C, which end in NUL and belong to the caller.
enum CopiedString {
  /// The version of the library, kept for ever so that its address stays good; nobody writes to it.
  nonisolated(unsafe) static let version: UnsafePointer<CChar> = {
    let bytes = Array(Extractor.version.utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    return UnsafePointer(copy)
  }()

  /// A copy of bytes; nil where there is no memory.
  static func make(_ bytes: some Collection<UInt8>) -> UnsafeMutablePointer<CChar>? {
    guard let start = malloc(bytes.count + 1) else { return nil }
    let copy = UnsafeMutableRawBufferPointer(start: start, count: bytes.count + 1)
    copy.copyBytes(from: bytes)
    copy[bytes.count] = 0
    return start.assumingMemoryBound(to: CChar.self)
  }

  /// Gives a copy back.
  static func free(_ string: UnsafeMutablePointer<CChar>?) { Glibc.free(string) }
}
