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
