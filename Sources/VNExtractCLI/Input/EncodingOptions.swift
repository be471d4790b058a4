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

  /// A decoded input.
  struct Decoded {
    var text: Text
    /// The encoding it was decoded from where the option was given.
    var encoding: TextEncoding?
    /// What there is to say about it.
    var messages: [String]
  }

  /// The text of an input.
  func decode(_ bytes: [UInt8], name: String) -> Decoded {
    guard let encoding else {
      let text = Text(validating: bytes)
      let faults = Self.faults(text, in: name, .utf8).map { $0 + "; --encoding auto finds out what it is" }
      return Decoded(text: text, encoding: nil, messages: faults)
    }
    let found =
      TextEncoding(name: encoding).map { (text: TextDecoder($0).decode(bytes), encoding: $0) }
      ?? TextDecoder.detecting(bytes)
    var messages: [String] = []
    if found.encoding != .utf8 {
      messages.append("\(name): note: read as \(found.encoding.rawValue); offsets count the decoded text")
    }
    messages += Self.faults(found.text, in: name, found.encoding)
    return Decoded(text: found.text, encoding: found.encoding, messages: messages)
  }

  /// The text of an input, after telling what there is to say about it.
  func text(_ bytes: [UInt8], name: String) -> Text {
    let decoded = decode(bytes, name: name)
    for message in decoded.messages { Console.error(message) }
    return decoded.text
  }

  /// Lets an input whose lines are documents be read as UTF-8 where the option was given; says what it is decoded from.
  ///
  /// What an encoding is found out from is the first block.
  func recode(_ source: inout ByteSource, telling messages: inout [String]) throws(CannotRead) -> TextEncoding? {
    guard let encoding else { return nil }
    let found = try source.decode(TextEncoding(name: encoding))
    if found != .utf8 {
      messages.append("\(source.name): note: read as \(found.rawValue); offsets count the decoded text")
    }
    return found
  }

  /// What the encoding does not have.
  static func faults(_ text: Text, in name: String, _ encoding: TextEncoding) -> [String] {
    faults(text.malformed.count, first: text.malformed.first, in: name, encoding)
  }

  /// What is told of so many sequences that the encoding does not have.
  static func faults(_ count: Int, first: Int?, in name: String, _ encoding: TextEncoding) -> [String] {
    guard let first else { return [] }
    let form = encoding == .utf8 ? "UTF-8" : encoding.rawValue
    let what = count == 1 ? "sequence is" : "sequences are"
    return ["\(name): warning: \(count) \(what) not \(form), the first at byte \(first)"]
  }
}
