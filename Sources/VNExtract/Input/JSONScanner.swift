/// Walks over one JSON value (RFC 8259) without building it.
struct JSONScanner {
  struct Failure: Error {
    var message: String
    var offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  private var depth = 0

  /// The deepest nesting that is read.
  private static let limit = 128

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads the only value, which must be an object, calling `field` at the value of each field.
  mutating func object(_ field: (String, inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
    blanks()
    guard take(0x7B) else { throw fail("this is not a JSON object") }
    try fields(field)
    blanks()
    if offset < bytes.count { throw fail("something stands after the object") }
  }

  /// Reads an object inside the value, calling `field` at the value of each field.
  mutating func members(_ field: (String, inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
    guard take(0x7B) else { throw fail("expected an object") }
    try fields(field)
  }

  /// Reads an array, calling `element` at each element.
  mutating func elements(_ element: (inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
    guard take(0x5B) else { throw fail("expected an array") }
    try nested()
    blanks()
    if take(0x5D) { return leave() }
    repeat {
      blanks()
      try element(&self)
      blanks()
    } while take(0x2C)
    guard take(0x5D) else { throw fail("expected ',' or ']'") }
    leave()
  }

  /// Reads a string or number as text; nil for null.
  mutating func scalar() throws(Failure) -> String? {
    switch peek() {
    case 0x22: return String(decoding: try string(), as: UTF8.self)
    case 0x6E:
      try skip()
      return nil
    case .some(0x2D), .some(0x30...0x39):
      let start = offset
      try skip()
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    default: throw fail("expected a string or a number")
    }
  }

  /// Reads a string; escapes are undone, a lone surrogate becomes U+FFFD.
  mutating func string() throws(Failure) -> [UInt8] {
    guard take(0x22) else { throw fail("expected a string") }
    var out: [UInt8] = []
    var start = offset
    while true {
      guard let byte = peek() else { throw fail("the string is not closed") }
      if byte == 0x22 {
        out += bytes[start..<offset]
        offset += 1
        return out
      }
      if byte < 0x20 { throw fail("a control character stands bare in a string") }
      if byte == 0x5C {
        out += bytes[start..<offset]
        offset += 1
        out += try escape()
        start = offset
      } else {
        offset += 1
      }
    }
  }

  /// Passes over a value of any kind.
  mutating func skip() throws(Failure) {
    switch peek() {
    case 0x22: _ = try string()
    case 0x7B:
      offset += 1
      try fields { _, scanner throws(Failure) in try scanner.skip() }
    case 0x5B: try elements { scanner throws(Failure) in try scanner.skip() }
    case 0x74: try word("true")
    case 0x66: try word("false")
    case 0x6E: try word("null")
    case .some(0x2D), .some(0x30...0x39): try number()
    default: throw fail("expected a value")
    }
  }

  private mutating func fields(_ field: (String, inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
    try nested()
    blanks()
    if take(0x7D) { return leave() }
    repeat {
      blanks()
      guard peek() == 0x22 else { throw fail("expected the name of a field in quotes") }
      let name = String(decoding: try string(), as: UTF8.self)
      blanks()
      guard take(0x3A) else { throw fail("expected ':'") }
      blanks()
      try field(name, &self)
      blanks()
    } while take(0x2C)
    guard take(0x7D) else { throw fail("expected ',' or '}'") }
    leave()
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let byte = peek() else { throw fail("the string is not closed") }
    offset += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return [byte]
    case 0x62: return [0x08]
    case 0x66: return [0x0C]
    case 0x6E: return [0x0A]
    case 0x72: return [0x0D]
    case 0x74: return [0x09]
    case 0x75:
      let unit = try codeUnit()
      if (0xD800..<0xDC00).contains(unit), offset + 1 < bytes.count, bytes[offset] == 0x5C, bytes[offset + 1] == 0x75 {
        let mark = offset
        offset += 2
        let low = try codeUnit()
        if (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return Array(String(Character(scalar)).utf8)
        }
        offset = mark
      }
      return Array(String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
    default:
      offset -= 1
      throw fail("unknown escape in a string")
    }
  }

  private mutating func codeUnit() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fail("expected four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  private mutating func number() throws(Failure) {
    _ = take(0x2D)
    let start = offset
    while let byte = peek(), (0x30...0x39).contains(byte) || [0x2E, 0x2B, 0x2D, 0x45, 0x65].contains(byte) {
      offset += 1
    }
    if start == offset { throw fail("expected a digit") }
  }

  private mutating func word(_ word: StaticString) throws(Failure) {
    for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) { throw fail("expected a value") }
  }

  private mutating func nested() throws(Failure) {
    depth += 1
    if depth > Self.limit { throw fail("the value is nested more than \(Self.limit) deep") }
  }

  private mutating func leave() { depth -= 1 }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  private mutating func blanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
  }

  private func fail(_ message: String) -> Failure { Failure(message: message, offset: offset) }
}
