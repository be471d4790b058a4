/// The span lists of other annotation tools' JSON Lines.
///
/// spaCy's training shape is `entities: [[start, end, label], …]`, Prodigy's `spans: [{start, end, label}, …]`, doccano's
/// `label` (or `labels`) `: [[start, end, label], …]`. All count Unicode scalars, as Python does.
enum ForeignSpans {
  /// The member that holds such a list; nil if the line has another shape.
  static func member(of document: JSONValue) -> JSONValue? {
    if let found = document["label"] ?? document["labels"] ?? document["spans"], found.array != nil { return found }
    if let entities = document["entities"], entities.array?.first?.array != nil { return entities }
    return nil
  }

  static func mentions(of list: JSONValue, file: SourceFile) throws(AnnotationError) -> [AnnotatedMention] {
    var mentions = [AnnotatedMention]()
    for item in list.array ?? [] {
      let triple = item.array
      let first = triple?.first ?? item["start"]
      let last = triple?.dropFirst().first ?? item["end"]
      let (start, end) = try JSONDocumentReader.span(item, first, last, file: file)
      guard let type = (triple?.dropFirst(2).first ?? item["label"] ?? item["type"])?.string else {
        throw file.error(at: item.offset, "this span has no label")
      }
      mentions.append(AnnotatedMention(type: type, start: start, end: end, id: item["id"]?.scalarText))
    }
    return mentions
  }
}
