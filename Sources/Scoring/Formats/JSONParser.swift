/// Parses one JSON text (RFC 8259) of a file; nesting deeper than 64 is refused, so that hostile input cannot overflow.
struct JSONParser {
  private let file: SourceFile
  private var offset: Int
  private let end: Int
  private var depth = 0

  /// Parses the value that fills the bytes from `start` to `end`, blanks aside.
  static func value(in file: SourceFile, from start: Int, to end: Int) throws(AnnotationError) -> JSONValue {
    var parser = JSONParser(file: file, offset: start, end: end)
    let value = try parser.value()
    parser.skipBlanks()
    if parser.offset < end { throw file.error(at: parser.offset, "more after the end of the JSON value") }
    return value
  }

  private init(file: SourceFile, offset: Int, end: Int) {
    self.file = file
    self.offset = offset
    self.end = end
  }

  private mutating func value() throws(AnnotationError) -> JSONValue {
    skipBlanks()
    let start = offset
    guard let byte = peek() else { throw file.error(at: offset, "a JSON value is expected here") }
    depth += 1
    defer { depth -= 1 }
    if depth > 64 { throw file.error(at: offset, "JSON nested too deeply") }
    switch byte {
    case UInt8(ascii: "{"): return JSONValue(content: try object(), offset: start)
    case UInt8(ascii: "["): return JSONValue(content: try array(), offset: start)
    case UInt8(ascii: "\""): return JSONValue(content: .string(try string()), offset: start)
    case UInt8(ascii: "t"): return JSONValue(content: try word("true", .boolean(true)), offset: start)
    case UInt8(ascii: "f"): return JSONValue(content: try word("false", .boolean(false)), offset: start)
    case UInt8(ascii: "n"): return JSONValue(content: try word("null", .null), offset: start)
    case UInt8(ascii: "-"), 0x30...0x39: return JSONValue(content: .number(try number()), offset: start)
    default: throw file.error(at: offset, "a JSON value is expected here")
    }
  }

  private mutating func object() throws(AnnotationError) -> JSONValue.Content {
    let start = offset
    offset += 1
    var members = [(key: String, value: JSONValue)]()
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "\"") else { throw file.error(at: offset, "a name in quotes is expected here") }
      let key = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw file.error(at: offset, "a colon is expected here") }
      members.append((key, try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else {
        throw offset < end
          ? file.error(at: offset, "a comma or } is expected here") : file.error(at: start, "this { is never closed")
      }
    }
  }

  private mutating func array() throws(AnnotationError) -> JSONValue.Content {
    let start = offset
    offset += 1
    var values = [JSONValue]()
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else {
        throw offset < end
          ? file.error(at: offset, "a comma or ] is expected here") : file.error(at: start, "this [ is never closed")
      }
    }
  }

  private mutating func string() throws(AnnotationError) -> String {
    let start = offset
    offset += 1
    var content = [UInt8]()
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        content.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw file.error(at: offset, "a control character in a JSON string: escape it")
      default:
        content.append(byte)
        offset += 1
      }
    }
    throw file.error(at: start, "this quote is never closed")
  }

  private mutating func escape() throws(AnnotationError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = peek() ?? 0
    offset += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = codeUnit() else { throw file.error(at: start, "\\u needs four hexadecimal digits") }
      if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
      // The halves of a surrogate pair are one scalar; a half by itself is U+FFFD, one scalar too.
      if unit < 0xDC00, offset + 1 < end, file.bytes[offset] == UInt8(ascii: "\\"),
        file.bytes[offset + 1] == UInt8(ascii: "u")
      {
        let mark = offset
        offset += 2
        if let low = codeUnit(), (0xDC00...0xDFFF).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        {
          return scalar
        }
        offset = mark
      }
      return "\u{FFFD}"
    default: throw file.error(at: start, "unknown escape in a JSON string")
    }
  }

  private mutating func codeUnit() -> UInt16? {
    guard offset + 4 <= end else { return nil }
    let digits = file.bytes[offset..<(offset + 4)]
    guard digits.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66 || (0x30...0x39).contains($0) }) else {
      return nil
    }
    offset += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() throws(AnnotationError) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    var isNumber = peek() == UInt8(ascii: "0") ? take(UInt8(ascii: "0")) : takeDigits()
    if take(UInt8(ascii: ".")) { isNumber = takeDigits() && isNumber }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      isNumber = takeDigits() && isNumber
    }
    // What else looks like a part of it is one: 01, 1.2.3, 1e.
    if let byte = peek(), (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") { isNumber = false }
    guard isNumber else { throw file.error(at: start, "this is not a JSON number") }
    return String(decoding: file.bytes[start..<offset], as: UTF8.self)
  }

  /// Whether there was at least one digit.
  private mutating func takeDigits() -> Bool {
    let start = offset
    while let byte = peek(), (0x30...0x39).contains(byte) { offset += 1 }
    return offset > start
  }

  private mutating func word(
    _ word: StaticString, _ content: JSONValue.Content
  ) throws(AnnotationError) -> JSONValue.Content {
    let expected = Array("\(word)".utf8)
    guard offset + expected.count <= end, file.bytes[offset..<(offset + expected.count)].elementsEqual(expected) else {
      throw file.error(at: offset, "a JSON value is expected here")
    }
    offset += expected.count
    return content
  }

  private func peek() -> UInt8? { offset < end ? file.bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
  }
}
