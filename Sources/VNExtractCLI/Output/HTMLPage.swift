import UnicodeText
import VNExtract

/// Documents as one page that a browser shows by itself: the text with its mentions marked, and who holds what.
///
/// The page loads nothing and runs nothing: what a mention is stands at the lower edge while the pointer or the keyboard is on
/// it, and the legend shows and hides types, by style alone. It is written piece by piece, so that memory is that of one document.
struct HTMLPage: Sendable {
  private let direction: @Sendable (String) -> LanguageProfile.Direction

  /// `direction` tells in which direction a language is written.
  init(direction: @escaping @Sendable (String) -> LanguageProfile.Direction) { self.direction = direction }

  /// What comes before the first document.
  static var head: String {
    let legend = MentionType.allCases.map(\.rawValue).map { type in
      "<li><label><input type=\"checkbox\" id=\"show-\(type)\" checked><mark class=\"\(type)\">\(type)</mark></label></li>"
    }
    // A type that is not wanted is plain text.
    let hidden = MentionType.allCases.map(\.rawValue).map { type in
      "body:has(#show-\(type):not(:checked)) { p .\(type) { all: unset; } p .\(type) small { display: none; } }"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>vnextract</title>
      <style>
      \(sheet)
      \(hidden.joined(separator: "\n"))
      </style>
      </head>
      <body>
      <nav aria-label="Types shown"><ul>\(legend.joined())</ul></nav>

      """
  }

  /// What comes behind the last document.
  static let foot = "</body>\n</html>\n"

  /// A document, the `number`th of the page.
  func article(_ document: Document, number: Int) -> String {
    let whole = direction(document.language)
    let details = [document.language, document.date].compactMap { $0 }.map(Self.escaped).joined(separator: " · ")
    var out = "<article lang=\"\(Self.escaped(document.language))\">\n"
    out += "<h2><bdi>\(Self.escaped(document.id))</bdi> <small>\(details)</small></h2>\n"
    for line in lines(document, number) {
      let shown = TextDirection.majority(line.plain) ?? whole
      out += "<p dir=\"\(shown.rawValue)\">\(line.marked)</p>\n"
    }
    return out + relations(document, number) + "</article>\n"
  }

  /// The lines that are not blank, with their mentions marked.
  private func lines(_ document: Document, _ number: Int) -> [(plain: String, marked: String)] {
    let bytes = document.text.bytes
    var lines = [(plain: "", marked: "")]
    func add(_ text: String, marked: String) {
      lines[lines.count - 1].plain += text
      lines[lines.count - 1].marked += marked
    }
    func addText(_ range: Range<Int>) {
      let parts = String(decoding: bytes[range], as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(("", "")) }
        add(String(part), marked: Self.escaped(part))
      }
    }
    var at = 0
    let offices = offices(document)
    for mention in document.mentions {
      addText(at..<mention.bytes.lowerBound)
      let isInWord = lines[lines.count - 1].plain.last?.isLetter == true && mention.text.first?.isLetter == true
      add(mention.text, marked: mark(mention, number, isInWord: isInWord, offices: offices[mention.id] ?? []))
      at = mention.bytes.upperBound
    }
    addText(at..<bytes.count)
    return lines.filter { !$0.plain.allSatisfy(\.isWhitespace) }
  }

  /// A mention; of one that begins within a word nothing stands between its letters and those before.
  private func mark(_ mention: Mention, _ number: Int, isInWord: Bool, offices: [String]) -> String {
    let type = mention.type.rawValue
    let details = MentionDetails(mention, offices: offices).description
    return "<mark id=\"\(anchor(mention.id, number))\" class=\"\(type)\(isInWord ? " joined" : "")\" tabindex=\"0\""
      + " aria-description=\"\(Self.escaped(details))\">\(Self.escaped(mention.text))<small>\(type)</small></mark>"
  }

  /// What each person holds, by the person's id.
  private func offices(_ document: Document) -> [String: [String]] {
    let texts = Dictionary(uniqueKeysWithValues: document.mentions.map { ($0.id, $0.text) })
    var offices: [String: [String]] = [:]
    for relation in document.relations {
      guard let person = relation.person else { continue }
      let parts = [texts[relation.title], relation.organization.flatMap { texts[$0] }, relation.status]
      offices[person, default: []].append(parts.compactMap { $0 }.joined(separator: ", "))
    }
    return offices
  }

  private func relations(_ document: Document, _ number: Int) -> String {
    guard !document.relations.isEmpty else { return "" }
    let texts = Dictionary(uniqueKeysWithValues: document.mentions.map { ($0.id, $0.text) })
    func cell(_ id: String?) -> String {
      guard let id, let text = texts[id] else { return "<td></td>" }
      return "<td><a href=\"#\(anchor(id, number))\"><bdi>\(Self.escaped(text))</bdi></a></td>"
    }
    let rows = document.relations.map { relation in
      "<tr>\(cell(relation.person))\(cell(relation.title))\(cell(relation.organization))"
        + "<td>\(Self.escaped(relation.status ?? ""))</td></tr>\n"
    }
    return "<table>\n<tr><th>person</th><th>title</th><th>organization</th><th>status</th></tr>\n" + rows.joined()
      + "</table>\n"
  }

  private func anchor(_ mention: String, _ number: Int) -> String { "d\(number)-\(mention)" }

  /// Text as HTML shows it, in attributes too; control characters as U+FFFD.
  static func escaped(_ text: some StringProtocol) -> String {
    var out = ""
    for scalar in Console.visible(String(text)).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let sheet = """
    :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); --strength: 20%; }
    @media (prefers-color-scheme: dark) { :root { --strength: 45%; } }
    body { font: 17px/2.1 system-ui, sans-serif; max-width: 52rem; margin: 1rem auto 6rem; padding: 0 1rem; }
    nav { position: sticky; top: 0; z-index: 1; background: Canvas; border-bottom: 1px solid var(--line); }
    nav input { vertical-align: middle; margin: 0 .3em 0 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: .7rem; list-style: none; margin: 0; padding: .4rem 0; font-size: .8rem; }
    article { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
    h2 { font-size: 1.1rem; } h2 small { font-weight: 400; opacity: .7; }
    p { overflow-wrap: anywhere; white-space: pre-wrap; }
    mark { color: inherit; background: color-mix(in srgb, var(--kind) var(--strength), transparent); border-radius: .3em;
      padding: .2em .35em; margin: 0 .1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark.joined { margin-inline-start: 0; padding-inline-start: 0; border-start-start-radius: 0; border-end-start-radius: 0; }
    mark small { font-size: .6em; font-weight: 700; margin-inline-start: .5em; unicode-bidi: isolate; user-select: none;
      color: color-mix(in srgb, var(--kind) 60%, CanvasText); }
    mark:target, mark[tabindex]:focus { outline: 2px solid var(--kind); scroll-margin: 4rem; }
    mark:is(:hover, :focus)::after { content: attr(aria-description); position: fixed; z-index: 2; inset: auto 0 0;
      direction: ltr; padding: .5rem 1rem; font-size: .85rem; line-height: 1.6; background: Canvas; color: CanvasText;
      border-top: 3px solid var(--kind); box-shadow: 0 -.2rem 1rem var(--line); }
    @media print { nav { display: none; } }
    table { border-collapse: collapse; line-height: 1.5; font-size: .9rem; }
    th, td { text-align: start; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); }
    a { color: inherit; text-decoration-color: var(--line); }
    .TITLE { --kind: #a35200; } .PERSON { --kind: #1466c9; } .ORG { --kind: #7b3fb8; } .LOC { --kind: #14803c; }
    .DATE { --kind: #b3246b; } .NUMBER { --kind: #4f7f8c; }
    """
}
