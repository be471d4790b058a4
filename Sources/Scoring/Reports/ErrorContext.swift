/// A difference with the text around it.
struct ErrorContext {
  /// What is shown, in scalars of the document.
  let window: Range<Int>
  let text: ScalarText

  /// Nil where the document's text is not known.
  init?(_ error: ScoreError, text: ScalarText?, margin: Int) {
    guard let text, let first = error.gold ?? error.predicted else { return nil }
    let start = min(first.start, error.predicted?.start ?? first.start)
    let end = max(first.end, error.predicted?.end ?? first.end)
    var lower = max(0, min(start, text.count) - margin)
    var upper = min(text.count, end + margin)
    // Whole words are shown, but no more than half as much again.
    let leastLower = max(0, lower - margin / 2)
    while lower > leastLower, !text.scalars[lower - 1].properties.isWhitespace { lower -= 1 }
    let greatestUpper = min(text.count, upper + margin / 2)
    while upper < greatestUpper, !text.scalars[upper].properties.isWhitespace { upper += 1 }
    window = lower..<max(lower, upper)
    self.text = text
  }

  /// The difference in one line: kind, type, place, what is written there.
  static func line(_ error: ScoreError, in report: ScoreReport) -> String {
    let document = report.documents.first { $0.gold.id == error.document }
    let text = (document?.gold.text ?? document?.answer?.text).map(ScalarText.init)
    func shown(_ mention: AnnotatedMention?) -> String? {
      guard let mention else { return nil }
      let surface = text.map { "“\($0[mention].replacing("\n", with: " "))”" } ?? "\(mention.start)..<\(mention.end)"
      return "\(mention.type) \(surface)"
    }
    var parts = ["\(error.document): \(error.kind.rawValue)"]
    if let gold = shown(error.gold) { parts.append(gold) }
    if error.kind == .attribute {
      parts += error.attributes.map { name in
        "\(name) \(error.gold?[name] ?? "none") given as \(error.predicted?[name] ?? "none")"
      }
    } else if let predicted = shown(error.predicted) {
      parts.append(error.gold == nil ? predicted : "given as \(predicted)")
    }
    if let rule = error.predicted?["rule"] { parts.append("by \(rule)") }
    return parts.joined(separator: " · ")
  }
}
