public import Patterns

/// What two records say of whether they are of one person.
///
/// The same name is not enough where the offices contradict one another, and a name of two syllables is not enough alone.
public struct PersonVerdict: Sendable, Hashable {
  /// What was decided.
  public enum Decision: Sendable, Hashable {
    /// One person, with so much evidence.
    case same(Evidence)
    /// Two persons.
    case apart
    /// Nothing can be told.
    case open
  }

  /// What was decided.
  public private(set) var decision = Decision.open
  /// How the names agree; nil where they differ.
  public private(set) var name: NameAgreement?
  /// Whether forms of address tell two genders.
  public private(set) var isOfTwoGenders = false
  /// What the offices that decided say; nil where one of the two holds none.
  public private(set) var offices: OfficeComparison?
  /// Those offices as written.
  public private(set) var texts: [String] = []

  /// Compares two records.
  public init(_ first: PersonRecord, _ second: PersonRecord) {
    name = Self.agreement(first, second)
    guard name != nil else {
      decision = .apart
      return
    }
    if let one = first.gender, let other = second.gender, one != other {
      isOfTwoGenders = true
      decision = .apart
      return
    }
    compareOffices(first, second)
    guard first.words.count > 1, second.words.count > 1 else { return }
    switch offices {
    case .same: decision = .same(.certain)
    case .sameInstitution, .samePlace, .sameButPlace: decision = .same(.likely)
    case .otherInstitution, .otherPlace: decision = .apart
    case .open, nil:
      // An initial stands for many names.
      guard !first.hasInitial else { return }
      let isTelling = first.words.count > 2 || first.key == nil
      decision = .same(isTelling ? .likely : .possible)
    }
  }

  private static func agreement(_ first: PersonRecord, _ second: PersonRecord) -> NameAgreement? {
    if let one = first.key, let other = second.key { return one.agreement(with: other) }
    return first.words == second.words ? .spelling : nil
  }

  /// Takes the pair of offices that says most: first what supports, then what contradicts.
  private mutating func compareOffices(_ first: PersonRecord, _ second: PersonRecord) {
    var best: (rank: Int, result: OfficeComparison, texts: [String])?
    for one in first.held {
      for other in second.held {
        let result = one.office.comparison(with: other.office)
        let rank = Self.order.firstIndex(of: result) ?? Self.order.count
        if rank < best?.rank ?? .max { best = (rank, result, [one.text, other.text]) }
      }
    }
    offices = best?.result
    texts = best?.texts ?? []
  }

  private static let order: [OfficeComparison] = [
    .same, .sameInstitution, .samePlace, .sameButPlace, .otherPlace, .otherInstitution, .open,
  ]
}

extension PersonRecord {
  /// Whether a word of the name is one letter.
  fileprivate var hasInitial: Bool { words.contains { $0.unicodeScalars.count == 1 && key == nil } }
}
