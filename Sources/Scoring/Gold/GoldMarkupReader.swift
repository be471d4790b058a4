/// Reads one document of inline gold markup (`NAME.gold.xml`).
///
/// The newline right after `<doc …>` and the one right before `</doc>` are not text; every other character outside the
/// tags is. Markup that breaks the annotation guidelines' form is an error; linear in the file's length.
public struct GoldMarkupReader {
  private let file: SourceFile
  private var scanner: MarkupScanner
  private var text = [UInt8]()
  private var scalarCount = 0
  private var mentions = [AnnotatedMention]()
  private var links = [(title: Int, of: MarkupScanner.Attribute?, at: MarkupScanner.Attribute?)]()
  private var typeOfID = [String: String]()

  /// Reads a document; `id` becomes the document's, and `file` names it in errors.
  public static func read(
    _ bytes: some Collection<UInt8>, id: String, file: String
  ) throws(AnnotationError) -> AnnotatedDocument {
    let source = SourceFile(name: file, bytes: Array(bytes))
    try source.requireUTF8()
    var reader = GoldMarkupReader(file: source)
    return try reader.document(id: id)
  }

  private init(file: SourceFile) {
    self.file = file
    scanner = MarkupScanner(file: file, refusesBareMark: true)
  }

  private mutating func document(id: String) throws(AnnotationError) -> AnnotatedDocument {
    let attributes = try header()
    try body()
    try trailer()
    var relations = [AnnotatedRelation]()
    let resolver = GoldLinks(mentions: mentions)
    for link in links {
      do throws(GoldLinks.LinkError) {
        if let relation = try resolver.relation(title: link.title, of: link.of?.value, at: link.at?.value) {
          relations.append(relation)
        }
      } catch {
        let atFault: MarkupScanner.Attribute? =
          switch error.complaint {
          case .unknown(let name, _), .wrongType(let name, _, _): name == "of" ? link.of : link.at
          }
        throw file.error(at: atFault?.offset ?? 0, error.complaint.message)
      }
    }
    return AnnotatedDocument(
      id: id, language: attributes["lang"], date: attributes["date"], text: String(decoding: text, as: UTF8.self),
      mentions: mentions, relations: relations)
  }

  private mutating func header() throws(AnnotationError) -> [String: String] {
    while true {
      let start = scanner.offset
      switch try scanner.next() {
      case .aside: continue
      case .text(let blanks) where blanks.allSatisfy({ $0 <= 0x20 }): continue
      case .open("doc", let attributes, false):
        for attribute in attributes {
          if attribute.name == "lang" {
            let plain = attribute.value.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            if attribute.value.isEmpty || !plain {
              throw file.error(at: attribute.valueOffset, "lang=\"\(attribute.value)\" is not a language code")
            }
          } else if attribute.name == "date" {
            if attribute.value.utf8.count < 10 || attribute.value.contains("X") || attribute.value.contains("/")
              || !TimexSyntax.isValue(attribute.value)
            {
              throw file.error(at: attribute.valueOffset, "date=\"\(attribute.value)\" is not a date YYYY-MM-DD")
            }
          } else {
            throw file.error(at: attribute.offset, "<doc> takes lang and date, not \(attribute.name)")
          }
        }
        guard attributes.contains(where: { $0.name == "lang" }) else {
          throw file.error(at: start, "<doc> has no lang")
        }
        return Dictionary(uniqueKeysWithValues: attributes.map { ($0.name, $0.value) })
      default: throw file.error(at: start, "a gold document begins with <doc lang=\"…\">")
      }
    }
  }

