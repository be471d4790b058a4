import UnicodeText
import VNExtract

/// Mentions as rows of a tab-separated table: what a number is, of what, what it is said of, when and where.
struct FactTable {
  /// The names of the columns.
  static let header = [
    "id", "type", "start", "end", "text", "kind", "value", "mod", "unit", "code", "subject", "change", "when", "where",
  ]

  private let document: Document
  private let types: Set<MentionType>

  init(_ document: Document, types: Set<MentionType>) {
    self.document = document
    self.types = types
  }

  /// The rows, each ended by a line feed.
  var text: String { rows.map(Self.line).joined() }

  /// The cells of the rows.
  var rows: [[String]] { document.mentions.filter { types.contains($0.type) }.map(row) }

  /// Cells as a line; tabs and line breaks in a cell become blanks.
  static func line(_ cells: [String]) -> String {
    cells.map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t") + "\n"
  }

  private func row(_ mention: Mention) -> [String] {
    let isFact = mention.type == .number
    let date = isFact ? nearest(.date, to: mention) : nil
    let place = isFact ? nearest(.place, to: mention) : nil
    return [
      document.id, mention.type.rawValue, String(mention.range.lowerBound), String(mention.range.upperBound),
      mention.text, mention.kind ?? mention.timex ?? "", mention.value ?? mention.name ?? "", mention.mod ?? "",
      mention.unit ?? "", mention.code ?? "", mention.subject ?? "", mention.change ?? "", date?.value ?? "",
      place?.name ?? "",
    ]
  }

  /// The mention of a type that stands nearest in the same line; of two as near the one before.
  private func nearest(_ type: MentionType, to mention: Mention) -> Mention? {
    document.mentions.filter { $0.type == type && isInLine($0, mention) }
      .min { distance($0, mention) < distance($1, mention) }
  }

  private func distance(_ other: Mention, _ mention: Mention) -> Int {
    other.bytes.lowerBound < mention.bytes.lowerBound
      ? mention.bytes.lowerBound - other.bytes.upperBound : other.bytes.lowerBound - mention.bytes.upperBound
  }

  private func isInLine(_ other: Mention, _ mention: Mention) -> Bool {
    let (first, second) =
      other.bytes.lowerBound < mention.bytes.lowerBound ? (other.bytes, mention.bytes) : (mention.bytes, other.bytes)
    guard first.upperBound <= second.lowerBound else { return false }
    return !document.text.bytes[first.upperBound..<second.lowerBound].contains(0x0A)
  }
}
