import UnicodeText

/// A text that stages are timed over.
struct Sample {
  let name: String
  let text: Text

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    text = Text(validating: bytes)
  }
}
