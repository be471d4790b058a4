/// Writes JSON Lines, one object a document, without a line's end.
public enum JSONLinesWriter {
  /// The shape of a line.
  public enum Shape: Sendable {
    /// The project's own answers: `mentions`, `relations`, `entities`, and the text.
    case answer
    /// Gold: `entities` with `of` and `at` on titles.
    case gold
    /// spaCy's training shape: `entities: [[start, end, label], …]`.
    case spacy
    /// Prodigy's: `spans: [{start, end, label}, …]`.
    case prodigy
    /// doccano's: `label: [[start, end, label], …]`.
    case doccano
  }

  /// One document as one line; all offsets count Unicode scalars.
  ///
  /// The shapes of other tools say types and spans only.
  public static func write(_ document: AnnotatedDocument, shape: Shape = .answer) -> String {
    let triples = document.mentions.map { "[\($0.start),\($0.end),\(JSONText.quoted($0.type))]" }
    var members = [(String, String)]()
    if shape == .answer { members.append(("schema", "1")) }
    members.append(("id", JSONText.quoted(document.id)))
    if let language = document.language {
      members.append((shape == .answer ? "language" : "lang", JSONText.quoted(language)))
    }
    if let date = document.date { members.append(("date", JSONText.quoted(date))) }
    if shape == .answer { members.append(("offsets", JSONText.quoted("scalar"))) }
    if let text = document.text { members.append(("text", JSONText.quoted(text))) }
    switch shape {
    case .answer: members += answer(document)
    case .gold: members.append(("entities", JSONText.array(gold(document))))
    case .spacy: members.append(("entities", JSONText.array(triples)))
    case .doccano: members.append(("label", JSONText.array(triples)))
    case .prodigy:
      let spans = document.mentions.map {
        JSONText.object([("start", "\($0.start)"), ("end", "\($0.end)"), ("label", JSONText.quoted($0.type))])
      }
      members.append(("spans", JSONText.array(spans)))
    }
    return JSONText.object(members)
  }

  private static func answer(_ document: AnnotatedDocument) -> [(String, String)] {
    // Ids of gold are shared by the mentions of a person, so every mention gets its own.
    let text = document.text.map(ScalarText.init)
    let groups = document.entityGroups
    var entityOf = [Int: String]()
    for (number, group) in groups.enumerated() {
      for index in group { entityOf[index] = "e\(number + 1)" }
    }
    let mentions = document.mentions.enumerated().map { index, mention in
      JSONText.object(
        mentionMembers(mention, id: "m\(index + 1)", entity: entityOf[index], text: text))
    }
    let relations = document.relations.map { relation in
      var members = [("type", JSONText.quoted("holds"))]
      if let person = relation.person { members.append(("person", JSONText.quoted("m\(person + 1)"))) }
      members.append(("title", JSONText.quoted("m\(relation.title + 1)")))
      if let organization = relation.organization {
        members.append(("organization", JSONText.quoted("m\(organization + 1)")))
      }
      if let status = relation.status { members.append(("status", JSONText.quoted(status))) }
      if let rule = relation.rule { members.append(("rule", JSONText.quoted(rule))) }
      return JSONText.object(members)
    }
    let entities = groups.enumerated().map { number, group in
      let names = group.map { document.mentions[$0]["name"] ?? text?[document.mentions[$0]] ?? "" }
      let longest = names.reduce("") { $1.unicodeScalars.count > $0.unicodeScalars.count ? $1 : $0 }
      return JSONText.object([
        ("id", JSONText.quoted("e\(number + 1)")),
        ("type", JSONText.quoted(group.first.map { document.mentions[$0].type } ?? "")),
        ("name", JSONText.quoted(longest)),
        ("mentions", JSONText.array(group.map { JSONText.quoted("m\($0 + 1)") })),
      ])
    }
    return [
      ("mentions", JSONText.array(mentions)), ("relations", JSONText.array(relations)),
      ("entities", JSONText.array(entities)),
    ]
  }

  private static func gold(_ document: AnnotatedDocument) -> [String] {
    let identifiers = GoldIdentifiers(document)
    let relations = Dictionary(document.relations.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
    let text = document.text.map(ScalarText.init)
    return document.mentions.enumerated().map { index, mention in
      var members = mentionMembers(
        mention, id: identifiers.identifier(of: index), entity: mention.type == "PERSON" ? nil : mention.entity,
        text: text)
      if let of = relations[index]?.person.flatMap({ identifiers.identifier(of: $0) }) {
        members.append(("of", JSONText.quoted(of)))
      }
      if let at = relations[index]?.organization.flatMap({ identifiers.identifier(of: $0) }) {
        members.append(("at", JSONText.quoted(at)))
      }
      return JSONText.object(members)
    }
  }

  private static func mentionMembers(
    _ mention: AnnotatedMention, id: String?, entity: String?, text: ScalarText?
  ) -> [(String, String)] {
    var members = [(String, String)]()
    if let id { members.append(("id", JSONText.quoted(id))) }
    members += [("type", JSONText.quoted(mention.type)), ("start", "\(mention.start)"), ("end", "\(mention.end)")]
    if let text { members.append(("text", JSONText.quoted(text[mention]))) }
    for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
      members.append((name, JSONText.quoted(value)))
    }
    if let entity { members.append(("entity", JSONText.quoted(entity))) }
    return members
  }
}
