import Scoring

/// Made-up documents for properties, the same on every run.
struct RandomDocuments {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func pick<T>(_ items: [T]) -> T { items[number(below: items.count)] }

  /// A document with flat mentions that begin and end at characters of words, with the attributes gold asks for.
  mutating func gold(id: String) -> AnnotatedDocument {
    let pieces = ["Lan", "Tỉnh ủy", "e\u{301}a", "لجنة", "R&D", "<b>", "x > y", "17.4", "\u{1F600}", "“ab”"]
    var text = ""
    var mentions = [AnnotatedMention]()
    for _ in 0..<number(below: 12) {
      let start = text.unicodeScalars.count
      text += pick(pieces)
      let end = text.unicodeScalars.count
      if number(below: 3) > 0 { mentions.append(mention(start, end)) }
      text += pick([" ", ", ", "\n", "  ", " & "])
    }
    text += "end"
    let persons = mentions.indices.filter { mentions[$0].type == "PERSON" }
    let organizations = mentions.indices.filter { mentions[$0].type == "ORG" || mentions[$0].type == "LOC" }
    var relations = [AnnotatedRelation]()
    for title in mentions.indices where mentions[title].type == "TITLE" {
      var relation = AnnotatedRelation(title: title, person: nil, organization: nil, status: mentions[title]["status"])
      // The markup says which person, and the nearest mention is meant.
      if let nearest = nearest(title, persons, mentions), number(below: 2) == 0 { relation.person = nearest }
      if !organizations.isEmpty, number(below: 2) == 0 { relation.organization = pick(organizations) }
      if relation.person != nil || relation.organization != nil { relations.append(relation) }
    }
    for index in organizations { mentions[index].id = "o\(index)" }
    for index in persons {
      mentions[index].id = "p\(index % 2)"
      mentions[index].entity = mentions[index].id
    }
    return AnnotatedDocument(
      id: id, language: pick(["vi", "ar", "en"]), date: number(below: 2) == 0 ? "2024-02-27" : nil, text: text,
      mentions: mentions, relations: relations)
  }

  private func nearest(_ title: Int, _ persons: [Int], _ mentions: [AnnotatedMention]) -> Int? {
    func gap(_ index: Int) -> Int {
      max(mentions[index].start - mentions[title].end, mentions[title].start - mentions[index].end)
    }
    return persons.reversed().min { gap($0) < gap($1) }
  }

  private mutating func mention(_ start: Int, _ end: Int) -> AnnotatedMention {
    var mention = AnnotatedMention(
      type: pick(["TITLE", "PERSON", "ORG", "LOC", "DATE", "NUMBER"]), start: start, end: end)
    switch mention.type {
    case "TITLE":
      mention.attributes["kind"] = pick(["position", "honorific"])
      if number(below: 4) == 0 { mention.attributes["status"] = "former" }
    case "DATE": mention.attributes = ["timex": "DATE", "value": pick(["2024-02-27", "2025-Q1", "2020/2025"])]
    case "NUMBER":
      mention.attributes = [
        "kind": "cardinal", "value": pick(["6", "90..100", "28.5"]), "unit": pick(["a b", "“c”&d"]),
      ]
    default: break
    }
    return mention
  }

  /// What a system might answer: mentions left out, moved, given another type, doubled or made up.
  mutating func answer(to gold: AnnotatedDocument) -> AnnotatedDocument {
    var mentions = [AnnotatedMention]()
    for mention in gold.mentions {
      var mention = mention
      switch number(below: 10) {
      case 0: continue
      case 1: mention.end += 1 + number(below: 3)
      case 2: mention.start = max(0, mention.start - 1 - number(below: 5))
      case 3: mention.type = pick(["ORG", "LOC", "DATE"])
      case 4: mentions.append(mention)
      case 5: mention.end = mention.start + 1
      case 6: mention.attributes["value"] = "0"
      default: break
      }
      mentions.append(mention)
    }
    if number(below: 3) == 0 {
      let start = number(below: 40)
      mentions.append(AnnotatedMention(type: "ORG", start: start, end: start + 1 + number(below: 20)))
    }
    return AnnotatedDocument(id: gold.id, language: gold.language, text: gold.text, mentions: mentions)
  }
}
