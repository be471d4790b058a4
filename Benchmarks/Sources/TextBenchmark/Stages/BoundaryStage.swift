import UnicodeText

/// The same boundaries from our tables over UTF-8.
final class BoundaryStage: Stage {
  static let name = "boundaries"

  private let text: Text
  private let boundaries = WordBoundaries()
  private var ends: [Int32] = []

  init?(_ sample: Sample) { text = sample.text }

  var byteCount: Int { text.bytes.count }

  func run() -> Int {
    boundaries.find(in: text, into: &ends)
    return ends.count
  }
}
