/// Reads brat stand-off: a text and its `.ann` file.
///
/// `T` lines are mentions, `A` and `M` lines their attributes, `Equiv` lines group mentions into entities. Relations `of`
/// (title, person) and `at` (title, organization), as the writer makes them, become `holds`. Notes of the form `name=value`
/// are attributes that brat's own cannot say. Other relations, events and normalizations are passed over. Offsets count
/// Unicode scalars, as brat's own server does.
public struct BratReader {
  private let file: SourceFile
  private let text: ScalarText
  private var mentions = [AnnotatedMention]()
  private var indexOfID = [String: Int]()
  private var relations = [Int: AnnotatedRelation]()

  /// Reads a document; `file` names the `.ann` file in errors.
  public static func read(
    text: String, annotations: some Collection<UInt8>, id: String, file: String
  ) throws(AnnotationError) -> AnnotatedDocument {
    let source = SourceFile(name: file, bytes: Array(annotations))
    try source.requireUTF8()
    var reader = BratReader(file: source, text: ScalarText(text))
    return try reader.document(id: id, text: text)
  }

  private init(file: SourceFile, text: ScalarText) {
    self.file = file
    self.text = text
  }

  private mutating func document(id: String, text: String) throws(AnnotationError) -> AnnotatedDocument {
    // Mentions first: other lines may stand before those they speak of.
    for line in SourceLines(file) where line.text.hasPrefix("T") { try readMention(line) }
    for line in SourceLines(file) where !line.text.isEmpty {
      switch line.text.first {
      case "T", "E", "N": continue
      case "A", "M": try readAttribute(line)
      case "R": try readRelation(line)
      case "*": try readEquivalence(line)
      case "#": readNote(line)
      default: throw file.error(at: line.offset, "a line begins with one of T A M R E N * #")
      }
    }
    return AnnotatedDocument(
      id: id, text: text, mentions: mentions, relations: relations.sorted { $0.key < $1.key }.map(\.value))
  }

  private mutating func readMention(_ line: SourceLines.Line) throws(AnnotationError) {
    let cells = line.cells
    guard cells.count >= 2 else {
      throw file.error(at: line.offset, "a T line is: id, tab, type and offsets, tab, text")
    }
    let words = cells[1].text.split(separator: " ", omittingEmptySubsequences: false)
    if cells[1].text.contains(";") {
      throw file.error(at: cells[1].offset, "a mention in several pieces: join them or drop it")
    }
    guard words.count == 3, let start = Int(words[1]), let end = Int(words[2]) else {
      throw file.error(at: cells[1].offset, "type, start and end are expected here")
    }
    guard start >= 0, start < end, end <= text.count else {
      throw file.error(
        at: cells[1].offset, "the span \(start)..<\(end) does not lie in the text (\(text.count) scalars)")
    }
    if cells.count > 2, cells[2].text != text[start..<end].replacing("\n", with: " ") {
      throw file.error(
        at: cells[2].offset, "the text at \(start)..<\(end) is “\(text[start..<end])”, not “\(cells[2].text)”")
    }
    let id = String(cells[0].text)
    if indexOfID.updateValue(mentions.count, forKey: id) != nil {
      throw file.error(at: line.offset, "two lines have the id \(id)")
    }
    mentions.append(AnnotatedMention(type: String(words[0]), start: start, end: end, id: id))
  }

  private mutating func readAttribute(_ line: SourceLines.Line) throws(AnnotationError) {
    let cells = line.cells
    guard cells.count >= 2 else { throw file.error(at: line.offset, "an A line is: id, tab, name, mention and value") }
    let words = cells[1].text.split(separator: " ", maxSplits: 2)
    guard words.count >= 2 else {
      throw file.error(at: cells[1].offset, "an attribute's name and mention are expected")
    }
    // An attribute of an event is not of a mention.
    if words[1].hasPrefix("E") || words[1].hasPrefix("R") { return }
    let index = try mention(words[1], at: cells[1].offset + words[0].utf8.count + 1)
    mentions[index].attributes[String(words[0])] = words.count == 3 ? String(words[2]) : "true"
  }

  private mutating func readRelation(_ line: SourceLines.Line) throws(AnnotationError) {
    let cells = line.cells
    guard cells.count >= 2 else { throw file.error(at: line.offset, "an R line is: id, tab, type, Arg1 and Arg2") }
    let words = cells[1].text.split(separator: " ")
    guard words.count == 3, let first = words[1].split(separator: ":", maxSplits: 1).last,
      let second = words[2].split(separator: ":", maxSplits: 1).last
    else { throw file.error(at: cells[1].offset, "type, Arg1:… and Arg2:… are expected here") }
    if first.hasPrefix("E") || second.hasPrefix("E") || (words[0] != "of" && words[0] != "at") { return }
    let title = try mention(first, at: cells[1].offset + words[0].utf8.count + 1)
    let other = try mention(second, at: cells[1].offset + words[0].utf8.count + words[1].utf8.count + 2)
    var relation = relations[title] ?? AnnotatedRelation(title: title, person: nil, organization: nil)
    if words[0] == "of" { relation.person = other } else { relation.organization = other }
    relation.status = relation.status ?? mentions[title]["status"]
    relations[title] = relation
  }

  private mutating func readEquivalence(_ line: SourceLines.Line) throws(AnnotationError) {
    let cells = line.cells
    let words = cells.count > 1 ? cells[1].text.split(separator: " ") : []
    guard words.first == "Equiv", let first = words.dropFirst().first else {
      throw file.error(at: line.offset, "a * line is: *, tab, Equiv and mentions")
    }
    let entity = try mentions[mention(first, at: cells[1].offset + 6)].entity ?? String(first)
    for word in words.dropFirst() {
      mentions[try mention(word, at: cells[1].offset + 6)].entity = entity
    }
  }

  private mutating func readNote(_ line: SourceLines.Line) {
    let cells = line.cells
    guard cells.count == 3, let equals = cells[2].text.firstIndex(of: "="),
      let target = cells[1].text.split(separator: " ").last, let index = indexOfID[String(target)]
    else { return }
    let name = cells[2].text[..<equals]
    guard name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return }
    mentions[index].attributes[String(name)] = String(cells[2].text[cells[2].text.index(after: equals)...])
  }

  private func mention(_ id: Substring, at offset: Int) throws(AnnotationError) -> Int {
    guard let index = indexOfID[String(id)] else { throw file.error(at: offset, "no mention has the id \(id)") }
    return index
  }
}
