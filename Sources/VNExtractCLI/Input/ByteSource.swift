import Glibc
import UnicodeText

/// A file or standard input, decompressed where it is gzip or Zstandard, read in large blocks.
struct ByteSource: ~Copyable {
  /// A stretch that was asked for, or how long it is where that is more than was allowed.
  enum Stretch {
    case bytes([UInt8])
    case tooLong(Int)
  }

  /// The path, or `stdin`.
  let name: String
  private let file: RawFile
  private var decompressor: Decompressor?
  private var compressed: [UInt8] = []
  private var compressedStart = 0
  private var compressedEnd = 0
  /// Whether the decompressor filled all the room it had, so that it may still hold bytes.
  private var isHoldingBack = false
  /// Room for what has been read; what is still wanted stands from `start` to `end`.
  private var buffer: [UInt8] = []
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var decoder: BlockDecoder?
  /// Whether a line has been given.
  private var isAfterLine = false

  private static let block = 1 << 18

  /// Opens a path; `-` is standard input.
  ///
  /// - Throws: `CannotRead` with the reason.
  init(_ path: String) throws(CannotRead) {
    let file = try RawFile(path)
    name = file.name
    self.file = file
  }

  /// What the encoding it is decoded from does not have, as far as it has been read.
  var faults: [String] {
    decoder.map { EncodingOptions.faults($0.faultCount, first: $0.firstFault, in: name, $0.encoding) } ?? []
  }

  /// The bytes of the file read so far, before they are decompressed.
  var rawCount: Int { file.count }

  /// Whether a line can be had without waiting for more input.
  var hasLine: Bool { newline(from: start) != nil || isAtEnd && start < end }

  /// All bytes.
  mutating func all() throws(CannotRead) -> [UInt8] {
    while !isAtEnd { try fill() }
    defer {
      buffer = []
      start = 0
      end = 0
    }
    return Array(buffer[start..<end])
  }

  /// All bytes where they are at most `limit`; memory is bounded by it.
  mutating func all(limit: Int) throws(CannotRead) -> Stretch {
    while !isAtEnd, end - start <= limit { try fill() }
    if end - start <= limit { return .bytes(try all()) }
    var count = 0
    while true {
      count += end - start
      start = end
      if isAtEnd { return .tooLong(count) }
      try fill()
    }
  }

  /// The next line without its line end, the first without a byte order mark; nil at the end.
  ///
  /// Memory is that of the longest line, and bounded by `limit`.
  mutating func line(limit: Int = .max) throws(CannotRead) -> Stretch? {
    var searched = start
    while true {
      if let mark = newline(from: searched) {
        defer { start = mark + 1 }
        let last = mark > start && buffer[mark - 1] == 0x0D ? mark - 1 : mark
        return last - start > limit ? .tooLong(last - start) : .bytes(unmarked(start..<last))
      }
      let count = end - start
      if isAtEnd {
        guard count > 0 else { return nil }
        defer { start = end }
        return count > limit ? .tooLong(count) : .bytes(unmarked(start..<end))
      }
      if count > limit { return .tooLong(try passLine()) }
      try fill()
      searched = start + count
    }
  }

  /// The bytes of a line, the first without a byte order mark.
  private mutating func unmarked(_ line: Range<Int>) -> [UInt8] {
    defer { isAfterLine = true }
    let bytes = buffer[line]
    return Array(!isAfterLine && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes)
  }

  /// Passes over the rest of a line; its length.
  private mutating func passLine() throws(CannotRead) -> Int {
    var count = 0
    while true {
      if let mark = newline(from: start) {
        count += mark - start
        start = mark + 1
        return count
      }
      count += end - start
      start = end
      if isAtEnd { return count }
      try fill()
    }
  }

  /// The next `count` bytes, where they are at most `limit`; those of a longer stretch are passed over.
  ///
  /// - Throws: `CannotRead` where the input ends before.
  mutating func stretch(_ count: Int, limit: Int) throws(CannotRead) -> Stretch {
    guard count <= limit else {
      try pass(count)
      return .tooLong(count)
    }
    while end - start < count {
      if isAtEnd { throw CannotRead(path: name, reason: "it ends too early") }
      try fill()
    }
    defer { start += count }
    return .bytes(Array(buffer[start..<start + count]))
  }

