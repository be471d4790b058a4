import UnicodeText
import VNExtract

/// Cuts inputs into documents, in order, holding no more than stands ready.
struct DocumentFeed {
  private let format: InputFormat?
  private let encoding: EncodingOptions
  private let progress: Progress?
  private let send: (InputBatch) -> Void
  private var count = 0

  /// What a batch of small documents comes to.
  private static let batch = 1 << 16

  /// Prepares to cut inputs of a format, or of the one their names tell; `send` takes what stands ready.
  init(
    as format: InputFormat?, _ encoding: EncodingOptions, _ progress: Progress?, send: @escaping (InputBatch) -> Void
  ) {
    self.format = format
    self.encoding = encoding
    self.progress = progress
    self.send = send
  }

  /// Reads an input to its end.
  mutating func read(_ path: InputPath, index: Int) {
    var batch = InputBatch(input: index)
    do {
      var source = try ByteSource(path.path)
      switch format ?? path.format {
      case .text: try readText(&source, into: &batch)
      case .lines: try readLines(&source, into: &batch, limit: Extractor.documentLimit) { .text($0) }
      case .jsonl: try readLines(&source, into: &batch, limit: InputRecord.lineLimit) { .json($0) }
      case .wet: try readRecords(&source, into: &batch)
      }
      progress?.add(source.rawCount, isWhole: true)
    } catch {
      batch.messages.append("vnextract: \(error)")
      batch.hasFailed = true
    }
    batch.isLast = true
    send(batch)
  }

  private mutating func readText(_ source: inout ByteSource, into batch: inout InputBatch) throws(CannotRead) {
    var content = Self.document(try source.all(limit: Extractor.documentLimit))
    if case .text(let bytes) = content {
      if let kind = FileSignature(bytes) { content = .failure(kind.message) }
      if FileSignature.isHTML(bytes) {
        batch.messages.append(
          "\(source.name): note: this is HTML, whose tags are read as text; take the text out first")
      }
    }
    add(content, id: source.name, place: source.name, line: nil, to: &batch)
  }

  private mutating func readLines(
    _ source: inout ByteSource, into batch: inout InputBatch, limit: Int, _ content: ([UInt8]) -> InputDocument.Content
  ) throws(CannotRead) {
    let recoded = try encoding.recode(&source, telling: &batch.messages)
    var number = 0
    var size = 0
    while let line = try source.line(limit: limit) {
      number += 1
      let found: InputDocument.Content
      switch line {
      case .bytes(let bytes):
        found = content(bytes)
        size += bytes.count
      case .tooLong(let count) where limit == Extractor.documentLimit: found = .failure(Self.tooLong(count))
      case .tooLong(let count): found = .failure("the line has \(count) bytes; at most \(limit) are read")
      }
      add(found, id: String(number), place: "\(source.name):\(number)", line: number, to: &batch)
      batch.documents[batch.documents.count - 1].recoded = recoded
      // What can be answered is not kept waiting for more input.
      if size >= Self.batch || !source.hasLine {
        flush(&batch, source.rawCount)
        size = 0
      }
    }
    batch.messages += source.faults
  }

  private mutating func readRecords(_ source: inout ByteSource, into batch: inout InputBatch) throws(CannotRead) {
    var reader = WARCReader()
    var size = 0
    while let header = try reader.next(&source) {
      guard header.isText else {
        try source.pass(header.length)
        continue
      }
      let content = Self.document(try source.stretch(header.length, limit: Extractor.documentLimit))
      let id = header.address ?? header.id ?? String(reader.count)
      add(content, id: id, place: "\(source.name): record \(reader.count)", line: reader.count, to: &batch)
      size += header.length
      if size >= Self.batch {
        flush(&batch, source.rawCount)
        size = 0
      }
    }
  }

  private mutating func add(
    _ content: InputDocument.Content, id: String, place: String, line: Int?, to batch: inout InputBatch
  ) {
    count += 1
    batch.documents.append(InputDocument(number: count, place: place, id: id, line: line, content: content))
  }

  private func flush(_ batch: inout InputBatch, _ rawCount: Int) {
    send(batch)
    batch = InputBatch(input: batch.input)
    progress?.add(rawCount, isWhole: false)
  }

  private static func document(_ stretch: ByteSource.Stretch) -> InputDocument.Content {
    switch stretch {
    case .bytes(let bytes): .text(bytes)
    case .tooLong(let count): .failure(tooLong(count))
    }
  }

  /// Why a document of so many bytes is refused.
  static func tooLong(_ count: Int) -> String {
    InputRecord.Failure(tooLong: count).message
  }
}
