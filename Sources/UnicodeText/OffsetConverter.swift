/// Turns byte offsets of one text into offsets of another unit.
///
/// Ascending offsets cost O(n) in all over the text; one that goes back starts again from the nearer end.
public struct OffsetConverter: Sendable {
  private let bytes: [UInt8]
  private let unit: OffsetUnit
  private var byte = 0
  private var units = 0

  /// A converter for one text, at its start.
  public init(_ text: Text, unit: OffsetUnit) {
    bytes = text.bytes
    self.unit = unit
  }

  /// The offset in `unit` of a byte offset.
  ///
  /// Offsets outside the text are clamped to it; one inside a character counts as that character's end.
  public mutating func convert(_ byte: Int) -> Int {
    let target = min(max(byte, 0), bytes.count)
    if unit == .utf8 { return target }
    if target < self.byte {
      if target < self.byte - target {
        self.byte = 0
        units = 0
      } else {
        units -= Self.units(bytes, target, self.byte, unit)
        self.byte = target
        return units
      }
    }
    units += Self.units(bytes, self.byte, target, unit)
    self.byte = target
    return units
  }

  /// The offset in `unit` of a byte offset; O(byte).
  public static func offset(ofByte byte: Int, unit: OffsetUnit, in text: Text) -> Int {
    units(text.bytes, 0, min(max(byte, 0), text.bytes.count), unit)
  }

  /// The byte offset of an offset in `unit`, or nil where it lies outside the text or inside a character; O(result).
  public static func byteOffset(of offset: Int, unit: OffsetUnit, in text: Text) -> Int? {
    guard offset >= 0 else { return nil }
    let bytes = text.bytes
    var seen = 0
    var index = 0
    while index < bytes.count {
      let isStart = bytes[index] & 0xC0 != 0x80
      if isStart && seen == offset { return index }
      if unit == .utf8 && index >= offset { return nil }
      if seen > offset { return nil }
      seen += unit.width(ofByte: bytes[index])
      index += 1
    }
    return seen == offset ? bytes.count : nil
  }

  /// The units of the characters that begin in a range of bytes; written so that it becomes vector code.
  private static func units(_ bytes: [UInt8], _ start: Int, _ end: Int, _ unit: OffsetUnit) -> Int {
    guard start < end else { return 0 }
    if unit == .utf8 { return end - start }
    return bytes.withUnsafeBufferPointer { buffer in
      var total = 0
      for index in start..<end {
        let byte = buffer[index]
        total &+= byte & 0xC0 == 0x80 ? 0 : 1
        total &+= unit == .utf16 && byte >= 0xF0 ? 1 : 0
      }
      return total
    }
  }
}
