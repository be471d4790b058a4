/// What a rule can say that its match is.
public enum Meaning: String, CaseIterable, Sendable {
  /// What a person is called or holds.
  case title
  /// A person's name.
  case person
  /// A particular institution.
  case organization
  /// A named place.
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
  /// A numeric fact.
  case number
  /// Who holds which title where.
  case holds
  /// Nothing: takes its tokens from others.
  case reject

  /// The parts of a date; with a `2` behind them they belong to the end of a range.
  static let dateParts: Set<String> = [
    "day", "month", "year", "weekday", "part", "hour", "minute", "second", "quarter", "half", "season", "decade",
    "century", "mod", "deictic", "era", "count", "unit", "same", "meridiem", "direction", "clock",
  ]

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
        captures: Self.dateParts.union(Self.dateParts.map { $0 + "2" }),
        constants: Dictionary(uniqueKeysWithValues: Self.dateParts.map { ($0, []) }))
    case .period: MeaningSignature(captures: ["from", "to"])
    case .duration, .back:
      MeaningSignature(
        captures: ["count", "unit", "count2", "unit2", "count3", "unit3", "mod", "half"],
        constants: ["count": [], "unit": [], "mod": []])
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
