@testable import UnicodeText

/// Any steps over any text give valid text, whose stretches come from stretches of the source.
struct NormalizeTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let steps = (0..<1 + pieces.byte() % 4).map { _ in pieces.one(of: NormalizationStep.allCases) }
    let text = Text(validating: pieces.all())
    let result = Normalizer(steps).normalize(text)
    promise(String(validating: result.bytes, as: UTF8.self) != nil, "\(steps): the result is UTF-8")
    let count = result.bytes.count
    promise(result.source(of: Span(0, count)).end <= text.bytes.count, "\(steps): the source is inside the text")
    let alignment = result.alignment
    var last = 0
    for at in stride(from: 0, to: count, by: 1 + count / 32) {
      let source = result.source(of: Span(at, at + 1))
      promise(source.start >= 0 && source.start <= source.end && source.end <= text.bytes.count, "\(steps): \(source)")
      promise(source.start >= last, "\(steps): sources ascend")
      let other = alignment.source(of: Span(at, at + 1))
      promise(other.start <= source.start && other.end >= source.end, "\(steps): one alignment covers each step's")
      last = source.start
    }
    // What a single step has made stays as it is.
    if steps.count == 1 {
      let again = Normalizer(steps).normalize(Text(validating: result.bytes))
      promise(
        again.bytes == result.bytes || again.bytes == Text(validating: result.bytes).bytes, "\(steps): twice as once")
    }
  }
}
