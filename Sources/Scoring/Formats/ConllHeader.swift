/// What comment lines say of a document in CoNLL columns.
struct ConllHeader {
  var id: String?
  var language: String?
  var date: String?
  /// The whole text, which the tokens' offsets count in.
  var text: ScalarText?

  /// A token `#` has a tag after it; a comment is `# name = value`, or ends in no tag.
  static func isComment(_ line: Substring) -> Bool {
    guard line.hasPrefix("# ") else { return false }
    return line.contains(" = ") || line.split(separator: " ").last.flatMap { Tag($0) } == nil
  }

  mutating func read(_ line: SourceLines.Line, file: SourceFile) throws(AnnotationError) {
    guard let equals = line.text.firstRange(of: " = ") else { return }
    let value = line.text[equals.upperBound...]
    switch line.text[..<equals.lowerBound] {
    case "# newdoc id": id = String(value)
    case "# language": language = String(value)
    case "# date": date = String(value)
    case "# document":
      let start = line.offset + line.text.utf8.count - value.utf8.count
      let json = try JSONParser.value(in: file, from: start, to: line.offset + line.text.utf8.count)
      guard let string = json.string else { throw file.error(at: start, "the text as a JSON string is expected here") }
      text = ScalarText(string)
    default: return
    }
  }

  static func lines(of document: AnnotatedDocument, withText: Bool) -> String {
    var lines = "# newdoc id = \(document.id)\n"
    if let language = document.language { lines += "# language = \(language)\n" }
    if let date = document.date { lines += "# date = \(date)\n" }
    if withText, let text = document.text { lines += "# document = \(JSONText.quoted(text))\n" }
    return lines
  }
}
