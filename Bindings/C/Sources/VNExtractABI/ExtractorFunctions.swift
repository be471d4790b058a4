public import CVNExtract
import VNExtract

/// The version of the library.
@c @implementation public func vnextract_version() -> UnsafePointer<CChar> {
  CopiedString.version
}

/// Creates an extractor; the header says how.
@c @implementation public func vnextract_extractor_create(
  _ folders: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int, _ withoutBuiltIn: Int32,
  _ out: UnsafeMutablePointer<OpaquePointer?>?, _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> vnextract_status {
  Failure.status(error) { () throws(Failure) in
    out?.pointee = nil
    guard let out else { throw Failure.null("out") }
    var paths: [String] = []
    for index in 0..<count {
      guard let path = folders?[index] else { throw Failure.null("folders") }
      paths.append(String(cString: path))
    }
    let extractor: Extractor
    if paths.isEmpty && withoutBuiltIn == 0 {
      extractor = Extractor()
    } else if paths.isEmpty {
      throw Failure(VNEXTRACT_INVALID_OPTION, "without the built-in lexicons there must be a folder")
    } else {
      do {
        extractor = try Extractor(lexicons: paths, withBuiltIn: withoutBuiltIn == 0)
      } catch {
        throw Failure(VNEXTRACT_INVALID_LEXICON, "\(error)")
      }
    }
    out.pointee = OpaquePointer(Unmanaged.passRetained(extractor).toOpaque())
  }
}

/// Gives an extractor back.
@c @implementation public func vnextract_extractor_free(_ extractor: OpaquePointer?) {
  guard let extractor else { return }
  Unmanaged<Extractor>.fromOpaque(UnsafeRawPointer(extractor)).release()
}

/// Gives an answer or a message back.
@c @implementation public func vnextract_string_free(_ string: UnsafeMutablePointer<CChar>?) {
  CopiedString.free(string)
}
