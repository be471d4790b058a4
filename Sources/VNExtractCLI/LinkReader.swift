import Patterns
import UnicodeText
import VNExtract

/// Reads documents and answers for linking.
struct LinkReader {
  /// Whether there was any input at all.
  var hasRead: Bool { !documents.isEmpty }
  /// What has been read.
  private(set) var documents: [LinkDocument] = []
  /// Whether something could not be read; it has been told on standard error.
  var hasFailed = false

  private let extractor: Extractor
  private let language: String?
  private let encoding: EncodingOptions

  init(_ extractor: Extractor, language: String?, encoding: EncodingOptions) {
    self.extractor = extractor
    self.language = language
    self.encoding = encoding
  }

  /// Reads a file or standard input.
  mutating func read(_ path: String, as format: InputFormat) throws(CannotRead) {
    var source = try ByteSource(path)
    switch format {
    case .text:
      switch try source.all(limit: Extractor.documentLimit) {
      case .bytes(let bytes):
        if let kind = FileSignature(bytes) { return fail("\(source.name):1:1: error: \(kind.message)") }
        add(encoding.text(bytes, name: source.name), id: source.name)
      case .tooLong(let count): fail("\(source.name):1:1: error: \(DocumentFeed.tooLong(count))")
      }
    case .lines, .jsonl: try readLines(&source, isFile: path != "-", isJSON: format == .jsonl)
    case .wet: try readRecords(&source)
    }
  }

  private mutating func readLines(_ source: inout ByteSource, isFile: Bool, isJSON: Bool) throws(CannotRead) {
    var messages: [String] = []
    _ = try encoding.recode(&source, telling: &messages)
    for message in messages { Console.error(message) }
    var number = 0
    while let stretch = try source.line(limit: isJSON ? InputRecord.lineLimit : Extractor.documentLimit) {
      number += 1
      let place = "\(source.name):\(number)"
      // Lines of several files may have the same number.
      let id = isFile ? place : String(number)
      switch stretch {
      case .tooLong(let count): fail("\(place):1: error: \(DocumentFeed.tooLong(count))")
      case .bytes(let line) where !isJSON: add(read(line, place), id: id)
      case .bytes(let line) where line.contains { $0 > 0x20 }:
        do throws(InputRecord.Failure) {
          try readJSON(line, id: id, place)
        } catch {
          let column = String(decoding: line.prefix(error.offset), as: UTF8.self).unicodeScalars.count + 1
          fail("\(place):\(column): error: \(error.message)")
        }
      case .bytes: break
      }
    }
    for message in source.faults { Console.error(message) }
  }

  private mutating func readRecords(_ source: inout ByteSource) throws(CannotRead) {
    var reader = WARCReader()
    while let header = try reader.next(&source) {
      let place = "\(source.name): record \(reader.count)"
      guard header.isText else {
        try source.pass(header.length)
        continue
      }
      switch try source.stretch(header.length, limit: Extractor.documentLimit) {
      case .bytes(let bytes):
        add(encoding.text(bytes, name: place), id: header.address ?? header.id ?? String(reader.count))
      case .tooLong(let count): fail("\(place):1: error: \(DocumentFeed.tooLong(count))")
      }
    }
  }

  private mutating func readJSON(_ line: [UInt8], id: String, _ place: String) throws(InputRecord.Failure) {
    let answer = try line.withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in
      try LinkDocument(json: bytes)
    }
    if var answer {
      if answer.id.isEmpty { answer.id = id }
      documents.append(answer)
      return
    }
    let record = try line.withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in
      do throws(InputRecord.Failure) {
        return try InputRecord(json: bytes)
      } catch {
        throw InputRecord.Failure(
          message: "the object has neither 'mentions' nor 'text'", offset: error.offset, id: error.id)
      }
    }
    if record.text.count > Extractor.documentLimit {
      throw InputRecord.Failure(tooLong: record.text.count, id: record.id)
    }
    add(read(record.text, place), id: record.id ?? id, language: record.language)
  }

  private mutating func add(_ text: Text, id: String, language own: String? = nil) {
    var options = ExtractionOptions()
    options.language = own.flatMap { extractor.languages.tags.contains($0) ? $0 : nil } ?? language
    options.types = [.title, .person, .organization, .place]
    documents.append(LinkDocument(extractor.extract(text, id: id, options: options)))
  }

  private func read(_ bytes: [UInt8], _ place: String) -> Text {
    let text = Text(validating: bytes)
    for message in EncodingOptions.faults(text, in: place, .utf8) { Console.error(message) }
    return text
  }

  private mutating func fail(_ message: String) {
    Console.error(message)
    hasFailed = true
  }
}
