import VNExtract

/// What there is to say of a mention beside its text, in a line for reading.
struct MentionDetails: CustomStringConvertible {
  let description: String

  /// `offices` are those that the document gives the person.
  init(_ mention: Mention, offices: [String] = []) {
    var parts: [String] = []
    func add(_ label: String, _ value: String?) {
      guard let value else { return }
      // Whatever its direction, a value does not disturb what stands beside it.
      parts.append((label.isEmpty ? "" : label + " ") + "\u{2068}" + value + "\u{2069}")
    }
    add("", mention.kind)
    add("", mention.timex)
    add("value", mention.value)
    add("", mention.mod)
    add("unit", mention.unit)
    add("code", mention.code)
    add("of", mention.subject)
    add("", mention.change)
    if let interval = mention.interval {
      add("from", interval.start)
      add("until", interval.end)
    }
    add("by", mention.basis?.rawValue)
    add("now in", mention.now)
    add("", mention.status)
    add("name", mention.name == mention.text ? nil : mention.name)
    for office in offices { add("holds", office) }
    add("", mention.entity)
    add("", mention.evidence)
    add("rule", mention.rule)
    description = parts.joined(separator: " · ")
  }
}
