public import CVNExtract
import UnicodeText
import VNExtract

/// Reads one document; the header says how.
@c @implementation public func vnextract_extract(
  _ extractor: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int,
  _ options: UnsafePointer<vnextract_options>?, _ out: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ outLength: UnsafeMutablePointer<Int>?, _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> vnextract_status {
  answer(extractor, text, length, options, out, outLength, error) { extractor, bytes, wanted throws(Failure) in
    if bytes.count > Extractor.documentLimit {
      throw Failure(VNEXTRACT_TOO_LONG, InputRecord.Failure(tooLong: bytes.count).message)
    }
    var json = JSONWriter()
    extractor.extract(Text(validating: Array(bytes)), id: wanted.id, options: wanted.extraction)
      .write(to: &json, withText: wanted.withText)
    return json.bytes
  }
}

/// Reads JSON Lines; the header says how.
@c @implementation public func vnextract_extract_lines(
  _ extractor: OpaquePointer?, _ lines: UnsafePointer<CChar>?, _ length: Int,
  _ options: UnsafePointer<vnextract_options>?, _ out: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ outLength: UnsafeMutablePointer<Int>?, _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> vnextract_status {
  answer(extractor, lines, length, options, out, outLength, error) { extractor, bytes, wanted throws(Failure) in
    LineBlock(bytes, numberedAfter: wanted.linesBefore).answers(by: extractor, wanted)
  }
}

/// Checks the arguments and hands out the bytes that `body` makes of them.
private func answer(
  _ extractor: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int,
  _ options: UnsafePointer<vnextract_options>?, _ out: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ outLength: UnsafeMutablePointer<Int>?, _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ body: (Extractor, UnsafeBufferPointer<UInt8>, WantedAnswer) throws(Failure) -> [UInt8]
) -> vnextract_status {
  Failure.status(error) { () throws(Failure) in
    out?.pointee = nil
    outLength?.pointee = 0
    guard let extractor else { throw Failure.null("extractor") }
    guard let out else { throw Failure.null("out") }
    if text == nil, length > 0 { throw Failure.null("text") }
    let shared = Unmanaged<Extractor>.fromOpaque(UnsafeRawPointer(extractor)).takeUnretainedValue()
    let wanted = try WantedAnswer(options, known: shared.languages.tags)
    let bytes = UnsafeRawBufferPointer(start: text, count: length).assumingMemoryBound(to: UInt8.self)
    let answer = try body(shared, bytes, wanted)
    guard let copy = CopiedString.make(answer) else { throw Failure(VNEXTRACT_NO_MEMORY, "there is no more memory") }
    out.pointee = copy
    outLength?.pointee = answer.count
  }
}
