/// A document's text: valid UTF-8, checked once, never changed after.
///
/// All offsets elsewhere count bytes of `bytes`. A leading byte order mark is not part of the text.
public struct Text: Sendable {
  /// The text as valid UTF-8.
  public let bytes: [UInt8]

  /// Where the input was not UTF-8: the input's byte offset of each maximal bad sequence, ascending.
  ///
  /// Each such sequence became one U+FFFD in `bytes`, as in the decoder of the WHATWG Encoding standard. Offsets
  /// count from the start of the input, a byte order mark included.
  public let malformed: [Int]

  /// Checks `bytes`, replacing what is not UTF-8; total, linear, and without a copy where all is well.
  public init(validating bytes: [UInt8]) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var validator = UTF8Validator()
    let isValid = bytes.withUnsafeBufferPointer { validator.isValid($0, from: mark) }
    if isValid {
      self.bytes = mark == 0 ? bytes : Array(bytes[mark...])
      malformed = []
    } else {
      self.bytes = bytes.withUnsafeBufferPointer { validator.repair($0, from: mark) }
      malformed = validator.malformed
    }
  }

  /// The text of a Swift string, which is always valid; a leading U+FEFF is left out.
  public init(_ string: String) {
    self.init(validating: Array(string.utf8))
  }

  /// Bytes known to be valid.
  init(bytes: [UInt8], malformed: [Int]) {
    self.bytes = bytes
    self.malformed = malformed
  }

  /// The characters of a stretch; offsets outside the text are clamped to it.
  public func string(_ span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The whole text as a span.
  public var span: Span { Span(0, bytes.count) }
}
