import UnicodeText

/// Bytes checked as UTF-8.
final class ValidationStage: Stage {
  static let name = "validation"

  private let bytes: [UInt8]

  init?(_ sample: Sample) { bytes = sample.text.bytes }

  var byteCount: Int { bytes.count }

  func run() -> Int { Text(validating: bytes).bytes.count }
}
