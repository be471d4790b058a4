/// Guesses the language of a text from its script, the letters that mark a language, and its frequent words.
///
/// A word speaks for a language when it is one of its frequent words or has one of its letters outside ASCII; letters
/// of ASCII only decide between equals. Where no language is found so, nearly all words being syllables of Vietnamese
/// speak for the language that is also written without its diacritics. Deterministic and linear; ties go to the profile
/// given first.
public struct LanguageGuesser: Sendable {
  let languages: [String]
  private let scripts: [WordTally.Script]
  let evidence: LanguageEvidence
  /// The language that people also write without diacritics.
  private let bareLanguage: String?

  /// A guesser among the given languages, of which the first 64 count.
  public init(_ profiles: [LanguageProfile]) {
    let profiles = profiles.prefix(64)
    languages = profiles.map(\.language)
    scripts = profiles.map { $0.script == "Latn" ? .latin : $0.script == "Arab" ? .arabic : .other }
    evidence = LanguageEvidence(Array(profiles))
    bareLanguage = profiles.first { $0.hasOptionalDiacritics && $0.script == "Latn" }?.language
  }

  /// The language of a text or a stretch of it (nil: all of it); `und` where nothing speaks for one.
  public func guess(_ text: Text, in span: Span? = nil) -> String {
    let limit = text.bytes.count
    let start = min(max(span?.start ?? 0, 0), limit)
    let end = min(max(span?.end ?? limit, start), limit)
    var tally = WordTally(languages: languages.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      tally.count(UnsafeBufferPointer(rebasing: bytes[start..<end]), evidence)
    }
    return decide(tally)
  }

  func decide(_ tally: WordTally, bySyllables: Bool = true) -> String {
    let language = decideByWords(tally)
    let words = tally.words[WordTally.Script.latin.rawValue]
    guard bySyllables, language == "und", let bareLanguage, words > 3, tally.syllables * 4 >= words * 3 else {
      return language
    }
    return bareLanguage
  }

  private func decideByWords(_ tally: WordTally) -> String {
    guard let script = tally.words.indices.max(by: { tally.words[$0] < tally.words[$1] }), tally.words[script] > 0
    else { return "und" }
    let words = tally.words[script]
    let candidates = languages.indices.filter { scripts[$0].rawValue == script }
    var best: Int?
    for candidate in candidates where tally.strong[candidate] > 0 {
      let isBetter = best.map { (tally.strong[$0], tally.weak[$0]) < (tally.strong[candidate], tally.weak[candidate]) }
      if isBetter ?? true { best = candidate }
    }
    // A short text in a script that only one language has needs no more evidence.
    if candidates.count == 1 && words < 12 { return languages[candidates[0]] }
    guard let best else { return "und" }
    // Every fourth word of a text speaks for its language, and usually more; fewer are loans, or a relative of it.
    let share = words < 8 ? 8 : 4
    return tally.strong[best] * share > words ? languages[best] : "und"
  }
}
