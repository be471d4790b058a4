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
  /// A point so far from another DATE.
  case shift
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
    "century", "mod", "deictic", "era", "count", "unit", "same", "meridiem", "direction", "clock", "nth", "last",
    "week", "left", "right", "calendar", "cycle",
    "leap", "zone", "vague", "feast",
  ]

  /// The captures and constants that it understands.
  var signature: MeaningSignature {
    switch self {
    case .title:
      MeaningSignature(
        captures: ["status", "title"],
        constants: [
          "kind": ["position", "honorific", "degree", "rank"], "status": ["former", "acting", "elect"],
          "complete": ["yes"],
        ])
    case .person: MeaningSignature(captures: ["name"], constants: ["kind": []])
    case .organization: MeaningSignature(captures: ["head", "name"])
    case .place: MeaningSignature(captures: ["head", "name"])
    case .date:
      MeaningSignature(
        captures: Self.dateParts.union(Self.dateParts.map { $0 + "2" }),
        constants: Dictionary(uniqueKeysWithValues: Self.dateParts.map { ($0, []) }))
    case .period: MeaningSignature(captures: ["from", "to"])
    case .duration, .back, .shift:
      MeaningSignature(
        captures: Set(
          ["mod", "half", "direction", "base"]
            + ["", "2", "3", "4"].flatMap { ["count" + $0, "unit" + $0, "of" + $0] }),
        constants: ["count": [], "unit": [], "mod": [], "direction": [], "distance": [], "range": ["yes"]])
    case .recurrence:
      MeaningSignature(
        captures: ["count", "unit", "weekday", "month", "day", "part", "hour", "minute", "meridiem"])
    case .number:
      MeaningSignature(
        captures: [
          "value", "value2", "mod", "unit", "of", "per", "perunit", "currency", "scale", "ordinal", "roman",
          "sign", "part", "partunit", "part2", "partunit2", "half",
        ],
        constants: [
          "kind": ["cardinal", "ordinal", "percent", "fraction", "rate", "money", "measure", "age"], "mod": [],
          "unit": [], "value": [], "scale": [],
        ])
    case .holds:
      MeaningSignature(
        captures: ["person", "title", "organization", "status"],
        constants: ["status": [], "holder": ["above", "subject"]])
    case .reject: MeaningSignature(captures: [])
    }
  }

  static let catalog = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.signature) })
}
