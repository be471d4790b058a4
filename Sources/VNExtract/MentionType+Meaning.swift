import Patterns

extension Meaning {
  /// The type of the mention it makes, nil for relations and rejections.
  var mentionType: MentionType? {
    switch self {
    case .title: .title
    case .person: .person
    case .organization: .organization
    case .place: .place
    case .date, .period, .duration, .back, .shift, .recurrence: .date
    case .number: .number
    case .holds, .reject: nil
    }
  }

  /// Whether it is a name of somebody or something.
  var isName: Bool { self == .person || self == .organization || self == .place }
}

extension MentionType {
  /// The type as facts of mentions have it.
  var term: Term {
    switch self {
    case .title: Terms.title
    case .person: Terms.person
    case .organization: Terms.organization
    case .place: Terms.place
    case .date: Terms.date
    case .number: Terms.number
    }
  }

  private enum Terms {
    static let title = Term(MentionType.title.rawValue)
    static let person = Term(MentionType.person.rawValue)
    static let organization = Term(MentionType.organization.rawValue)
    static let place = Term(MentionType.place.rawValue)
    static let date = Term(MentionType.date.rawValue)
    static let number = Term(MentionType.number.rawValue)
  }
}
