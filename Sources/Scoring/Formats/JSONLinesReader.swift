/// Reads JSON Lines: one document an object, one object a line.
///
/// Three shapes are told apart by their members: the project's own answers (`mentions`, `relations`, `entities`), gold
/// (`entities` with `start`, `end`, `type`, and `of`/`at` on titles), and the shapes of other annotation tools, see
/// ``ForeignSpans``. Offsets are in the unit the line names (`offsets`: `scalar`, `utf8`, `utf16`; scalars if it names
/// none) and become scalars. An answer's error line (`error`) is a document without mentions.
public enum JSONLinesReader {
  /// Reads all documents of a file.
  ///
  /// `file` names it in errors. Documents without `id` are called by their line number.
  public static func read(
    _ bytes: some Collection<UInt8>, file: String
  ) throws(AnnotationError) -> [AnnotatedDocument] {
    let source = SourceFile(name: file, bytes: Array(bytes))
    try source.requireUTF8()
    var documents = [AnnotatedDocument]()
    var start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      if source.bytes[start..<end].contains(where: { $0 > 0x20 }) {
        let value = try JSONParser.value(in: source, from: start, to: end)
        var document = JSONDocumentReader(file: source, line: line)
        documents.append(try document.document(value))
      }
      start = end + 1
      line += 1
    }
    return documents
  }
}
