/// Reads one line of JSON Lines as a document.
struct JSONDocumentReader {
  let file: SourceFile
  let line: Int
  private var mentions = [AnnotatedMention]()
  private var relations = [AnnotatedRelation]()
  /// What the line says stands at each mention, where it says so.
  private var surfaces = [JSONValue?]()

  init(file: SourceFile, line: Int) {
    self.file = file
    self.line = line
  }

  mutating func document(_ value: JSONValue) throws(AnnotationError) -> AnnotatedDocument {
    guard value.members != nil else { throw file.error(at: value.offset, "a JSON object is expected on each line") }
    let text = (value["text"] ?? value["data"])?.string
    if let foreign = ForeignSpans.member(of: value) {
      mentions = try ForeignSpans.mentions(of: foreign, file: file)
    } else if let found = value["mentions"] {
      try readAnswer(found, relations: value["relations"])
    } else if let entities = value["entities"] {
      try readGold(entities)
    } else if value["error"] == nil && value["text"] == nil {
      throw file.error(at: value.offset, "no mentions, entities, spans or label here")
    }
    try convertOffsets(of: value, text: text)
    try checkSurfaces(text: text.map(ScalarText.init))
    return AnnotatedDocument(
      id: value["id"]?.scalarText ?? String(line),
      language: (value["language"] ?? value["lang"])?.string, date: value["date"]?.string, text: text,
      mentions: mentions, relations: relations)
  }

  private mutating func readAnswer(_ list: JSONValue, relations joined: JSONValue?) throws(AnnotationError) {
    var byID = [String: Int]()
    for item in try items(list, "mentions") {
      let mention = try mention(item)
      if let id = mention.id, byID.updateValue(mentions.count, forKey: id) != nil {
        throw file.error(at: item["id"]?.offset ?? item.offset, "two mentions have the id \(id)")
      }
      mentions.append(mention)
      surfaces.append(item["text"])
    }
    guard let joined else { return }
    for item in try items(joined, "relations") where item["type"]?.string ?? "holds" == "holds" {
      func argument(_ name: String) throws(AnnotationError) -> Int? {
        guard let value = item[name] else { return nil }
        guard let index = value.string.flatMap({ byID[$0] }) else {
          throw file.error(at: value.offset, "no mention has the id \(value.scalarText ?? "given here")")
        }
        return index
      }
      guard let title = try argument("title") else { throw file.error(at: item.offset, "this relation has no title") }
      relations.append(
        AnnotatedRelation(
          title: title, person: try argument("person"), organization: try argument("organization"),
          status: item["status"]?.string, rule: item["rule"]?.string))
      // Gold says on the title what an answer says on the relation.
      if let status = item["status"]?.string { mentions[title].attributes["status"] = status }
    }
  }

  private mutating func readGold(_ list: JSONValue) throws(AnnotationError) {
    var titles = [(index: Int, of: JSONValue?, at: JSONValue?)]()
    for item in try items(list, "entities") {
      var mention = try mention(item)
      if mention.type == "PERSON", mention.entity == nil { mention.entity = mention.id }
      if mention.type == "TITLE" { titles.append((mentions.count, item["of"], item["at"])) }
      mention.attributes["of"] = nil
      mention.attributes["at"] = nil
      mentions.append(mention)
      surfaces.append(item["text"])
    }
    let resolver = GoldLinks(mentions: mentions)
    for title in titles {
      do throws(GoldLinks.LinkError) {
        let relation = try resolver.relation(title: title.index, of: title.of?.string, at: title.at?.string)
        if let relation { relations.append(relation) }
      } catch {
        let place =
          switch error.complaint {
          case .unknown(let name, _), .wrongType(let name, _, _): name == "of" ? title.of : title.at
          }
        throw file.error(at: place?.offset ?? list.offset, error.complaint.message)
      }
    }
  }

  private func items(_ list: JSONValue, _ name: String) throws(AnnotationError) -> [JSONValue] {
    guard let items = list.array else { throw file.error(at: list.offset, "\(name) is not an array") }
    return items
  }

  private func mention(_ item: JSONValue) throws(AnnotationError) -> AnnotatedMention {
    guard let members = item.members else { throw file.error(at: item.offset, "a mention is a JSON object") }
    guard let type = (item["type"] ?? item["label"])?.string else {
      throw file.error(at: item.offset, "this mention has no type")
    }
    let (start, end) = try Self.span(item, item["start"], item["end"], file: file)
    var mention = AnnotatedMention(
      type: type, start: start, end: end, id: item["id"]?.scalarText, entity: item["entity"]?.scalarText)
    for (key, value) in members where !Self.structure.contains(key) {
      if let text = value.scalarText { mention.attributes[key] = text }
    }
    return mention
  }

  private static let structure: Set<String> = ["type", "label", "start", "end", "id", "entity", "text", "interval"]

  static func span(
    _ item: JSONValue, _ first: JSONValue?, _ last: JSONValue?, file: SourceFile
  ) throws(AnnotationError) -> (Int, Int) {
    guard let start = first?.integer, start >= 0 else {
      throw file.error(at: first?.offset ?? item.offset, "start is not a whole number of at least 0")
    }
    guard let end = last?.integer, end > start else {
      throw file.error(at: last?.offset ?? item.offset, "end is not a whole number after start")
    }
    return (start, end)
  }

  private mutating func convertOffsets(of value: JSONValue, text: String?) throws(AnnotationError) {
    let unit = value["offsets"]?.string ?? "scalar"
    var units: OffsetUnits?
    if unit != "scalar" {
      guard let text, let table = OffsetUnits(text: text, unit: unit) else {
        throw file.error(
          at: value["offsets"]?.offset ?? value.offset, "offsets in \(unit) can be read only beside the text")
      }
      units = table
    }
    let count = text?.unicodeScalars.count
    for index in mentions.indices {
      if let units {
        guard let start = units.scalars(mentions[index].start), let end = units.scalars(mentions[index].end) else {
          throw file.error(
            at: value.offset, "the span \(mentions[index].start)..<\(mentions[index].end) cuts a character")
        }
        mentions[index].start = start
        mentions[index].end = end
      }
      if let count, mentions[index].end > count {
        throw file.error(
          at: value.offset,
          "the span \(mentions[index].start)..<\(mentions[index].end) ends after the text (\(count) scalars)")
      }
    }
  }

  /// Refuses a mention whose text is not what stands there.
  ///
  /// Offsets in another unit, or into another text, would make every figure wrong. Where the document's text is not given,
  /// the length must be right.
  private func checkSurfaces(text: ScalarText?) throws(AnnotationError) {
    for (mention, surface) in zip(mentions, surfaces) {
      guard let surface, let said = surface.string else { continue }
      if let text {
        if text[mention] != said {
          throw file.error(
            at: surface.offset, "the text at \(mention.start)..<\(mention.end) is “\(text[mention])”, not “\(said)”")
        }
      } else if said.unicodeScalars.count != mention.length {
        throw file.error(
          at: surface.offset,
          "the span \(mention.start)..<\(mention.end) is not of the length of “\(said)” (\(said.unicodeScalars.count) scalars)"
        )
      }
    }
  }
}
