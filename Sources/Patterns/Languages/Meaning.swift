import Patterns

/// What a rule can say that its match is.
enum Meaning: String, CaseIterable {
  case title
  case person
  case organization
  case place
  /// A point or range on the calendar or clock.
  case date
  /// A range from one DATE to another.
  case period
  /// A length of time.
  case duration
  /// A length counted back from now.
  case back
  /// A recurrence.
  case recurrence
  case number
  /// Who holds which title where.
  case holds
  /// Nothing: takes its tokens from others.
  case reject

  /// The type of the mention it makes, nil for relations and rejections.
  var mentionType: MentionType? {
    switch self {
    case .title: .title
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .date, .period, .duration, .back, .recurrence: .date
    case .number: .number
    case .holds, .reject: nil
    }
  }

  /// The captures and constants that it understands.
  var signature: MeaningSignature {
    switch self {
    case .title:
      MeaningSignature(
        captures: ["status", "title"],
        constants: [
          "kind": ["position", "honorific", "degree", "rank"], "status": ["former", "acting", "elect"],
        ])
    case .person: MeaningSignature(captures: ["name"])
    case .organization: MeaningSignature(captures: ["head", "name"])
    case .place: MeaningSignature(captures: ["head", "name"])
    case .date:
      MeaningSignature(
        captures: DateComposer.captures.union(DateComposer.captures.map { $0 + "2" }),
        constants: Dictionary(uniqueKeysWithValues: DateComposer.captures.map { ($0, []) }))
    case .period: MeaningSignature(captures: ["from", "to"])
    case .duration, .back: MeaningSignature(captures: ["count", "unit", "mod", "half"], constants: ["count": [], "unit": []])
    case .recurrence: MeaningSignature(captures: ["count", "unit", "weekday", "month", "day", "part"])
    case .number:
      MeaningSignature(
        captures: [
          "value", "value2", "mod", "unit", "of", "per", "perunit", "currency", "scale", "ordinal", "roman",
        ],
        constants: [
          "kind": ["cardinal", "ordinal", "percent", "fraction", "rate", "money", "measure", "age"], "mod": [],
          "unit": [], "value": [],
        ])
    case .holds: MeaningSignature(captures: ["person", "title", "organization", "status"], constants: ["status": []])
    case .reject: MeaningSignature(captures: [])
    }
  }

  static let catalog = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.signature) })
}
