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
    for (index, line) in SourceLines(source).enumerated() where line.text.utf8.contains(where: { $0 > 0x20 }) {
      let value = try JSONParser.value(in: source, from: line.offset, to: line.offset + line.text.utf8.count)
      var document = JSONDocumentReader(file: source, line: index + 1)
      documents.append(try document.document(value))
    }
    return documents
  }
}
