/// Reads TimeML, whose time expressions become DATE mentions.
///
/// They are the TIMEX3 elements of `<TEXT>`, or of the whole file where there is no `<TEXT>`; the document's creation time
/// becomes its date. Events, signals and links are passed over, their text is kept. After TimeML 1.2.1.
public struct TimeMLReader {
  private let file: SourceFile
  private var text = [UInt8]()
  private var scalarCount = 0
  private var mentions = [AnnotatedMention]()
  private var date: String?
  private var id = [UInt8]()

  /// Reads a document; it is called by its `<DOCID>`, or `id` where it has none.
  public static func read(
    _ bytes: some Collection<UInt8>, id: String, file: String
  ) throws(AnnotationError) -> AnnotatedDocument {
    let source = SourceFile(name: file, bytes: Array(bytes))
    try source.requireUTF8()
    var reader = TimeMLReader(file: source)
    return try reader.document(id: id)
  }

  private init(file: SourceFile) { self.file = file }

  private mutating func document(id fallback: String) throws(AnnotationError) -> AnnotatedDocument {
    // Whether there is a <TEXT> decides what is text, so the tags are walked through first.
    var hasText = false
    var probe = MarkupScanner(file: file, refusesBareMark: false)
    while let piece = try probe.next() {
      if case .open("TEXT", _, _) = piece { hasText = true }
    }
    var scanner = MarkupScanner(file: file, refusesBareMark: false)
    var open = [(name: String, offset: Int, mention: Int?)]()
    var start = scanner.offset
    while let piece = try scanner.next() {
      switch piece {
      case .aside: break
      case .text(let run):
        if open.last?.name == "DOCID" { id += run }
        if hasText ? open.contains(where: { $0.name == "TEXT" }) : !open.isEmpty && !inHeader(open.map(\.name)) {
          text += run
          scalarCount += run.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        }
      case .open(let name, let attributes, let empty):
        var mention: Int?
        if name == "TIMEX3" {
          if attributes.contains(where: { $0.name == "functionInDocument" && $0.value == "CREATION_TIME" })
            || open.contains(where: { $0.name == "DCT" })
          {
            date = attributes.first { $0.name == "value" }?.value
          }
          let inText = hasText ? open.contains { $0.name == "TEXT" } : !inHeader(open.map(\.name))
          if inText, !empty {
            mention = mentions.count
            mentions.append(try self.mention(attributes, at: start))
          }
        }
        if !empty { open.append((name, start, mention)) }
      case .close(let name):
        guard let last = open.popLast() else { throw file.error(at: start, "</\(name)> closes nothing") }
        guard last.name == name else { throw file.error(at: start, "</\(name)> where <\(last.name)> is open") }
        if let index = last.mention {
          mentions[index].end = scalarCount
          if mentions[index].length == 0 { throw file.error(at: last.offset, "<TIMEX3> holds no text") }
        }
      }
      start = scanner.offset
    }
    if let last = open.last { throw file.error(at: last.offset, "<\(last.name)> is never closed") }
    let name = String(decoding: id, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    return AnnotatedDocument(
      id: name.isEmpty ? fallback : name, date: date, text: String(decoding: text, as: UTF8.self), mentions: mentions)
  }

  private func inHeader(_ open: [String]) -> Bool {
    open.contains { ["DOCID", "DCT", "TITLE", "EXTRAINFO"].contains($0) }
  }

  private func mention(
    _ attributes: [MarkupScanner.Attribute], at offset: Int
  ) throws(AnnotationError) -> AnnotatedMention {
    var mention = AnnotatedMention(type: "DATE", start: scalarCount, end: scalarCount)
    for attribute in attributes {
      switch attribute.name {
      case "tid": mention.id = attribute.value
      case "type":
        guard ["DATE", "TIME", "DURATION", "SET"].contains(attribute.value) else {
          throw file.error(
            at: attribute.valueOffset, "type=\"\(attribute.value)\" is not one of DATE, TIME, DURATION, SET")
        }
        mention.attributes["timex"] = attribute.value
      case "value", "mod", "quant", "freq": mention.attributes[attribute.name] = attribute.value
      default: continue
      }
    }
    guard mention["timex"] != nil else { throw file.error(at: offset, "TIMEX3 has no type") }
    guard mention["value"] != nil else { throw file.error(at: offset, "TIMEX3 has no value") }
    return mention
  }
}
