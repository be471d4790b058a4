/// A text with its mentions and relations: one gold document, or one answer of a system.
public struct AnnotatedDocument: Sendable, Hashable {
  /// What pairs a system's answer with its gold.
  public var id: String
  /// Language code such as `vi`; nil where the file does not say.
  public var language: String?
  /// Reference date as written, `YYYY-MM-DD` or a local date-time; nil where there is none.
  public var date: String?
  /// The text the offsets count in; nil for an answer given without its text.
  public var text: String?
  /// The mentions, in text order.
  public var mentions: [AnnotatedMention]
  /// The relations between mentions.
  public var relations: [AnnotatedRelation]

  /// Makes a document and puts its mentions in text order; relations keep pointing at the mentions they pointed at.
  public init(
    id: String, language: String? = nil, date: String? = nil, text: String? = nil,
    mentions: [AnnotatedMention] = [], relations: [AnnotatedRelation] = []
  ) {
    self.id = id
    self.language = language
    self.date = date
    self.text = text
    self.mentions = mentions
    self.relations = relations
    sortMentions()
  }

  private mutating func sortMentions() {
    func precedes(_ a: AnnotatedMention, _ b: AnnotatedMention) -> Bool {
      (a.start, a.end, a.type) < (b.start, b.end, b.type)
    }
    let sorted = zip(mentions, mentions.dropFirst()).allSatisfy { !precedes($1, $0) }
    if sorted { return }
    // The index breaks ties, so that equal mentions keep the file's order.
    let order = mentions.indices.sorted { a, b in
      precedes(mentions[a], mentions[b]) || (!precedes(mentions[b], mentions[a]) && a < b)
    }
    var place = [Int](repeating: 0, count: mentions.count)
    for (new, old) in order.enumerated() { place[old] = new }
    mentions = order.map { mentions[$0] }
    for index in relations.indices {
      relations[index].title = place[relations[index].title]
      relations[index].person = relations[index].person.map { place[$0] }
      relations[index].organization = relations[index].organization.map { place[$0] }
    }
  }
}
