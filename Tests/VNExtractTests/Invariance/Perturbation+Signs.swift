/// Invisible characters, blanks, line ends, quotes and dashes.
extension Perturbation {
  private static func isInside(_ place: Place) -> Bool { isWord(place.scalar) && isWord(place.next) }

  /// Quotes opening and closing in turn.
  private static func quotes(_ name: String, _ open: String, _ close: String, _ single: String) -> Perturbation {
    Perturbation(name: name) { scalars in
      var result = Rewriting()
      var isOpen = false
      for (index, scalar) in scalars.enumerated() {
        let range = index..<(index + 1)
        if scalar == "\"" {
          isOpen.toggle()
          result.append(isOpen ? open : close, from: range)
        } else if scalar == "'" {
          result.append(index > 0 && isWord(scalars[index - 1]) ? "’" : single, from: range)
        } else {
          result.append(String(scalar), from: range)
        }
      }
      return result
    }
  }

  static let signs: [Perturbation] = [
    sprinkle(
      "invisible characters between words",
      [
        "\u{200E}", "\u{200F}", "\u{61C}", "\u{FEFF}", "\u{2060}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{2066}",
        "\u{2067}", "\u{2069}", "\u{AD}",
      ], rarity: 3
    ) { !isInside($0) },
    sprinkle(
      "invisible characters inside words", ["\u{200E}", "\u{200F}", "\u{AD}", "\u{FEFF}", "\u{2060}", "\u{61C}"],
      rarity: 6, isInside),
    sprinkle(
      "invisible characters", ["\u{200E}", "\u{200F}", "\u{AD}", "\u{FEFF}", "\u{200C}", "\u{200D}"], rarity: 8
    ) { _ in true },
    sprinkle("zero-width spaces beside blanks", ["\u{200B}"], rarity: 2) { $0.scalar == " " || $0.next == " " },
    map("no-break spaces", [" ": "\u{A0}"]),
    each("many kinds of blanks") { place in
      place.scalar == " "
        ? [" ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}", "\t", "\u{2003}"][place.random % 7] : String(place.scalar)
    },
    map("doubled spaces", [" ": "  "]), map("spaces with no-break spaces", [" ": " \u{A0} "]),
    map("CRLF", ["\n": "\r\n"]), map("CR", ["\n": "\r"]),
    quotes("curly quotes", "“", "”", "‘"), quotes("guillemets", "«", "»", "‘"), quotes("low quotes", "„", "“", "‚"),
    map("straight quotes", ["“": "\"", "”": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'"]),
    each("every dash") { place in
      ["-", "–", "—"].contains(place.scalar)
        ? ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}"][place.random % 7]
        : String(place.scalar)
    },
    map("hyphens for dashes", ["–": "-", "—": "-"]),
  ]
}
