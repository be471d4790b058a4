/// Turns `of` and `at` of gold titles into relations, by the ids that persons, organizations and places carry.
struct GoldLinks {
  enum Complaint: Equatable {
    case unknown(attribute: String, id: String)
    case wrongType(attribute: String, id: String, type: String)

    var message: String {
      switch self {
      case .unknown("of", let id): "of=\"\(id)\": no PERSON has this id"
      case .unknown(let attribute, let id): "\(attribute)=\"\(id)\": no ORG or LOC has this id"
      case .wrongType("of", let id, let type): "of=\"\(id)\" is \(type), not a PERSON"
      case .wrongType(let attribute, let id, let type): "\(attribute)=\"\(id)\" is \(type), not an ORG or LOC"
      }
    }
  }

  private let mentions: [AnnotatedMention]
  private var byID: [String: [Int]] = [:]

  init(mentions: [AnnotatedMention]) {
    self.mentions = mentions
    for (index, mention) in mentions.enumerated() {
      if let id = mention.id { byID[id, default: []].append(index) }
    }
  }

  /// The relation of a title, or nil if it has neither `of` nor `at`.
  func relation(title: Int, of: String?, at: String?) throws(LinkError) -> AnnotatedRelation? {
    if of == nil && at == nil { return nil }
    return AnnotatedRelation(
      title: title,
      person: try target(of, attribute: "of", title: title, types: ["PERSON"]),
      organization: try target(at, attribute: "at", title: title, types: ["ORG", "LOC"]),
      status: mentions[title]["status"])
  }

  struct LinkError: Error { let complaint: Complaint }

  /// The mention nearest to the title among those with the id: the one in the title's own phrase.
  ///
  /// Of two equally near, the later.
  private func target(_ id: String?, attribute: String, title: Int, types: Set<String>) throws(LinkError) -> Int? {
    guard let id else { return nil }
    let named = byID[id] ?? []
    let candidates = named.filter { types.contains(mentions[$0].type) }
    func gap(_ index: Int) -> Int {
      max(mentions[index].start - mentions[title].end, mentions[title].start - mentions[index].end)
    }
    if let nearest = candidates.reversed().min(by: { gap($0) < gap($1) }) { return nearest }
    if let other = named.first {
      throw LinkError(complaint: .wrongType(attribute: attribute, id: id, type: mentions[other].type))
    }
    throw LinkError(complaint: .unknown(attribute: attribute, id: id))
  }
}
