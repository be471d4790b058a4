/// The steps in which rules are run over a line; later ones can ask for what earlier ones found.
public enum Phase: String, CaseIterable, Sendable {
  /// Numbers and quantities.
  case number
  /// Points, spans and recurrences of time.
  case date
  /// Places.
  case place
  /// Organizations.
  case organization
  /// Titles.
  case title
  /// Persons.
  case person
  /// What needs persons: titles beside names, names beside titles.
  case late
  /// Relations between the mentions that won.
  case relation

  /// The names of all phases in their order.
  public static let names = allCases.map(\.rawValue)

  /// Its place in the order of phases.
  public var index: Int { Phase.allCases.firstIndex(of: self) ?? 0 }
}
