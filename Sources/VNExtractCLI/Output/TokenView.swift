import UnicodeText
import VNExtract

/// Tokens as `vnextract tokens` shows them.
struct TokenView {
  /// The names of the columns of `row`.
  static let header = ["start", "end", "text", "kind", "keys", "shape", "flags", "seam"].joined(separator: "\t")

  private let text: Text
  private let tokens: Tokens
  private let table: TypeTable
  private let seams: [Seam]
  private var offsets: OffsetConverter

  init(_ text: Text, _ tokens: Tokens, _ table: TypeTable, unit: OffsetUnit) {
    self.text = text
    self.tokens = tokens
    self.table = table
    seams = Seam.explain(text, tokens, table)
    offsets = OffsetConverter(text, unit: unit)
  }

  /// One token as columns parted by tabs.
  mutating func row(_ index: Int) -> String {
    let span = tokens.span(index)
    let type = table[tokens.types[index]]
    let start = offsets.convert(span.start)
    let seam = seams[index].rule.map { "\($0.joins ? "joined" : "cut"): \($0.rawValue)" } ?? ""
    return [
      String(start), String(offsets.convert(span.end)), visible(text.string(span)), "\(type.kind)",
      visible(type.keys.map(\.description).joined(separator: " | ")), type.shape.names.joined(separator: ","),
      flags(index).joined(separator: ","), seam,
    ].joined(separator: "\t")
  }

  /// One token as a line of JSON.
  mutating func write(_ index: Int, to json: inout JSONWriter) {
    let span = tokens.span(index)
    let type = table[tokens.types[index]]
    let start = offsets.convert(span.start)
    let end = offsets.convert(span.end)
    func list(_ name: StaticString, _ values: [String], _ json: inout JSONWriter) {
      json.key(name)
      json.array { json in for value in values { json.string(value) } }
    }
    json.object { json in
      json.field("start", start)
      json.field("end", end)
      json.field("text", text.string(span))
      json.field("kind", "\(type.kind)")
      list("keys", type.keys.map(\.description), &json)
      list("shape", type.shape.names, &json)
      list("flags", flags(index), &json)
      if let number = type.number { json.field("number", number) }
      if let rule = seams[index].rule {
        json.field(rule.joins ? "joined" : "cut", rule.rawValue)
        json.field("why", rule.summary)
      }
    }
    json.newline()
  }

  /// Tabs and line ends would break the columns.
  private func visible(_ string: String) -> String {
    Console.visible(string).split(omittingEmptySubsequences: false) { $0 == "\t" || $0.isNewline }
      .joined(separator: "\u{FFFD}")
  }

  private func flags(_ index: Int) -> [String] {
    let names: [(TokenFlags, String)] = [
      (.paragraphStart, "paragraph"), (.lineStart, "line"), (.sentenceStart, "sentence"), (.glued, "glued"),
    ]
    return names.filter { tokens.flags[index].contains($0.0) }.map(\.1)
  }
}
