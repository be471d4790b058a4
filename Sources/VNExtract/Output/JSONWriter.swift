/// Writes JSON (RFC 8259) into a buffer of bytes; compact, UTF-8, fields in the order they are written.
public struct JSONWriter {
  /// What has been written, and room for more: bytes are written in place, which costs less than to append them.
  private var buffer: [UInt8] = []
  private var count = 0
  private var needsComma = false

  /// Creates an empty writer.
  public init() {}

  /// What has been written so far; a copy.
  public var bytes: [UInt8] { Array(buffer[..<count]) }

  /// Forgets what was written but keeps the memory.
  public mutating func removeAll() {
    count = 0
    needsComma = false
  }

  /// Writes a line end.
  public mutating func newline() {
    append(0x0A)
    needsComma = false
  }

  /// Writes an object whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Begins an object: a closure would hold a copy of what is written.
  mutating func beginObject() {
    separate()
    append(0x7B)
    needsComma = false
  }

  mutating func endObject() {
    append(0x7D)
    needsComma = true
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    append(0x5B)
    needsComma = false
    body(&self)
    append(0x5D)
    needsComma = true
  }

  /// Writes the name of a field.
  public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    let hasComma = needsComma
    write(atMost: length + 4) { place in
      var end = place
      if hasComma {
        end.pointee = 0x2C
        end += 1
      }
      end[0] = 0x22
      (end + 1).update(from: name.utf8Start, count: length)
      end[length + 1] = 0x22
      end[length + 2] = 0x3A
      return end - place + length + 3
    }
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: some StringProtocol) {
    separate()
    append(0x22)
    if value.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      for byte in value.utf8 { escape(byte) }
    }
    append(0x22)
    needsComma = true
  }

  /// Writes a string of UTF-8 bytes, which must be valid.
  public mutating func string(utf8 value: some Sequence<UInt8>) {
    separate()
    append(0x22)
    if value.withContiguousStorageIfAvailable({ append($0) }) == nil {
      for byte in value { escape(byte) }
    }
    append(0x22)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    if value < 0 { append(0x2D) }
    append(decimal: value.magnitude)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    append("null")
    needsComma = true
  }

  /// Writes a field unless its value is nil.
  public mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a field.
  public mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  private mutating func separate() {
    if needsComma { append(0x2C) }
    needsComma = false
  }

  /// Makes room for some bytes, of which `body` writes as many as it returns.
  @inline(__always)
  private mutating func write(atMost length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count + length > buffer.count { grow(by: length) }
    buffer.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { count += body(start + count) }
    }
  }

  @inline(never)
  private mutating func grow(by length: Int) {
    buffer += repeatElement(0, count: max(length, buffer.count, 1 << 8))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    write(atMost: 1) { place in
      place.pointee = byte
      return 1
    }
  }

  private mutating func append(_ text: StaticString) {
    copy(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes bytes as what they are in a string, those that need no escape in runs.
  private mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in value.indices {
      let byte = value[index]
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F { continue }
      copy(UnsafeBufferPointer(rebasing: value[start..<index]))
      escape(byte)
      start = index + 1
    }
    copy(UnsafeBufferPointer(rebasing: value[start...]))
  }

  @inline(__always)
  private mutating func copy(_ value: UnsafeBufferPointer<UInt8>) {
    guard let source = value.baseAddress, !value.isEmpty else { return }
    write(atMost: value.count) { place in
      place.update(from: source, count: value.count)
      return value.count
    }
  }

  /// Writes a number's digits, the last one after the others.
  private mutating func append(decimal value: UInt) {
    if value > 9 { append(decimal: value / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: value % 10))
  }

  @inline(__always)
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      append(0x5C)
      append(byte)
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0..<0x20, 0x7F:
      append("\\u00")
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    default: append(byte)
    }
  }
}
