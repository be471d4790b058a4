/// What an offset counts.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode scalar values, as in Python.
  case scalar
  /// Bytes of UTF-8.
  case utf8
  /// Code units of UTF-16, as in JavaScript, Java and .NET.
  case utf16

  /// How many units the character whose first byte is `byte` counts; 0 for a continuation byte.
  @inline(__always)
  func width(ofByte byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .scalar: byte & 0xC0 == 0x80 ? 0 : 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : (byte >= 0xF0 ? 2 : 1)
    }
  }
}
