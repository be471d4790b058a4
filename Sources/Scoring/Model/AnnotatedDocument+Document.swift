import UnicodeText
public import VNExtract

extension AnnotatedDocument {
  /// What the extractor answered, with offsets in Unicode scalars, in the form that is scored and written.
  ///
  /// The document must have been extracted with `OffsetUnit.scalar`.
  public init(_ document: Document) {
    let mentions = document.mentions.map { mention in
      var attributes: [String: String] = [:]
      attributes["kind"] = mention.kind
      attributes["status"] = mention.status
      attributes["timex"] = mention.timex
      attributes["value"] = mention.value
      attributes["mod"] = mention.mod
      attributes["unit"] = mention.unit
      attributes["evidence"] = mention.evidence
      attributes["rule"] = mention.rule
      return AnnotatedMention(
        type: mention.type.rawValue, start: mention.range.lowerBound, end: mention.range.upperBound, id: mention.id,
        entity: mention.entity, attributes: attributes)
    }
    let places = Dictionary(uniqueKeysWithValues: document.mentions.enumerated().map { ($1.id, $0) })
    let relations = document.relations.compactMap { relation in
      places[relation.title].map { title in
        AnnotatedRelation(
          title: title, person: relation.person.flatMap { places[$0] },
          organization: relation.organization.flatMap { places[$0] }, status: relation.status, rule: relation.rule)
      }
    }
    self.init(
      id: document.id, language: document.language, date: document.date,
      text: String(decoding: document.text.bytes, as: UTF8.self), mentions: mentions, relations: relations)
  }
}
