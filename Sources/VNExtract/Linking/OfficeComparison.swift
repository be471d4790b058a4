/// How two offices, held by one person or by two namesakes, stand to one another.
public enum OfficeComparison: String, Sendable, CaseIterable {
  /// The same office, whatever the languages.
  case same
  /// Another office in the same institution.
  case sameInstitution = "same-institution"
  /// Institutions of the same place that have officers in common, such as those of party and state.
  case samePlace = "same-place"
  /// The same office but for the place, which one of them does not tell.
  case sameButPlace = "same-but-place"
  /// Nothing can be told: one of them names no institution, is held beside others or no more.
  case open
  /// Offices of two institutions that are not held together.
  case otherInstitution = "other-institution"
  /// Offices of two places.
  case otherPlace = "other-place"

  /// Whether it speaks for one person.
  public var isSupport: Bool {
    switch self {
    case .same, .sameInstitution, .samePlace, .sameButPlace: true
    case .open, .otherInstitution, .otherPlace: false
    }
  }

  /// Whether it speaks against one person.
  public var isContradiction: Bool { self == .otherInstitution || self == .otherPlace }
}
