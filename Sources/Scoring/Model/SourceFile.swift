/// The bytes of a file under its name, for readers that report places in it.
struct SourceFile {
  let name: String
  let bytes: [UInt8]

  /// An error at a byte offset; the line is found by counting, which errors alone pay for.
  func error(at offset: Int, _ message: String) -> AnnotationError {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    var lineEnd = offset
    while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    if lineEnd > offset, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
    let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    let after = String(decoding: bytes[offset..<max(offset, lineEnd)], as: UTF8.self)
    let head = before.count > 60 ? "…" + before.suffix(59) : before
    let tail = after.count > 60 ? after.prefix(59) + "…" : after
    return AnnotationError(
      file: name, line: line, column: before.unicodeScalars.count + 1, message: message,
      excerpt: head + tail, caret: head.count)
  }

  /// Offset of the first byte that is not part of well-formed UTF-8; nil if all is.
  func firstInvalidByte() -> Int? {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  /// Throws at the first byte that is not UTF-8.
  func requireUTF8() throws(AnnotationError) {
    // Validating a whole buffer at once is much faster than walking it; only a bad file is walked.
    if String(validating: bytes, as: UTF8.self) != nil { return }
    if let offset = firstInvalidByte() {
      throw error(at: offset, "this byte is not UTF-8 (0x\(String(bytes[offset], radix: 16, uppercase: true)))")
    }
  }
}
