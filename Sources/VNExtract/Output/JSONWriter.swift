/// Writes JSON (RFC 8259) into a buffer of bytes; compact, UTF-8, fields in the order they are written.
public struct JSONWriter {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  private var needsComma = false

  /// Creates an empty writer.
  public init() {}

  /// Forgets what was written but keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Writes a line end.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an object whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(0x7B)
    needsComma = false
    body(&self)
    bytes.append(0x7D)
    needsComma = true
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(0x5B)
    needsComma = false
    body(&self)
    bytes.append(0x5D)
    needsComma = true
  }

  /// Writes the name of a field.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: some StringProtocol) {
    separate()
    bytes.append(0x22)
    if value.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      for byte in value.utf8 { escape(byte) }
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes bytes as what they are in a string, those that need no escape in runs.
  private mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in value.indices {
      let byte = value[index]
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<index]))
      escape(byte)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start...]))
  }

  /// Writes a string of UTF-8 bytes, which must be valid.
  public mutating func string(utf8 value: some Sequence<UInt8>) {
    separate()
    bytes.append(0x22)
    for byte in value { escape(byte) }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    bytes += Array(String(value).utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes += Array((value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes += [0x6E, 0x75, 0x6C, 0x6C]
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
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  @inline(__always)
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0D: bytes += [0x5C, 0x72]
    case 0x09: bytes += [0x5C, 0x74]
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}
