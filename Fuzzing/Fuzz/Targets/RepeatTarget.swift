import Glibc
import UnicodeText
import VNExtract

/// Hostile repetition: a short input again and again, a hundred kilobytes of it, costs what ordinary text costs.
struct RepeatTarget: FuzzTarget {
  private let extractor = Extractor.warmed()

  /// CPU seconds that so much text may take: a second, and ten times as much under the sanitizer with coverage.
  private static let limit = 10.0

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let options = ExtractTarget.options(&pieces)
    let first = pieces.part()
    let second = pieces.part()
    let tail = pieces.all()
    guard !first.isEmpty, first.count + second.count <= 400 else { return }
    var hostile: [UInt8] = []
    let half = second.isEmpty ? 100_000 : 50_000
    while hostile.count < half { hostile += first }
    while !second.isEmpty, hostile.count < 100_000 { hostile += second }
    let text = Text(validating: hostile + tail)
    let start = clock()
    let document = extractor.extract(text, id: "f", options: options)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    promise(seconds < Self.limit, "100 KB take \(seconds) s")
    ExactAnswers.check(document, of: text, self)
  }
}
