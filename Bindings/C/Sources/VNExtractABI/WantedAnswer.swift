import CVNExtract
import UnicodeText
import VNExtract

/// The options of a call, checked.
struct WantedAnswer: Sendable {
  var id = ""
  var extraction = ExtractionOptions()
  var withText = false
  var threads = 0
  var linesBefore = 0

  /// Reads options; their size tells which version of the structure the caller knows, and there is one so far.
  ///
  /// - Throws: a `Failure` that names the option.
  init(_ options: UnsafePointer<vnextract_options>?, known languages: [String]) throws(Failure) {
    guard let options else { return }
    let size = MemoryLayout<vnextract_options>.size
    guard options.pointee.size == size else {
      throw Failure(VNEXTRACT_INVALID_OPTION, "size can be \(size), not \(options.pointee.size)")
    }
    let given = options.pointee
    if let id = given.id { self.id = String(cString: id) }
    if let language = Self.string(given.language), language != "auto" {
      extraction.language = try Self.one(of: languages, language, "language")
    }
    if let written = Self.string(given.date) {
      guard let date = CivilDateTime(written) else {
        throw Failure(VNEXTRACT_INVALID_OPTION, "date can be YYYY-MM-DD or YYYY-MM-DDThh:mm, not '\(written)'")
      }
      extraction.date = date
    }
    if let written = Self.string(given.types) {
      extraction.types = []
      for name in written.split(separator: ",") {
        let name = try Self.one(of: MentionType.allCases.map(\.rawValue), String(name), "types")
        if let type = MentionType(rawValue: name) { extraction.types.insert(type) }
      }
    }
    if let written = Self.string(given.offsets) {
      let name = try Self.one(of: OffsetUnit.allCases.map(\.rawValue), written, "offsets")
      if let unit = OffsetUnit(rawValue: name) { extraction.offsets = unit }
    }
    if let written = Self.string(given.evidence) {
      extraction.evidence = try Self.one(of: ["certain", "likely", "possible"], written, "evidence")
    }
    let flags = given.flags
    guard flags < VNEXTRACT_VAGUE.rawValue << 1 else {
      throw Failure(VNEXTRACT_INVALID_OPTION, "flags has unknown bits: \(flags)")
    }
    withText = flags & VNEXTRACT_WITH_TEXT.rawValue != 0
    extraction.withEntries = flags & VNEXTRACT_WITH_ENTRIES.rawValue != 0
    extraction.vague = flags & VNEXTRACT_VAGUE.rawValue != 0
    guard given.threads <= 256 else {
      throw Failure(VNEXTRACT_INVALID_OPTION, "threads can be 0 to 256, not \(given.threads)")
    }
    threads = Int(given.threads)
    linesBefore = Int(clamping: min(given.lines_before, 1 << 62))
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer, pointer.pointee != 0 else { return nil }
    return String(cString: pointer)
  }

  private static func one(of known: [String], _ value: String, _ option: StaticString) throws(Failure) -> String {
    guard known.contains(value) else {
      throw Failure(VNEXTRACT_INVALID_OPTION, "\(option) can be \(known.joined(separator: ", ")), not '\(value)'")
    }
    return value
  }
}
