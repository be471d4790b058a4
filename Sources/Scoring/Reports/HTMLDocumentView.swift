/// One document of the HTML report, made ready to show its differences.
struct HTMLDocumentView {
  let id: String
  private let text: ScalarText?
  private let gold: [AnnotatedMention]
  private let predicted: [AnnotatedMention]
  private let direction: String

  init(_ document: ScoreReport.Document) {
    id = document.gold.id
    text = (document.gold.text ?? document.answer?.text).map(ScalarText.init)
    gold = document.gold.mentions
    predicted = document.answer?.mentions ?? []
    direction = text.map(Self.isRightToLeft) ?? false ? "rtl" : "ltr"
  }

  /// Whether most letters are of a script written from right to left.
  private static func isRightToLeft(_ text: ScalarText) -> Bool {
    var balance = 0
    for scalar in text.scalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      // Hebrew, Arabic, Syriac, Thaana, NKo and their extensions and presentation forms.
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: balance += 1
      default: balance -= 1
      }
    }
    return balance > 0
  }

  func article(_ error: ScoreError) -> String {
    let types = Set([error.gold?.type, error.predicted?.type].compactMap { $0 }).sorted()
    let rule = error.predicted?["rule"]
    var output = "<article data-kind=\"\(error.kind.rawValue)\" data-type=\"\(escaped(types.joined(separator: " ")))\""
    output += " data-document=\"\(escaped(id))\" data-rule=\"\(escaped(rule ?? ""))\">\n"
    output +=
      "<header><b class=\"\(error.kind.rawValue)\">\(error.kind.rawValue)</b> \(escaped(types.joined(separator: " / ")))"
    output += " <span>\(escaped(id))</span>"
    if let rule { output += " <code>\(escaped(rule))</code>" }
    for name in error.attributes {
      let expected = escaped(error.gold?[name] ?? "none")
      let given = escaped(error.predicted?[name] ?? "none")
      output += " <span>\(escaped(name)): <bdi>\(expected)</bdi>, given as <bdi>\(given)</bdi></span>"
    }
    output += "</header>\n"
    if let context = ErrorContext(error, text: text, margin: 80) {
      output += row("gold", context, gold, error.gold)
      output += row("system", context, predicted, error.predicted)
    } else {
      for (side, mention) in [("gold", error.gold), ("system", error.predicted)] {
        if let mention { output += "<p><i>\(side)</i> \(escaped(mention.type)) \(mention.start)–\(mention.end)</p>\n" }
      }
    }
    return output + "</article>\n"
  }

  /// The window's text with the mentions of one side marked, the one in question strongly.
  private func row(
    _ side: String, _ context: ErrorContext, _ mentions: [AnnotatedMention], _ subject: AnnotatedMention?
  ) -> String {
    var output = "<p><i>\(side)</i><span dir=\"\(direction)\">"
    var position = context.window.lowerBound
    // Where mentions overlap, the one in question is shown.
    let shown = mentions.filter { mention in
      guard mention.start < context.window.upperBound, mention.end > context.window.lowerBound else { return false }
      guard let subject, mention != subject else { return true }
      return mention.end <= subject.start || mention.start >= subject.end
    }
    for mention in shown where mention.start >= position || mention.start < context.window.lowerBound {
      let start = max(mention.start, position)
      let end = min(mention.end, context.window.upperBound)
      if start >= end { continue }
      output += paragraph(context.text[position..<start])
      let details = mention.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      output += "<mark class=\"\(mention == subject ? "subject " : "")\(escaped(mention.type))\""
      output += " title=\"\(escaped(details.joined(separator: " ")))\" tabindex=\"0\">"
      // Behind the text, so that Arabic letters join across the beginning of a mention.
      output += paragraph(context.text[start..<end]) + "<small>\(escaped(mention.type))</small></mark>"
      position = end
    }
    output += paragraph(context.text[position..<max(position, context.window.upperBound)])
    return output + "</span></p>\n"
  }

  /// Text with its lines' ends shown, so that a context stays one paragraph.
  private func paragraph(_ text: String) -> String {
    escaped(text.replacing("\r\n", with: "\n").replacing("\n", with: "↵ "))
  }

  private func escaped(_ text: String) -> String { HTMLReport.escaped(text) }
}