  /// Passes over the next `count` bytes.
  ///
  /// - Throws: `CannotRead` where the input ends before.
  mutating func pass(_ count: Int) throws(CannotRead) {
    var left = count
    while true {
      let here = min(left, end - start)
      start += here
      left -= here
      if left == 0 { return }
      if isAtEnd { throw CannotRead(path: name, reason: "it ends too early") }
      try fill()
    }
  }

  private func newline(from offset: Int) -> Int? {
    buffer.withUnsafeBytes { raw -> Int? in
      guard let base = raw.baseAddress, offset < end, let found = memchr(base + offset, 0x0A, end - offset)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Reads on behind what is still wanted.
  ///
  /// That moves to the front, so that the buffer never holds more than a stretch and a block.
  private mutating func fill() throws(CannotRead) {
    makeRoom()
    let old = end
    try fillRaw()
    if decoder != nil { decode(from: old) }
  }

  /// What has been read, without a line that may be cut within a character.
  private var wholeLines: ArraySlice<UInt8> {
    let bytes = buffer[start..<end]
    return isAtEnd ? bytes : bytes.lastIndex(of: 0x0A).map { bytes[...$0] } ?? bytes
  }

  /// Decodes what stands behind an offset.
  private mutating func decode(from offset: Int) {
    guard let bytes = decoder?.decode(buffer[offset..<end], isLast: isAtEnd) else { return }
    buffer.replaceSubrange(offset..<end, with: bytes)
    end = offset + bytes.count
  }

  /// Lets everything that is still to come be read as UTF-8, from the encoding given or the one that it seems to be in.
  ///
  /// - Returns: the encoding.
  mutating func decode(_ encoding: TextEncoding?) throws(CannotRead) -> TextEncoding {
    // Four bytes show a byte order mark.
    while !isAtEnd, end - start < (encoding == nil ? Self.block : 4) { try fill() }
    let encoding = encoding ?? TextEncoding(guessedFrom: Array(wholeLines))
    decoder = BlockDecoder(encoding, start: buffer[start..<end])
    decode(from: start)
    return encoding
  }

  private mutating func fillRaw() throws(CannotRead) {
    if let decompressor { return try decompress(decompressor) }
    let isFirst = rawCount == 0
    repeat {
      let count = try Self.read(file, into: &buffer, from: end)
      end += count
      isAtEnd = count == 0
    } while isFirst && !isAtEnd && Decompressor.Format.isOpen(buffer[..<end])
    guard isFirst, let format = Decompressor.Format(buffer[..<end]) else { return }
    let decompressor: Decompressor
    do throws(Decompressor.Failure) {
      decompressor = try Decompressor(format)
    } catch {
      throw CannotRead(path: name, reason: error.reason)
    }
    self.decompressor = decompressor
    (compressed, compressedEnd) = (buffer, end)
    (end, isAtEnd) = (0, false)
    try decompress(decompressor)
  }

  private mutating func makeRoom() {
    if start > 0 {
      let (from, count) = (start, end - start)
      buffer.withUnsafeMutableBytes { raw in
        if let base = raw.baseAddress { memmove(base, base + from, count) }
      }
      (start, end) = (0, count)
    }
    // Twice the room each time, so that a long stretch is not copied again and again.
    if buffer.count - end < Self.block { buffer += repeatElement(0, count: max(Self.block, buffer.count)) }
  }

  /// Reads bytes of a file into the room from an offset on; how many.
  private static func read(_ file: RawFile, into room: inout [UInt8], from end: Int) throws(CannotRead) -> Int {
    try room.withUnsafeMutableBufferPointer { buffer throws(CannotRead) in
      try file.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[end...])))
    }
  }

  /// Adds decompressed bytes to the buffer.
  private mutating func decompress(_ decompressor: Decompressor) throws(CannotRead) {
    var made = 0
    while made == 0 {
      if compressedStart == compressedEnd, !isHoldingBack {
        compressedStart = 0
        compressedEnd = try Self.read(file, into: &compressed, from: 0)
        isAtEnd = compressedEnd == 0
      }
      do throws(Decompressor.Failure) {
        if isAtEnd { return try decompressor.finish() }
        let (input, offset) = (compressed[compressedStart..<compressedEnd], end)
        let step = try buffer.withUnsafeMutableBufferPointer { output throws(Decompressor.Failure) in
          try decompressor.decode(input, into: UnsafeMutableBufferPointer(rebasing: output[offset...]))
        }
        compressedStart += step.read
        made = step.written
        isHoldingBack = made == buffer.count - offset
      } catch {
        throw CannotRead(path: name, reason: error.reason)
      }
    }
    end += made
  }
}
