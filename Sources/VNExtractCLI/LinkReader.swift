import Patterns
import UnicodeText
import VNExtract

/// Reads documents and answers for linking.
struct LinkReader {
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
    if format == .text {
      let bytes = try source.all()
      if let message = Self.tooLong(bytes) { return fail("\(source.name):1:1: error: \(message)") }
      add(encoding.decode(bytes, name: source.name).text, id: source.name)
      return
    }
    _ = try encoding.recode(&source)
    var number = 0
    while let line = try source.line() {
      number += 1
      let place = "\(source.name):\(number)"
      // Lines of several files may have the same number.
      let id = path == "-" ? String(number) : place
      if format == .lines {
        if let message = Self.tooLong(line) {
          fail("\(place):1: error: \(message)")
        } else {
          add(read(line, place), id: id)
        }
      } else if line.contains(where: { $0 > 0x20 }) {
        do throws(InputRecord.Failure) {
          try readJSON(line, id: id, place)
        } catch {
          let column = String(decoding: line.prefix(error.offset), as: UTF8.self).unicodeScalars.count + 1
          fail("\(place):\(column): error: \(error.message)")
        }
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
    if let message = Self.tooLong(record.text) { throw InputRecord.Failure(message: message, offset: 0, id: record.id) }
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
    EncodingOptions.report(text, in: place, .utf8)
    return text
  }

  private mutating func fail(_ message: String) {
    Console.error(message)
    hasFailed = true
  }

  private static func tooLong(_ bytes: [UInt8]) -> String? {
    guard bytes.count > Extractor.documentLimit else { return nil }
    return "the document has \(bytes.count) bytes; at most \(Extractor.documentLimit) are read, so cut it into parts"
  }
}
