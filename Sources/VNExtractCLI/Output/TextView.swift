import UnicodeText
import VNExtract

/// A document as a person reads it: the text with its mentions highlighted, then a table of them and of who holds what.
struct TextView {
  private let document: Document
  private let colour: Bool

  init(_ document: Document, colour: Bool) {
    self.document = document
    self.colour = colour
  }

  var text: String {
    var out = colour ? highlighted + "\n\n" : ""
    let rows = document.mentions.map { mention in
      [
        mention.type.rawValue, "\(mention.range.lowerBound)–\(mention.range.upperBound)",
        Console.visible(flat(mention.text)),
        Console.visible(detail(mention)),
      ]
    }
    out += table(rows, headers: ["TYPE", "OFFSETS", "TEXT", "VALUE"])
    let holds = document.relations.map(row)
    if !holds.isEmpty { out += "\n" + table(holds, headers: ["PERSON", "TITLE", "ORGANIZATION", "STATUS"]) }
    return out
  }

  private func row(_ relation: Relation) -> [String] {
    func text(_ id: String?) -> String {
      document.mentions.first { $0.id == id }.map { Console.visible(flat($0.text)) } ?? ""
    }
    return [text(relation.person), text(relation.title), text(relation.organization), relation.status ?? ""]
  }

  private func detail(_ mention: Mention) -> String {
    switch mention.type {
    case .date: [mention.value, mention.mod].compactMap { $0 }.joined(separator: " ")
    case .number: [mention.kind, mention.value, mention.mod, mention.unit].compactMap { $0 }.joined(separator: " ")
    case .title: mention.kind ?? ""
    case .place: [mention.code, mention.now].compactMap { $0 }.joined(separator: " → ")
    case .person, .organization: mention.name == mention.text ? "" : mention.name ?? ""
    }
  }

  private func flat(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

  /// Columns padded to their widest cell; blank columns at the right are left out.
  private func table(_ rows: [[String]], headers: [String]) -> String {
    let all = [headers] + rows
    let widths = headers.indices.map { column in all.map { Self.width($0[column]) }.max() ?? 0 }
    return all.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - Self.width($0)) }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// Characters, which is near enough to columns for the scripts at hand.
  private static func width(_ text: String) -> Int { text.count }

  private var highlighted: String {
    var out = ""
    var at = 0
    let bytes = document.text.bytes
    for mention in document.mentions {
      out += Console.visible(String(decoding: bytes[at..<mention.bytes.lowerBound], as: UTF8.self))
      out += "\u{1B}[\(Self.colours[mention.type] ?? 0)m" + Console.visible(mention.text) + "\u{1B}[0m"
      at = mention.bytes.upperBound
    }
    return out + Console.visible(String(decoding: bytes[at...], as: UTF8.self))
  }

  private static let colours: [MentionType: Int] = [
    .title: 35, .person: 32, .organization: 34, .place: 33, .date: 36, .number: 31,
  ]
}
