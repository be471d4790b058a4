/// What one document says of persons and offices: all that linking needs of an answer.
public struct LinkDocument: Sendable, Hashable {
  /// A person, with the writings of the name that stand in the document.
  public struct Person: Sendable, Hashable {
    /// The id of the entity.
    public var entity: String
    /// The writings of the name, in text order, each once.
    public var names: [String]

    /// Creates a person.
    public init(entity: String, names: [String]) {
      self.entity = entity
      self.names = names
    }
  }

  /// A title with what its phrase says.
  public struct Title: Sendable, Hashable {
    /// The title as written.
    public var text: String
    /// `position`, `honorific`, `degree` or `rank`.
    public var kind: String?
    /// The institution or place, nil where the phrase names none.
    public var institution: String?
    /// `former`, `acting` or `elect`.
    public var status: String?
    /// The entity of the person, nil where the phrase names none.
    public var person: String?

    /// Creates a title.
    public init(
      text: String, kind: String? = nil, institution: String? = nil, status: String? = nil, person: String? = nil
    ) {
      self.text = text
      self.kind = kind
      self.institution = institution
      self.status = status
      self.person = person
    }
  }

  /// The document's id.
  public var id: String
  /// The tag of its language.
  public var language: String
  /// Its persons in the order of their first mentions.
  public var persons: [Person]
  /// Its titles in text order, each as often as it differs.
  public var titles: [Title]

  /// Creates a document.
  public init(id: String, language: String, persons: [Person] = [], titles: [Title] = []) {
    self.id = id
    self.language = language
    self.persons = persons
    self.titles = titles
  }

  /// What the extractor found in a document.
  public init(_ document: Document) {
    self.init(id: document.id, language: document.language)
    var mentions = document.mentions.map {
      Part(id: $0.id, type: $0.type.rawValue, text: $0.text, name: $0.name, kind: $0.kind, entity: $0.entity)
    }
    let joins = document.relations.map {
      Join(person: $0.person, title: $0.title, institution: $0.organization, status: $0.status)
    }
    fill(&mentions, joins)
  }

  /// A mention as far as it matters here.
  struct Part {
    var id = ""
    var type = ""
    var text = ""
    var name: String?
    var kind: String?
    var entity: String?
  }

  /// A relation of mentions.
  struct Join {
    var person: String?
    var title: String?
    var institution: String?
    var status: String?
  }

  /// Puts persons and titles together from mentions and relations.
  mutating func fill(_ mentions: inout [Part], _ joins: [Join]) {
    var places: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      places[mention.id] = index
      guard mention.type == MentionType.person.rawValue else { continue }
      // A person without an entity is one of its own.
      let entity = mention.entity ?? mention.id
      mentions[index].entity = entity
      let name = mention.name ?? mention.text
      if let known = persons.firstIndex(where: { $0.entity == entity }) {
        if !persons[known].names.contains(name) { persons[known].names.append(name) }
      } else {
        persons.append(Person(entity: entity, names: [name]))
      }
    }
    func mention(_ id: String?) -> Part? { id.flatMap { places[$0] }.map { mentions[$0] } }
    var seen: Set<Title> = []
    for join in joins {
      guard let title = mention(join.title) else { continue }
      let institution = mention(join.institution)
      let found = Title(
        text: title.text, kind: title.kind, institution: institution.map { $0.name ?? $0.text }, status: join.status,
        person: mention(join.person)?.entity)
      if seen.insert(found).inserted { titles.append(found) }
    }
  }
}
