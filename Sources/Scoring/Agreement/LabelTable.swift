/// How often each pair of labels was given to a token by two annotators.
struct LabelTable {
  private struct Labels: Hashable {
    let first: String?
    let second: String?
  }

  private var counts: [Labels: Int] = [:]
  private(set) var total = 0

  mutating func add(_ first: AnnotatedDocument, _ second: AnnotatedDocument, types: Set<String>?) {
    let text = ScalarText(first.text ?? second.text ?? "")
    var firstLabels = Cursor(first, types)
    var secondLabels = Cursor(second, types)
    for token in TextTokens(text).ranges {
      let labels = Labels(
        first: firstLabels.label(at: token.lowerBound), second: secondLabels.label(at: token.lowerBound))
      counts[labels, default: 0] += 1
      total += 1
    }
  }

  /// `(observed - expected) / (1 - expected)`, where chance is each annotator's own distribution.
  var kappa: Double? {
    guard total > 0 else { return nil }
    let first = margins(\.first)
    let second = margins(\.second)
    let squares = Double(total) * Double(total)
    let expected = first.reduce(0) { $0 + Double($1.value) * Double(second[$1.key] ?? 0) / squares }
    return expected == 1 ? nil : (observed - expected) / (1 - expected)
  }

  /// `1 - disagreement / expected disagreement`, where chance is the distribution of all labels together.
  var alpha: Double? {
    guard total > 0 else { return nil }
    let values = Double(2 * total)
    let together = margins(\.first).merging(margins(\.second), uniquingKeysWith: +)
    let expected = 1 - together.values.reduce(0) { $0 + Double($1) * Double($1 - 1) } / (values * (values - 1))
    return expected == 0 ? nil : 1 - (1 - observed) / expected
  }

  private var observed: Double {
    Double(counts.reduce(0) { $1.key.first == $1.key.second ? $0 + $1.value : $0 }) / Double(total)
  }

  private func margins(_ side: (Labels) -> String?) -> [String?: Int] {
    var margins = [String?: Int]()
    for (labels, count) in counts { margins[side(labels), default: 0] += count }
    return margins
  }

  /// Walks through a document's mentions as offsets grow.
  private struct Cursor {
    private var mentions: ArraySlice<AnnotatedMention>

    init(_ document: AnnotatedDocument, _ types: Set<String>?) {
      mentions = document.mentions.filter { types?.contains($0.type) ?? true }.sorted { $0.start < $1.start }[...]
    }

    mutating func label(at offset: Int) -> String? {
      while let mention = mentions.first, mention.end <= offset { mentions = mentions.dropFirst() }
      return mentions.first.flatMap { $0.start <= offset ? $0.type : nil }
    }
  }
}
