/// A rewritten text that knows where each part of it comes from.
public struct NormalizedText: Sendable {
  /// The rewritten text as UTF-8.
  public let bytes: [UInt8]
  /// What each step did, in the order of the steps.
  let alignments: [Alignment]

  /// What all steps together did; linear.
  public var alignment: Alignment { alignments.reduce(Alignment()) { $0.followed(by: $1) } }

  /// The rewritten text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The stretch of the source that a stretch of `bytes` comes from; O(steps · log n).
  public func source(of span: Span) -> Span {
    alignments.reversed().reduce(span) { $1.source(of: $0) }
  }
}
