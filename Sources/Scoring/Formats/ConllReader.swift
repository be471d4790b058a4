/// Reads CoNLL columns: one token a line, its tag in the last column, a blank line between sentences.
///
/// A new document begins at `-DOCSTART-` or `# newdoc id = NAME`. Columns are separated by tabs, or by blanks where a line
/// has no tab. If all lines have the columns *token, start, end, tag* with numbers in the middle, offsets are read, and
/// stay what they are; else the text is the tokens with a space between them and a line's end between sentences. IOB1,
/// IOB2 and BIOES are all understood.
public struct ConllReader {
  private struct Row {
    let token: Substring
    let span: Range<Int>?
    let tag: Tag
  }

  private let file: SourceFile
  private let scheme: TagScheme?
  private var documents = [AnnotatedDocument]()
  private var header = ConllHeader()
  private var sentences: [[Row]] = [[]]

  /// Reads all documents of a file.
  ///
  /// With a `scheme`, tags that it does not allow where they stand are errors; without, whatever cannot continue a mention
  /// begins one, as in conlleval. Documents without name are called `id`, and from the second on `id-2` and so forth.
  public static func read(
    _ bytes: some Collection<UInt8>, id: String, file: String, scheme: TagScheme? = nil
  ) throws(AnnotationError) -> [AnnotatedDocument] {
    let source = SourceFile(name: file, bytes: Array(bytes))
    try source.requireUTF8()
    var reader = ConllReader(file: source, scheme: scheme)
    return try reader.read(id: id)
  }

  private init(file: SourceFile, scheme: TagScheme?) {
    self.file = file
    self.scheme = scheme
  }

  private mutating func read(id: String) throws(AnnotationError) -> [AnnotatedDocument] {
    var previous = Tag.outside
    var lastOffset = 0
    for line in SourceLines(file) {
      lastOffset = line.offset
      if line.text.allSatisfy(\.isWhitespace) {
        try check(.outside, after: previous, at: line.offset)
        previous = .outside
        if !(sentences.last?.isEmpty ?? true) { sentences.append([]) }
      } else if line.text.hasPrefix("-DOCSTART-") {
        finishDocument(id: id)
        let name = line.text.dropFirst("-DOCSTART-".count).split { $0.isWhitespace }.first
        // The shared tasks' files have only placeholders after the mark.
        if let name, name != "O", name != "-X-" { header.id = String(name) }
      } else if ConllHeader.isComment(line.text) {
        if line.text.hasPrefix("# newdoc") { finishDocument(id: id) }
        try header.read(line, file: file)
      } else {
        let row = try row(line)
        try check(row.tag, after: previous, at: line.offset)
        previous = row.tag
        sentences[sentences.count - 1].append(row)
      }
    }
    try check(.outside, after: previous, at: lastOffset)
    finishDocument(id: id)
    return documents
  }

  private func check(_ tag: Tag, after previous: Tag, at offset: Int) throws(AnnotationError) {
    guard let scheme, !scheme.allows(tag, after: previous) else { return }
    func name(_ tag: Tag) -> String { tag.prefix == "O" ? "O" : "\(tag.prefix)-\(tag.type)" }
    throw file.error(at: offset, "\(name(tag)) after \(name(previous)) is not \(scheme.rawValue.uppercased())")
  }

  private mutating func row(_ line: SourceLines.Line) throws(AnnotationError) -> Row {
    let cells: [Substring] =
      line.text.contains("\t")
      ? line.text.split(separator: "\t", omittingEmptySubsequences: false) : line.text.split { $0.isWhitespace }
    guard cells.count >= 2, let token = cells.first, let last = cells.last else {
      throw file.error(at: line.offset, "a token and its tag are expected on each line")
    }
    guard let tag = Tag(last) else {
      throw file.error(
        at: line.offset + line.text.utf8.count - last.utf8.count,
        "\(last) is not a tag: O, or B- I- E- S- and a type")
    }
    var span: Range<Int>?
    if cells.count == 4, let start = Int(cells[1]), let end = Int(cells[2]) {
      guard start >= 0, start < end, end - start == token.unicodeScalars.count else {
        throw file.error(
          at: line.offset + token.utf8.count + 1,
          "\(start) and \(end) do not enclose the \(token.unicodeScalars.count) scalars of the token")
      }
      let before = sentences.last(where: { !$0.isEmpty })?.last?.span?.upperBound ?? 0
      if start < before {
        throw file.error(at: line.offset + token.utf8.count + 1, "this token begins before the last one ends")
      }
      if let text = header.text, text[start..<end] != token {
        throw file.error(at: line.offset, "the text at \(start)..<\(end) is “\(text[start..<end])”, not “\(token)”")
      }
      span = start..<end
    }
    return Row(token: token, span: span, tag: tag)
  }

  private mutating func finishDocument(id: String) {
    defer {
      header = ConllHeader()
      sentences = [[]]
    }
    let rows = sentences.filter { !$0.isEmpty }
    if rows.isEmpty && header.id == nil && header.text == nil { return }
    let hasOffsets = rows.allSatisfy { $0.allSatisfy { $0.span != nil } }
    var scalars = [Unicode.Scalar]()
    var mentions = [AnnotatedMention]()
    for (number, sentence) in rows.enumerated() {
      var spans = [Range<Int>]()
      for (index, row) in sentence.enumerated() {
        if let span = row.span, hasOffsets {
          // What stood between the tokens is not known; blanks keep the offsets right.
          while scalars.count < span.lowerBound { scalars.append(index == 0 && number > 0 ? "\n" : " ") }
        } else if !scalars.isEmpty {
          scalars.append(index == 0 ? "\n" : " ")
        }
        spans.append(scalars.count..<(scalars.count + row.token.unicodeScalars.count))
        scalars.append(contentsOf: row.token.unicodeScalars)
      }
      for mention in TagReading.lenient.mentions(in: sentence.map(\.tag)) {
        guard let first = mention.tokens.first, let last = mention.tokens.last else { continue }
        mentions.append(
          AnnotatedMention(type: mention.type, start: spans[first].lowerBound, end: spans[last].upperBound))
      }
    }
    let built = ScalarText(scalars)
    let text = hasOffsets ? header.text ?? built : built
    documents.append(
      AnnotatedDocument(
        id: header.id ?? (documents.isEmpty ? id : "\(id)-\(documents.count + 1)"), language: header.language,
        date: header.date, text: text[0..<text.count], mentions: mentions))
  }
}
