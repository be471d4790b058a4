import UnicodeText

/// The years that are written in a line, as the dates of the line see them.
struct LineYears {
  /// What a date without a year may take from its line.
  struct Found {
    /// The number of its sentence in the line.
    var sentence = 0
    /// The year written in its sentence: the nearest before it, else the nearest behind it.
    var inSentence: Int?
    /// The year last written before it in the line, else the first behind it.
    var inLine: Int?
  }

  private var found: [Int: Found] = [:]

  /// What the date draft of a line sees.
  subscript(draft: Int) -> Found { found[draft] ?? Found() }

  /// Looks at the chosen dates of a line, once from each side.
  init(_ line: Line, _ tokens: Tokens) {
    var places: [(draft: Int, sentence: Int, years: [Int])] = []
    var (sentence, at) = (0, line.range.lowerBound)
    for draft in line.chosen {
      guard let date = line.drafts[draft].date else { continue }
      while at < line.drafts[draft].range.lowerBound {
        at += 1
        if tokens.flags[at].contains(.sentenceStart) { sentence += 1 }
      }
      places.append((draft, sentence, date.years))
    }
    var (before, own): (Int?, (sentence: Int, year: Int)?) = (nil, nil)
    for place in places {
      let year = place.years.last
      found[place.draft] = Found(
        sentence: place.sentence,
        inSentence: year ?? own.flatMap { $0.sentence == place.sentence ? $0.year : nil }, inLine: year ?? before)
      if let year { (before, own) = (year, (place.sentence, year)) }
    }
    (before, own) = (nil, nil)
    for place in places.reversed() {
      if found[place.draft]?.inSentence == nil, let own, own.sentence == place.sentence {
        found[place.draft]?.inSentence = own.year
      }
      if found[place.draft]?.inLine == nil { found[place.draft]?.inLine = before }
      if let year = place.years.first { (before, own) = (year, (place.sentence, year)) }
    }
  }
}
