/// The text copied: what memory allows.
final class CopyStage: Stage {
  static let name = "copy"

  private let source: [UInt8]
  private var target: [UInt8]

  init?(_ sample: Sample) {
    source = sample.text.bytes
    target = [UInt8](repeating: 0, count: source.count)
  }

  var byteCount: Int { source.count }

  func run() -> Int {
    target.withUnsafeMutableBytes { target in source.withUnsafeBytes { target.copyMemory(from: $0) } }
    return Int(target.last ?? 0)
  }
}
