import Patterns
import UnicodeText
import VNExtract

/// Answers documents; one serves all threads.
struct DocumentAnswerer: Sendable {
  let extractor: Extractor
  let options: ExtractionOptions
  let encoding: EncodingOptions
  let format: AnswerFormat

  /// The answers to a batch.
  func answer(_ batch: InputBatch) -> AnswerBatch {
    var answers = AnswerBatch(input: batch.input)
    answers.isLast = batch.isLast
    var json = JSONWriter()
    for document in batch.documents {
      do throws(InputRecord.Failure) {
        var found = try extract(document, &answers.messages)
        if format.format == .brat { answers.text = found.text.bytes }
        found.document.encoding = found.encoding?.rawValue
        format.write(found.document, number: document.number, to: &json, &answers.bytes)
      } catch {
        answers.hasFailed = true
        fail(document, error, &answers.messages, &json)
      }
    }
    // A batch has one format.
    if answers.bytes.isEmpty { answers.bytes = json.bytes }
    answers.messages += batch.messages
    if batch.hasFailed { answers.hasFailed = true }
    return answers
  }

  private struct Found {
    var document: Document
    var encoding: TextEncoding?
    var text: Text { document.text }
  }

  private func extract(
    _ document: InputDocument, _ messages: inout [String]
  ) throws(InputRecord.Failure) -> Found {
    switch document.content {
    case .failure(let message): throw InputRecord.Failure(message: message, offset: 0)
    case .text(let bytes):
      let decoded = decode(bytes, document)
      messages += decoded.messages
      return Found(
        document: extractor.extract(decoded.text, id: document.id, options: options), encoding: decoded.encoding)
    case .json(let line):
      let found = try line.withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in
        try extractor.extract(json: bytes, id: document.id, options: options)
      }
      messages += EncodingOptions.faults(found.text, in: document.place, .utf8)
      return Found(document: found, encoding: document.recoded)
    }
  }

  /// The text of a document, whose input may have been decoded already.
  private func decode(_ bytes: [UInt8], _ document: InputDocument) -> EncodingOptions.Decoded {
    guard let recoded = document.recoded else { return encoding.decode(bytes, name: document.place) }
    let text = Text(validating: bytes)
    return EncodingOptions.Decoded(
      text: text, encoding: recoded, messages: EncodingOptions.faults(text, in: document.place, .utf8))
  }

  /// Tells what is wrong with a document; in JSON Lines there is a line for it, too.
  private func fail(
    _ document: InputDocument, _ failure: InputRecord.Failure, _ messages: inout [String], _ json: inout JSONWriter
  ) {
    var column = 1
    if case .json(let line) = document.content {
      column += String(decoding: line.prefix(failure.offset), as: UTF8.self).unicodeScalars.count
    }
    let place = document.line == nil ? document.place + ":1" : document.place
    messages.append("\(place):\(column): error: \(failure.message)")
    guard format.format == .jsonl, let line = document.line else { return }
    failure.write(to: &json, id: document.id, line: line)
    json.newline()
  }
}
