import NIOCore
import Patterns
import UnicodeText
import VNExtract

/// Answers documents as the command does, byte for byte.
struct DocumentAnswerer: Sendable {
  let extractor: Extractor
  let query: Query

  /// The answer to a text.
  func answer(text: [UInt8]) -> ByteBuffer {
    var json = JSONWriter()
    write(extractor.extract(Text(validating: text), id: query.id ?? "stdin", options: query.options), to: &json)
    return ByteBuffer(bytes: json.bytes)
  }

  /// The answer to a JSON object.
  ///
  /// - Throws: a `Problem` of status 400 with the place.
  func answer(json body: [UInt8]) throws -> ByteBuffer {
    var json = JSONWriter()
    do throws(InputRecord.Failure) {
      write(try extract(body, id: query.id ?? "1"), to: &json)
    } catch {
      throw Problem.malformed(error, in: body)
    }
    return ByteBuffer(bytes: json.bytes)
  }

  /// The answers to lines, the first of which has a number; one for each.
  func answer(lines: [LineCutter.Line], from number: Int, limit: Int) -> ByteBuffer {
    var json = JSONWriter()
    for (index, line) in lines.enumerated() {
      let id = String(number + index)
      do throws(InputRecord.Failure) {
        switch line {
        case .bytes(let bytes): write(try extract(bytes, id: id), to: &json)
        case .tooLong(let count):
          throw InputRecord.Failure(message: "the line has \(count) bytes; at most \(limit) are read", offset: 0)
        }
      } catch {
        json.object { json in
          json.field("id", error.id ?? id)
          json.field("line", number + index)
          json.field("error", error.message)
        }
        json.newline()
      }
    }
    return ByteBuffer(bytes: json.bytes)
  }

  private func extract(_ line: [UInt8], id: String) throws(InputRecord.Failure) -> Document {
    let record = try line.withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in try InputRecord(json: bytes) }
    if record.text.count > Extractor.documentLimit {
      throw InputRecord.Failure(
        message: "the document has \(record.text.count) bytes; at most \(Extractor.documentLimit) are read",
        offset: 0, id: record.id)
    }
    var options = query.options
    if let language = record.language, extractor.languages.tags.contains(language) { options.language = language }
    if let date = record.date { options.date = date }
    return extractor.extract(Text(validating: record.text), id: record.id ?? id, options: options)
  }

  private func write(_ document: Document, to json: inout JSONWriter) {
    document.write(to: &json, withText: query.withText)
    json.newline()
  }
}
