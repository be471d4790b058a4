import UnicodeText
import VNExtract

/// The whole pipeline, JSON included, over documents of about four kilobytes.
final class ExtractStage: Stage {
  static let name = "extract"

  let byteCount: Int
  private let documents: [Text]
  private let extractor = Extractor()
  private var json = JSONWriter()

  init?(_ sample: Sample) {
    // An eighth of the text is enough, and hostile text is cut where it has no lines.
    let bytes = sample.text.bytes.prefix(sample.text.bytes.count / 8)
    var documents: [Text] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = min(start + 4096, bytes.endIndex)
      while end < bytes.endIndex, end < start + 8192, bytes[end - 1] != 0x0A { end += 1 }
      documents.append(Text(validating: Array(bytes[start..<end])))
      start = end
    }
    self.documents = documents
    byteCount = bytes.count
  }

  func run() -> Int {
    json.removeAll()
    for document in documents { extractor.extract(document).write(to: &json) }
    return json.bytes.count
  }
}
