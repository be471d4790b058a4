/// Writes a document as inline gold markup (`NAME.gold.xml`).
///
/// Reading what was written gives the document back. Only what the markup can say is written: the six mention types,
/// their guideline attributes, and `holds` relations as `of` and `at`; of overlapping mentions the first and longest stays.
public enum GoldMarkupWriter {
  /// The markup of a document.
  ///
  /// Linear in its text. A document without text gives an empty `<doc>`.
  public static func write(_ document: AnnotatedDocument) -> String {
    let scalars = Array((document.text ?? "").unicodeScalars)
    let relations = Dictionary(document.relations.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
    let identifiers = GoldIdentifiers(document)
    var output = "<doc"
    MarkupText.attribute("lang", document.language ?? "und", into: &output)
    if let date = document.date { MarkupText.attribute("date", date, into: &output) }
    output += ">\n"
    var position = 0
    for index in outermost(document.mentions, limit: scalars.count) {
      let mention = document.mentions[index]
      MarkupText.escape(scalars[position..<mention.start], into: &output)
      output += "<\(mention.type)"
      for attribute in GoldSchema.attributes[mention.type] ?? [] {
        let value: String? =
          switch attribute.name {
          case "id": identifiers.identifier(of: index)
          case "entity": mention.entity
          case "of": relations[index]?.person.flatMap { identifiers.identifier(of: $0) }
          case "at": relations[index]?.organization.flatMap { identifiers.identifier(of: $0) }
          case "type": mention["timex"] ?? "DATE"
          case "status": mention["status"] ?? relations[index]?.status
          default: mention[attribute.name]
          }
        if let value { MarkupText.attribute(attribute.name, value, into: &output) }
      }
      output += ">"
      MarkupText.escape(scalars[mention.start..<mention.end], into: &output)
      output += "</\(mention.type)>"
      position = mention.end
    }
    MarkupText.escape(scalars[position...], into: &output)
    return output + "\n</doc>\n"
  }

  /// Indices of the mentions that can be written, in text order: inside the text, of a known type, not overlapping.
  private static func outermost(_ mentions: [AnnotatedMention], limit: Int) -> [Int] {
    var kept = [Int]()
    var end = 0
    let order = mentions.indices.sorted {
      (mentions[$0].start, -mentions[$0].end, $0) < (mentions[$1].start, -mentions[$1].end, $1)
    }
    for index in order where GoldSchema.types.contains(mentions[index].type) {
      guard mentions[index].start >= end, mentions[index].start < mentions[index].end, mentions[index].end <= limit
      else { continue }
      kept.append(index)
      end = mentions[index].end
    }
    return kept
  }
}
