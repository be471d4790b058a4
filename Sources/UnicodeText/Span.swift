/// A half-open stretch of a text.
///
/// Offsets count UTF-8 bytes of `Text.bytes` from 0; `start` ≤ `end`. Spans order by start, then by end.
public struct Span: Hashable, Comparable, Sendable {
  /// Offset of the first byte inside.
  public var start: Int
  /// Offset of the first byte after.
  public var end: Int

  /// The stretch from `start` up to, not including, `end`; an `end` before `start` gives an empty span.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Number of bytes inside.
  public var count: Int { end - start }

  /// Whether no byte is inside.
  public var isEmpty: Bool { end <= start }

  /// Whether the two have a byte in common; an empty span overlaps nothing.
  public func overlaps(_ other: Span) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  /// Whether every byte of `other` is inside; an empty span is inside where its offset lies in `start...end`.
  public func contains(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the byte at `offset` is inside.
  public func contains(_ offset: Int) -> Bool {
    start <= offset && offset < end
  }

  /// Orders by start, then by end.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }
}
