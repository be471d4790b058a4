import CCompression

/// Decodes gzip members or Zstandard frames as they come, any number one behind the other.
final class Decompressor {
  /// The two formats, told by their first bytes.
  enum Format: String {
    case gzip, zstd

    /// The format of a stream that begins with these bytes; nil where it is none.
    init?(_ start: some Collection<UInt8>) {
      if start.starts(with: [0x1F, 0x8B]) {
        self = .gzip
      } else if start.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        self = .zstd
      } else {
        return nil
      }
    }

    /// Whether more bytes are needed to tell.
    static func isOpen(_ start: some Collection<UInt8>) -> Bool {
      [[0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD]].contains { (magic: [UInt8]) in
        start.count < magic.count && magic.starts(with: start)
      }
    }
  }

  /// What is wrong with the data.
  struct Failure: Error {
    let reason: String
  }

  private let format: Format
  private let decoder: OpaquePointer
  private var hasEnded = false

  /// - Throws: `Failure` where this build cannot read the format.
  init(_ format: Format) throws(Failure) {
    guard let decoder = format == .gzip ? ccompression_gzip_open() : ccompression_zstd_open() else {
      throw Failure(reason: "it is compressed with \(format), which this build cannot read; decompress it first")
    }
    self.format = format
    self.decoder = decoder
  }

  deinit { ccompression_close(decoder) }

  /// Decodes some of `input` into `output`.
  ///
  /// - Returns: how many bytes were read and how many written.
  /// - Throws: `Failure` where the data is broken.
  func decode(
    _ input: ArraySlice<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(Failure) -> (read: Int, written: Int) {
    // gzip allows zeros behind the last member, as tapes leave them.
    if hasEnded, format == .gzip, input.allSatisfy({ $0 == 0 }) { return (input.count, 0) }
    var used = 0
    var made = 0
    let result = input.withUnsafeBufferPointer { bytes -> Int32 in
      guard let from = bytes.baseAddress, let to = output.baseAddress else { return Int32(ccompression_more) }
      return ccompression_decode(decoder, from, bytes.count, &used, to, output.count, &made)
    }
    if result == ccompression_broken {
      throw Failure(
        reason: hasEnded ? "something stands behind the \(format) data" : "the \(format) data is broken")
    }
    // Without a byte read nothing has begun.
    if used > 0 || made > 0 { hasEnded = result == ccompression_ended }
    return (used, made)
  }

  /// Checks that the input may end here.
  func finish() throws(Failure) {
    if !hasEnded { throw Failure(reason: "the \(format) data ends too early") }
  }
}
