/// An office in terms that are the same in every language: what is held, of what rank, in which institution of what place.
public struct Office: Sendable, Hashable {
  /// Ranks such as `vice` and `standing`.
  public internal(set) var grades: Set<String> = []
  /// What is held, each set what one word may mean; empty where the words are not known.
  public internal(set) var posts: [Set<String>] = []
  /// The kinds of institution: `peoples-committee`.
  public internal(set) var bodies: Set<String> = []
  /// What the institution deals with: `health`.
  public internal(set) var fields: Set<String> = []
  /// Of what kind of place the institution is: `province`; the first that is named.
  public internal(set) var level: String?
  /// What is left of the institution's name: its proper name and its places, as they stand in it.
  public internal(set) var places: [OfficePlace] = []
  /// The branches its institutions belong to: `party`, `state`, `council`.
  public internal(set) var branches: Set<String> = []
  /// Whether it is held beside others, as a seat in a committee is.
  public internal(set) var isMembership = false
  /// Whether there is one such institution only, so that its name needs no place.
  public internal(set) var isUnique = false
  /// Whether it is held no more.
  public internal(set) var isFormer = false
  /// The words of the title that the lexicons do not know, folded.
  public internal(set) var otherWords: [String] = []

  /// Whether anything is known of the institution.
  public var hasInstitution: Bool { !bodies.isEmpty || !fields.isEmpty || !places.isEmpty }

  /// What it is in short: `vice+chairman peoples-committee province ca mau`; nil where it is not known what is held.
  public var code: String? {
    guard !posts.isEmpty else { return nil }
    let held = (grades.sorted() + posts.map { $0.sorted().joined(separator: "/") }).joined(separator: "+")
    let rest = bodies.sorted() + fields.sorted() + (level.map { [$0] } ?? []) + places.map(\.name)
    return ([held] + rest).joined(separator: " ")
  }

  /// Whether the same is held, whatever the institution.
  public func hasSamePost(as other: Office) -> Bool {
    guard !posts.isEmpty, posts.count == other.posts.count, grades == other.grades else {
      return posts.isEmpty && other.posts.isEmpty && !otherWords.isEmpty && otherWords == other.otherWords
    }
    return zip(posts, other.posts).allSatisfy { !$0.isDisjoint(with: $1) }
  }

  /// How this office and another one of the same person or of a namesake stand to one another.
  public func comparison(with other: Office) -> OfficeComparison {
    let place = placeRelation(to: other)
    // A seat is held beside other offices, and an office that has ended says nothing of others.
    let isFree = isFormer || other.isFormer || isMembership || other.isMembership
    if place == .different { return isFree ? .open : .otherPlace }
    guard hasInstitution, other.hasInstitution else { return .open }
    let areBodiesKnown = !bodies.isEmpty && !other.bodies.isEmpty
    if areBodiesKnown, !hasSameBody(as: other) {
      if isFree { return .open }
      let areApart = !branches.isEmpty && !other.branches.isEmpty && branches.isDisjoint(with: other.branches)
      return place == .same && areApart ? .samePlace : .otherInstitution
    }
    if place == .same || areBodiesKnown && places.isEmpty && other.places.isEmpty && isUnique && other.isUnique {
      return hasSamePost(as: other) ? .same : .sameInstitution
    }
    return areBodiesKnown && hasSamePost(as: other) ? .sameButPlace : .open
  }

  private func hasSameBody(as other: Office) -> Bool {
    bodies == other.bodies && fields == other.fields && (level == nil || other.level == nil || level == other.level)
  }

  /// How the proper names stand to one another; nil where one of the offices has none.
  private func placeRelation(to other: Office) -> OfficePlace.Relation? {
    guard let own = places.first, let first = other.places.first else { return nil }
    let relation = own.relation(to: first)
    guard relation == .different else { return relation }
    // One may name a larger place only: a commune of a province, and the province.
    let isInside =
      other.places.dropFirst().contains { own.relation(to: $0) == .same }
      || places.dropFirst().contains { first.relation(to: $0) == .same }
    return isInside ? .unknown : .different
  }
}
