/// The file formats that annotated documents are read from and written to.
public enum AnnotationFormat: String, Sendable, CaseIterable {
  /// Inline markup, one document a file: `NAME.gold.xml`.
  case gold
  /// JSON Lines: the project's answers. Reading understands every shape of ``JSONLinesReader``.
  case jsonl
  /// JSON Lines: gold with `entities`.
  case goldJsonl = "gold-jsonl"
  /// brat stand-off: `NAME.txt` beside `NAME.ann`.
  case brat
  /// CoNLL columns with offsets.
  case conll
  /// CoNLL columns without offsets.
  case conllPlain = "conll-plain"
  /// spaCy's JSON Lines.
  case spacy
  /// Prodigy's JSON Lines.
  case prodigy
  /// doccano's JSON Lines.
  case doccano
  /// TimeML, one document a file.
  case timeml

  /// The format a file's name tells; nil for an unknown ending.
  public init?(fileName: String) {
    if fileName.hasSuffix(".gold.xml") {
      self = .gold
    } else if fileName.hasSuffix(".tml") || fileName.hasSuffix(".timeml") {
      self = .timeml
    } else if fileName.hasSuffix(".jsonl") || fileName.hasSuffix(".json") || fileName.hasSuffix(".ndjson") {
      self = .jsonl
    } else if fileName.hasSuffix(".ann") {
      self = .brat
    } else if [".conll", ".iob", ".bio", ".bioes", ".iob2"].contains(where: { fileName.hasSuffix($0) }) {
      self = .conll
    } else {
      return nil
    }
  }

  /// Whether a file of this format holds one document only, under its own name.
  public var isOneDocumentPerFile: Bool { self == .gold || self == .brat || self == .timeml }

  /// What a document's file name ends in.
  public var ending: String {
    switch self {
    case .gold: ".gold.xml"
    case .brat: ".ann"
    case .timeml: ".tml"
    case .conll, .conllPlain: ".conll"
    case .jsonl, .goldJsonl, .spacy, .prodigy, .doccano: ".jsonl"
    }
  }

  /// The documents as one text; for formats of one document a file, one after the other.
  ///
  /// brat's is the `.ann` file alone. `scheme` is that of CoNLL tags.
  public func write(_ documents: [AnnotatedDocument], scheme: TagScheme = .iob2) -> String {
    documents.map { document in
      switch self {
      case .gold: GoldMarkupWriter.write(document)
      case .brat: BratWriter.write(document)
      case .timeml: TimeMLWriter.write(document)
      case .conll: ConllWriter.write(document, scheme: scheme, offsets: true)
      case .conllPlain: ConllWriter.write(document, scheme: scheme, offsets: false)
      case .jsonl: JSONLinesWriter.write(document, shape: .answer) + "\n"
      case .goldJsonl: JSONLinesWriter.write(document, shape: .gold) + "\n"
      case .spacy: JSONLinesWriter.write(document, shape: .spacy) + "\n"
      case .prodigy: JSONLinesWriter.write(document, shape: .prodigy) + "\n"
      case .doccano: JSONLinesWriter.write(document, shape: .doccano) + "\n"
      }
    }.joined()
  }
}
