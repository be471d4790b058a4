/// Applies named steps to a text, one after the other, and keeps the alignment to the source.
public struct Normalizer: Sendable {
  /// The steps, in the order they are applied.
  public let steps: [NormalizationStep]

  /// A normalizer of these steps.
  public init(_ steps: [NormalizationStep]) { self.steps = steps }

  /// Rewrites a text; linear in its length for each step.
  public func normalize(_ text: Text) -> NormalizedText {
    var bytes = text.bytes
    var alignments: [Alignment] = []
    for step in steps {
      let result = Self.apply(step, bytes)
      bytes = result.bytes
      alignments.append(result.alignment)
    }
    return NormalizedText(bytes: bytes, alignments: alignments)
  }

  private static func apply(_ step: NormalizationStep, _ bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var alignment = Alignment()
    for unit in NormalizationUnits(step, bytes) {
      let source = bytes[unit.start..<unit.end]
      let target = StepRewriter.rewrite(step, source)
      if !source.elementsEqual(target) {
        alignment.add(.init(source: unit, target: Span(output.count, output.count + target.count)))
      }
      output += target
    }
    return (output, alignment)
  }
}
