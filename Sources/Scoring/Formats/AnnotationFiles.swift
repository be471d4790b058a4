// The whole of Foundation would bring its own copy of ICU's data, 33 MB, into every command.
public import FoundationEssentials

/// Annotated documents in files and folders.
public enum AnnotationFiles {
  /// A file that cannot be used, other than for what stands in it.
  public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path.
    public let path: String
    /// What is wrong.
    public let message: String

    /// Path and message.
    public var description: String { "\(path): \(message)" }
  }

  /// Reads a file, or all annotation files of a folder and its subfolders in the order of their paths.
  ///
  /// The format is told by the name's ending unless it is given. Documents of formats without ids are called by the file's
  /// name without its ending. Throws ``FileError`` or ``AnnotationError``.
  public static func read(_ path: String, format: AnnotationFormat? = nil) throws -> [AnnotatedDocument] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileError(path: path, message: "no such file")
    }
    guard isFolder else { return try readFile(path, format: format) }
    let names = ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
    let chosen = names.filter { name in
      guard let told = AnnotationFormat(fileName: name) else { return false }
      return format == nil || told.ending == format?.ending
    }
    if chosen.isEmpty { throw FileError(path: path, message: "no annotation files in this folder") }
    return try chosen.flatMap { try readFile(path + "/" + $0, format: format) }
  }

  /// Reads documents of a format from bytes; `file` names them in errors, `id` the documents of formats without ids.
  ///
  /// brat needs two files and cannot be read this way. Throws ``FileError`` or ``AnnotationError``.
  public static func read(
    _ bytes: Data, format: AnnotationFormat, id: String, file: String
  ) throws -> [AnnotatedDocument] {
    switch format {
    case .gold: [try GoldMarkupReader.read(bytes, id: id, file: file)]
    case .timeml: [try TimeMLReader.read(bytes, id: id, file: file)]
    case .conll, .conllPlain: try ConllReader.read(bytes, id: id, file: file)
    case .jsonl, .goldJsonl, .spacy, .prodigy, .doccano: try JSONLinesReader.read(bytes, file: file)
    case .brat: throw FileError(path: file, message: "brat is read from a .ann file beside its .txt")
    }
  }

  /// Writes documents to a path.
  ///
  /// Formats of one document a file make a folder of them there; the others one file. Throws what the file system says.
  public static func write(
    _ documents: [AnnotatedDocument], to path: String, format: AnnotationFormat, scheme: TagScheme = .iob2
  ) throws {
    guard format.isOneDocumentPerFile else {
      return try Data(format.write(documents, scheme: scheme).utf8).write(to: URL(filePath: path))
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for document in documents {
      // An id may be a path; files stay inside the folder.
      let stem = path + "/" + document.id.map { "/\\".contains($0) ? "_" : String($0) }.joined()
      try Data(format.write([document]).utf8).write(to: URL(filePath: stem + format.ending))
      if format == .brat { try Data((document.text ?? "").utf8).write(to: URL(filePath: stem + ".txt")) }
    }
  }

  private static func readFile(_ path: String, format: AnnotationFormat?) throws -> [AnnotatedDocument] {
    guard let format = format ?? AnnotationFormat(fileName: path) else {
      let known = ["a.gold.xml", "a.jsonl", "a.ann", "a.conll", "a.tml"].joined(separator: ", ")
      throw FileError(path: path, message: "the name tells no format of annotated documents, as \(known) do")
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw FileError(path: path, message: "cannot be read")
    }
    var id = path.split(separator: "/").last.map(String.init) ?? path
    if id.hasSuffix(format.ending) {
      id.removeLast(format.ending.count)
    } else if let dot = id.lastIndex(of: "."), dot > id.startIndex {
      id = String(id[..<dot])
    }
    guard format == .brat else { return try read(bytes, format: format, id: id, file: path) }
    let textPath = path.hasSuffix(".ann") ? path.dropLast(4) + ".txt" : path + ".txt"
    guard let text = FileManager.default.contents(atPath: textPath) else {
      throw FileError(path: textPath, message: "the text of a .ann file is missing")
    }
    guard let decoded = String(validating: text, as: UTF8.self) else {
      throw FileError(path: textPath, message: "not UTF-8")
    }
    return [try BratReader.read(text: decoded, annotations: bytes, id: id, file: path)]
  }
}
