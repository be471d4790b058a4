/// Cuts XML-like markup into tags and text, each with its place; what the tags mean is the reader's matter.
struct MarkupScanner {
  struct Attribute {
    let name: String
    let value: String
    let offset: Int
    let valueOffset: Int
  }

  enum Piece {
    case text([UInt8])
    case open(name: String, attributes: [Attribute], empty: Bool)
    case close(name: String)
    /// A comment, declaration or processing instruction.
    case aside
  }

  private(set) var offset = 0
  private let file: SourceFile
  private var bytes: [UInt8] { file.bytes }

  /// XML lets `>` stand in text; gold does not, because there it is a slip far more often than meant.
  private let refusesBareMark: Bool

  init(file: SourceFile, refusesBareMark: Bool) {
    self.file = file
    self.refusesBareMark = refusesBareMark
    if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next tag or run of text; nil at the end of the file.
  mutating func next() throws(AnnotationError) -> Piece? {
    guard offset < bytes.count else { return nil }
    return bytes[offset] == UInt8(ascii: "<") ? try tag() : .text(try text())
  }

  private mutating func text() throws(AnnotationError) -> [UInt8] {
    var text = [UInt8]()
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "<"): return text
      case UInt8(ascii: ">") where refusesBareMark: throw file.error(at: offset, "a bare > in the text: write &gt;")
      case UInt8(ascii: "&"): try reference(into: &text)
      case 0: throw file.error(at: offset, "a NUL character in the text")
      case let byte:
        text.append(byte)
        offset += 1
      }
    }
    return text
  }

  private mutating func reference(into text: inout [UInt8]) throws(AnnotationError) {
    let start = offset
    let limit = min(bytes.count, start + 12)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw file.error(at: start, "a bare & in the text: write &amp;")
    }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    guard let scalar = Self.scalar(named: name) else {
      let bare = name.isEmpty || name.utf8.contains { $0 <= 0x20 || $0 >= 0x7F }
      throw file.error(at: start, bare ? "a bare & in the text: write &amp;" : "unknown reference &\(name);")
    }
    text.append(contentsOf: String(scalar).utf8)
    offset = end + 1
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  private mutating func tag() throws(AnnotationError) -> Piece {
    let start = offset
    offset += 1
    switch peek() {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      try skipAside(from: start)
      return .aside
    case UInt8(ascii: "/"):
      offset += 1
      let name = try self.name(after: start)
      skipBlanks()
      guard peek() == UInt8(ascii: ">") else { throw file.error(at: start, "the tag </\(name) is not closed with >") }
      offset += 1
      return .close(name: name)
    default:
      let name = try self.name(after: start)
      let attributes = try self.attributes(of: name, from: start)
      let empty = peek() == UInt8(ascii: "/")
      if empty { offset += 1 }
      guard peek() == UInt8(ascii: ">") else { throw file.error(at: start, "the tag <\(name) is not closed with >") }
      offset += 1
      return .open(name: name, attributes: attributes, empty: empty)
    }
  }

  private mutating func skipAside(from start: Int) throws(AnnotationError) {
    let isComment = bytes[start...].starts(with: "<!--".utf8)
    let end: [UInt8] = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
    while offset < bytes.count, !bytes[offset...].starts(with: end) { offset += 1 }
    guard offset < bytes.count else { throw file.error(at: start, "this comment or declaration is not closed") }
    offset += end.count
  }

  private mutating func attributes(of tag: String, from start: Int) throws(AnnotationError) -> [Attribute] {
    var attributes = [Attribute]()
    while true {
      let gap = offset
      skipBlanks()
      guard let byte = peek() else { throw file.error(at: start, "the tag <\(tag) is not closed with >") }
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return attributes }
      guard gap < offset else { throw file.error(at: offset, "a blank is missing before this attribute") }
      let place = offset
      let name = try self.name(after: nil)
      skipBlanks()
      guard peek() == UInt8(ascii: "=") else { throw file.error(at: place, "attribute \(name) has no value") }
      offset += 1
      skipBlanks()
      guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw file.error(at: offset, "the value of \(name) is not in quotes")
      }
      offset += 1
      let valueOffset = offset
      let value = try self.value(of: name, quote: quote)
      if attributes.contains(where: { $0.name == name }) {
        throw file.error(at: place, "attribute \(name) stands twice")
      }
      attributes.append(Attribute(name: name, value: value, offset: place, valueOffset: valueOffset))
    }
  }

  private mutating func value(of name: String, quote: UInt8) throws(AnnotationError) -> String {
    let start = offset
    var value = [UInt8]()
    while let byte = peek(), byte != quote {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: "\n"):
        throw file.error(at: start - 1, "the quote of \(name) is not closed")
      case UInt8(ascii: "&"): try reference(into: &value)
      default:
        value.append(byte)
        offset += 1
      }
    }
    guard peek() == quote else { throw file.error(at: start - 1, "the quote of \(name) is not closed") }
    offset += 1
    return String(decoding: value, as: UTF8.self)
  }

  /// A name of a tag (whose `<` is at `start`) or of an attribute.
  private mutating func name(after start: Int?) throws(AnnotationError) -> String {
    let first = offset
    while let byte = peek(), Self.isNameByte(byte) { offset += 1 }
    if first == offset {
      throw file.error(
        at: start ?? offset,
        start == nil ? "an attribute's name is expected here" : "a bare < in the text: write &lt;")
    }
    return String(decoding: bytes[first..<offset], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x3A: true
    default: false
    }
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
  }
}
