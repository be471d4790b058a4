/// A kind of file that holds no plain text, told by its first bytes.
enum FileSignature: CaseIterable {
  case pdf, zip, office, richText, image, archive

  /// The kind of a file that begins with these bytes; nil where it may be a text.
  init?(_ bytes: [UInt8]) {
    guard let found = Self.allCases.first(where: { kind in kind.starts.contains { bytes.starts(with: $0) } })
    else { return nil }
    self = found
  }

  /// Whether a text is a page of the web, whose tags nobody wants to be read.
  static func isHTML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(256).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    return ["<!doctype html", "<html"].contains { tag in
      start.prefix(tag.utf8.count).elementsEqual(tag.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
  }

  private var starts: [[UInt8]] {
    switch self {
    case .pdf: [Array("%PDF-".utf8)]
    // Also what word processors and spreadsheets write since 2007, and e-books.
    case .zip: [[0x50, 0x4B, 0x03, 0x04]]
    case .office: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]
    case .richText: [Array("{\\rtf".utf8)]
    case .image:
      [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00]]
    case .archive: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
    }
  }

  /// What is told of such a file: what it is and what to do.
  var message: String {
    switch self {
    case .pdf: "this is a PDF, not a text; take its text out with pdftotext first"
    case .zip: "this is a Word, Excel, OpenDocument or ZIP file, not a text; save it as plain text first"
    case .office: "this is an old Word or Excel file, not a text; save it as plain text first"
    case .richText: "this is RTF, not a text; save it as plain text first"
    case .image: "this is a picture, not a text; recognize its letters first"
    case .archive: "this is compressed in a way that is not known here (gzip and Zstandard are); decompress it first"
    }
  }
}
