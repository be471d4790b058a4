extension Mention {
  /// What the mention says, by its type.
  ///
  /// Nil only where a rule of one's own gave a kind that is none of those known.
  public var typedValue: Value? {
    switch type {
    case .title:
      kind.flatMap(Value.Title.Kind.init(rawValue:)).map { .title(Value.Title(kind: $0, status: typedStatus)) }
    case .person: .person(Value.Name(name: name ?? text, entity: entity))
    case .organization: .organization(Value.Name(name: name ?? text, entity: entity))
    case .place: .place(Value.Place(name: name ?? text, code: code, now: now))
    case .date: date.map { .date($0) }
    case .number: number.map { .number($0) }
    }
  }

  private var typedStatus: Value.Status? { status.flatMap(Value.Status.init(rawValue:)) }

  private var modifier: Value.Modifier? { mod.flatMap(Value.Modifier.init(rawValue:)) }

  private var date: Value.Date? {
    guard let kind = timex.flatMap(Value.Date.Kind.init(rawValue:)), let value else { return nil }
    return Value.Date(
      kind: kind, value: value, modifier: modifier, start: interval?.start.flatMap { CivilDateTime($0) },
      end: interval?.end.flatMap { CivilDateTime($0) }, basis: basis)
  }

  private var number: Value.Number? {
    guard let kind = kind.flatMap(Value.Number.Kind.init(rawValue:)), let value else { return nil }
    let sides = value.split(separator: "/", maxSplits: 1)
    return Value.Number(
      kind: kind, amount: sides.first.flatMap { Value.Number.Amount($0) },
      per: sides.count == 2 ? Value.Number.Amount(sides[1]) : nil, modifier: modifier, unit: unit, code: code,
      subject: subject, change: change.flatMap(Value.Number.Change.init(rawValue:)))
  }
}
