import Lexicon
import Patterns
import UnicodeText

/// Writes a mention as it would be written by itself: clitics undone, abbreviations expanded, one blank between words.
struct NameWriter {
  private let view: DocumentView
  private let reader: LineReader

  init(_ view: DocumentView, _ reader: LineReader) {
    self.view = view
    self.reader = reader
  }

  /// The name over a range of tokens.
  func name(_ range: Range<Int>, type: MentionType) -> String {
    let isExpanded = type == .organization && range.contains { longestExpansion($0..<range.upperBound) != nil }
    if !isExpanded, let name = plainName(range) { return name }
    var out = ""
    var at = range.lowerBound
    while at < range.upperBound {
      let isGlued = view.tokens.flags[at].contains(.glued)
      if !out.isEmpty, !isGlued { out += " " }
      let known = isExpanded ? longestExpansion(at..<range.upperBound) : nil
      if let known {
        let isCapitalized = !view.types.shape(of: view.tokens.types[at]).contains(.lower)
        out += isCapitalized ? known.name.prefix(1).uppercased() + known.name.dropFirst() : known.name
        at = known.end
      } else {
        out += word(at, isFirst: at == range.lowerBound)
        at += 1
      }
    }
    return out
  }

  /// The text over a range of tokens where it is the name already.
  private func plainName(_ range: Range<Int>) -> String? {
    for index in range {
      if view.types.shape(of: view.tokens.types[index]).contains(.afterProclitic) { return nil }
      guard index > range.lowerBound else { continue }
      let gap = view.tokens.starts[index] - view.tokens.ends[index - 1]
      if gap != (view.tokens.flags[index].contains(.glued) ? 0 : 1) { return nil }
    }
    let text = view.string(range)
    return PlainSpelling.isPlain(text) ? text : nil
  }

  /// The code of a place, and where it belongs now, from the longest entry at the end of its words.
  func place(_ range: Range<Int>) -> (code: String?, now: String?) {
    for start in range {
      let entries = reader.matcher.entries(view.tokens, start..<range.upperBound).filter { $0.sense == "place" }
      if let entry = entries.first(where: { $0[.code] != nil || $0[.now] != nil }) {
        return (entry[.code], entry[.now])
      }
    }
    return (nil, nil)
  }

  /// What the longest abbreviation at the beginning of a range stands for, and where it ends.
  private func longestExpansion(_ range: Range<Int>) -> (name: String, end: Int)? {
    let last = reader.matcher.reach(view.tokens, range)
    for end in stride(from: last, to: range.lowerBound, by: -1) {
      if let name = expansion(range.lowerBound..<end) { return (name, end) }
    }
    return nil
  }

  private func expansion(_ range: Range<Int>) -> String? {
    // What an abbreviation in capitals stands for is not what a word in small letters stands for.
    let isCapitals = range.count > 1 || view.types.shape(of: view.tokens.types[range.lowerBound]).contains(.allCaps)
    for entry in reader.matcher.entries(view.tokens, range) {
      guard let name = entry[.name], entry.sense.hasPrefix("organization") else { continue }
      if isCapitals || !isAbbreviation(entry.surface) { return name }
    }
    return nil
  }

  private func isAbbreviation(_ surface: String) -> Bool {
    surface == surface.uppercased() && surface != surface.lowercased()
  }

  /// A word; the first of a name with the article's alef that was dropped after a clitic.
  private func word(_ index: Int, isFirst: Bool) -> String {
    let type = view.types[view.tokens.types[index]]
    // The proclitic that a ligature holds.
    if view.tokens.span(index).isEmpty { return type.key.description }
    let text = PlainSpelling.write(view.string(index..<(index + 1)))
    if type.shape.contains(.afterProclitic), let proclitic = text.unicodeScalars.first,
      FoldedKey(folding: text).bytes == FoldedKey(folding: String(proclitic)).bytes + type.key.bytes
    {
      // A ligature held the proclitic.
      return String(text.unicodeScalars.dropFirst())
    }
    guard isFirst, type.shape.contains(.afterProclitic), type.shape.contains(.definite),
      case let key = type.key.bytes, key.starts(with: ArabicArticle.alef), !text.utf8.starts(with: ArabicArticle.alef),
      text.utf8.starts(with: key.dropFirst(2).prefix(2))
    else { return text }
    return String(decoding: ArabicArticle.alef, as: UTF8.self) + text
  }
}

/// The first letter of the Arabic article, which a clitic lam swallows.
private enum ArabicArticle {
  static let alef = Array("\u{627}".utf8)
}