  private mutating func body() throws(AnnotationError) {
    let bodyStart = scanner.offset
    var open: (name: String, offset: Int, textStart: Int, mention: AnnotatedMention, links: [MarkupScanner.Attribute])?
    while true {
      let start = scanner.offset
      guard let piece = try scanner.next() else {
        throw open.map { file.error(at: $0.offset, "<\($0.name)> is never closed") }
          ?? file.error(at: file.bytes.count, "</doc> is missing")
      }
      switch piece {
      case .aside: throw file.error(at: start, "a comment inside the text")
      case .text(var run):
        if start == bodyStart { run.removeFirst(Self.leadingNewline(run)) }
        text += run
        scalarCount += run.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      case .open(let name, let attributes, let empty):
        guard GoldSchema.types.contains(name) else {
          throw file.error(
            at: start, "unknown element <\(name)>: use one of \(GoldSchema.types.joined(separator: ", "))")
        }
        if let open {
          throw file.error(at: start, "<\(name)> inside <\(open.name)>: mentions never overlap, the outermost wins")
        }
        if empty { throw file.error(at: start, "<\(name)> holds no text") }
        let (mention, links) = try self.mention(name, attributes, at: start)
        open = (name, start, text.count, mention, links)
      case .close("doc"):
        if let open { throw file.error(at: open.offset, "<\(open.name)> is never closed") }
        let newline = Self.trailingNewline(text)
        // No mention ends in a blank, so none ends in this newline.
        text.removeLast(newline)
        scalarCount -= newline
        return
      case .close(let name):
        guard var closing = open else { throw file.error(at: start, "</\(name)> closes nothing") }
        guard closing.name == name else {
          throw file.error(at: start, "</\(name)> where <\(closing.name)> is open")
        }
        closing.mention.end = scalarCount
        try checkSpan(text[closing.textStart...], of: name, openedAt: closing.offset)
        let of = closing.links.first { $0.name == "of" }
        let at = closing.links.first { $0.name == "at" }
        if name == "TITLE" { links.append((mentions.count, of, at)) }
        mentions.append(closing.mention)
        open = nil
      }
    }
  }

  private mutating func trailer() throws(AnnotationError) {
    while true {
      let start = scanner.offset
      switch try scanner.next() {
      case nil: return
      case .aside: continue
      case .text(let blanks) where blanks.allSatisfy({ $0 <= 0x20 }): continue
      case .text(let run):
        throw file.error(at: start + run.prefix { $0 <= 0x20 }.count, "text after </doc>")
      default: throw file.error(at: start, "text after </doc>")
      }
    }
  }

  private mutating func mention(
    _ type: String, _ attributes: [MarkupScanner.Attribute], at start: Int
  ) throws(AnnotationError) -> (AnnotatedMention, [MarkupScanner.Attribute]) {
    let schema = GoldSchema.attributes[type] ?? []
    let kind = attributes.first { $0.name == "kind" }?.value
    var mention = AnnotatedMention(type: type, start: scalarCount, end: scalarCount)
    for attribute in attributes {
      guard let known = schema.first(where: { $0.name == attribute.name }) else {
        throw file.error(
          at: attribute.offset,
          "\(type) takes \(schema.map(\.name).joined(separator: ", ")), not \(attribute.name)")
      }
      if let complaint = GoldSchema.complaint(about: attribute.value, of: known, kind: kind) {
        throw file.error(at: attribute.valueOffset, complaint)
      }
      switch attribute.name {
      case "id":
        if let other = typeOfID[attribute.value], other != type || type != "PERSON" {
          throw file.error(at: attribute.valueOffset, "id=\"\(attribute.value)\" already names another \(other)")
        }
        typeOfID[attribute.value] = type
        mention.id = attribute.value
        if type == "PERSON" { mention.entity = attribute.value }
      case "entity": mention.entity = attribute.value
      case "of", "at": continue
      case "type": mention.attributes["timex"] = attribute.value
      default: mention.attributes[attribute.name] = attribute.value
      }
    }
    if let missing = schema.first(where: { known in known.required && !attributes.contains { $0.name == known.name } })
    {
      throw file.error(at: start, "\(type) has no \(missing.name)")
    }
    return (mention, attributes)
  }

  /// Refuses a mention that is empty or has a blank or a comma at an edge.
  private func checkSpan(
    _ bytes: ArraySlice<UInt8>, of type: String, openedAt offset: Int
  ) throws(AnnotationError) {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if scalars.isEmpty { throw file.error(at: offset, "<\(type)> holds no text") }
    for (scalar, edge) in [(scalars.first, "begins"), (scalars.last, "ends")] {
      if let scalar, scalar.properties.isWhitespace {
        throw file.error(at: offset, "<\(type)> \(edge) with a blank")
      }
      if let scalar, scalar == "," || scalar == "\u{60C}" || scalar == ";" {
        throw file.error(at: offset, "<\(type)> \(edge) with a comma")
      }
    }
  }

  private static func leadingNewline(_ run: [UInt8]) -> Int {
    run.starts(with: [0x0D, 0x0A]) ? 2 : run.first == 0x0A ? 1 : 0
  }

  private static func trailingNewline(_ text: [UInt8]) -> Int {
    text.suffix(2) == [0x0D, 0x0A] ? 2 : text.last == 0x0A ? 1 : 0
  }
}
