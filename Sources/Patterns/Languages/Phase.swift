/// The steps in which rules are run over a line; later ones can ask for what earlier ones found.
enum Phase: String, CaseIterable {
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

  static let names = allCases.map(\.rawValue)
}
