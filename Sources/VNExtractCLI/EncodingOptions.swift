import ArgumentParser
import UnicodeText

/// The option that says how the bytes of an input are encoded.
struct EncodingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of the input: auto, \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
      discussion: "With it, offsets count the decoded text, and the answer names the encoding.", valueName: "name"),
    completion: .list(["auto"] + TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?

  func validate() throws {
    if let encoding, encoding.lowercased() != "auto", TextEncoding(name: encoding) == nil {
      let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--encoding can be auto, \(known), not '\(encoding)'.")
    }
  }

  /// The text of an input, and the encoding it was decoded from where the option was given.
  func decode(_ bytes: [UInt8], name: String) -> (text: Text, encoding: TextEncoding?) {
    guard let encoding else {
      let text = Text(validating: bytes)
      Self.report(text, in: name, .utf8)
      return (text, nil)
    }
    let found =
      TextEncoding(name: encoding).map { (text: TextDecoder($0).decode(bytes), encoding: $0) }
      ?? TextDecoder.detecting(bytes)
    if found.encoding != .utf8 {
      Console.error("\(name): note: read as \(found.encoding.rawValue); offsets count the decoded text")
    }
    Self.report(found.text, in: name, found.encoding)
    return (found.text, found.encoding)
  }

  /// Reads an input whose lines are documents as UTF-8 where the option was given; says what it was decoded from.
  func recode(_ source: inout ByteSource) throws(CannotRead) -> TextEncoding? {
    guard encoding != nil else { return nil }
    let (text, found) = decode(try source.all(), name: source.name)
    source = ByteSource(name: source.name, bytes: text.bytes)
    return found
  }

  /// Warns of what the encoding does not have.
  static func report(_ text: Text, in name: String, _ encoding: TextEncoding) {
    guard let first = text.malformed.first else { return }
    let count = text.malformed.count
    let form = encoding == .utf8 ? "UTF-8" : encoding.rawValue
    Console.error(
      "\(name): warning: \(count) \(count == 1 ? "sequence is" : "sequences are") not \(form), the first at byte \(first)"
    )
  }
}
