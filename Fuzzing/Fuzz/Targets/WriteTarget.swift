@testable import VNExtractCLI
import UnicodeText
@testable import VNExtract

/// Answers in every format of the command: no control character reaches a terminal, no markup a page, no formula a sheet.
struct WriteTarget: FuzzTarget {
  private let extractor = Extractor.warmed()

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let format = pieces.one(of: OutputFormat.allCases)
    let options = ExtractTarget.options(&pieces)
    let id = String(decoding: pieces.part(), as: UTF8.self)
    let text = Text(validating: pieces.all())
    let writer = AnswerFormat(format, withText: true, types: Set(MentionType.allCases), hasColour: false) { _ in
      .leftToRight
    }
    var scalar = options
    if [.gold, .brat, .conll].contains(format) { scalar.offsets = .scalar }
    let document = extractor.extract(text, id: id, options: scalar)
    var json = JSONWriter()
    var out: [UInt8] = []
    writer.write(document, number: 1, to: &json, &out)
    out += json.bytes
    promise(String(validating: out, as: UTF8.self) != nil, "\(format) is UTF-8")
    switch format {
    case .jsonl: promise(out.count { $0 == 0x0A } == 1 && out.last == 0x0A, "an answer is one line")
    case .text: promise(!hasControls(out), "no control character reaches the terminal")
    case .html: checkPage(out)
    case .csv: checkCells(String(decoding: out, as: UTF8.self), document)
    case .table:
      promise(out.count { $0 == 0x0A } == document.mentions.count, "a row a mention")
      promise(out.count { $0 == 0x09 } == 13 * document.mentions.count, "the cells of a row")
    case .gold, .brat, .conll: break
    }
  }

  private func hasControls(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      ($0.value < 0x20 && $0.value != 0x0A && $0.value != 0x09) || (0x7F..<0xA0).contains($0.value)
    }
  }

  /// Every `<` of the page begins one of the elements that the page is made of.
  private func checkPage(_ bytes: [UInt8]) {
    let known = [
      "article", "h2", "bdi", "small", "p", "mark", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "ul",
      "li", "span", "b", "br", "label", "section", "h3", "sub", "sup",
    ]
    let page = String(decoding: bytes, as: UTF8.self)
    for piece in page.split(separator: "<").dropFirst(page.hasPrefix("<") ? 0 : 1) {
      let name = piece.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      promise(known.contains(String(name)), "the page has no element '\(name)' of its own")
    }
  }

  /// Cells in quotes are closed, and none begins with what a spreadsheet takes for a formula.
  private func checkCells(_ text: String, _ document: Document) {
    var cells = 0
    var rows = 0
    var isQuoted = false
    var cell = ""
    func end() {
      cells += 1
      let first = cell.first
      promise(first.map { !"=+-@\t\r".contains($0) } ?? true || Int(cell) != nil, "no formula: '\(cell)'")
      cell = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: end()
      case "\n" where !isQuoted:
        // A row ends in both (RFC 4180); an empty last cell is no carriage return.
        promise(cell.unicodeScalars.popLast() == "\r", "a row ends in CR and LF")
        end()
        rows += 1
      default: cell.unicodeScalars.append(scalar)
      }
    }
    promise(!isQuoted && rows == document.mentions.count && cells == 14 * rows, "\(rows) rows, \(cells) cells")
  }
}
