/// Guesses the language of a text from its script, the letters that mark a language, and its frequent words.
///
/// Deterministic and linear; ties go to the profile given first.
public struct LanguageGuesser: Sendable {
  private enum Script: Int { case latin, arabic, other }

  private let languages: [String]
  private let scripts: [Script]
  private var wordMasks: [UInt64: UInt64] = [:]
  private var letterMasks: [UInt32: UInt64] = [:]

  /// A guesser among the given languages, of which the first 64 count.
  public init(_ profiles: [LanguageProfile]) {
    let profiles = profiles.prefix(64)
    languages = profiles.map(\.language)
    scripts = profiles.map { $0.script == "Latn" ? .latin : $0.script == "Arab" ? .arabic : .other }
    for (index, profile) in profiles.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      for word in profile.words {
        let bytes = Array(word.utf8)
        for form in [bytes, ICUDoor.normalize(bytes, .nfc), ICUDoor.normalize(bytes, .nfd)] {
          var hash = WordHash()
          for scalar in String(decoding: form, as: UTF8.self).unicodeScalars { hash.add(scalar) }
          wordMasks[hash.value, default: 0] |= bit
        }
      }
      for letter in profile.letters {
        for form in [letter.properties.lowercaseMapping, letter.properties.uppercaseMapping] {
          for scalar in form.unicodeScalars { letterMasks[scalar.value, default: 0] |= bit }
          let parts = String(decoding: ICUDoor.normalize(Array(form.utf8), .nfd), as: UTF8.self).unicodeScalars
          // Of a decomposed letter only the mark tells the language.
          for mark in parts where Characters.isMark(mark) { letterMasks[mark.value, default: 0] |= bit }
        }
      }
    }
  }

  /// The language of a text or a stretch of it (nil: all of it); `und` where nothing speaks for one.
  public func guess(_ text: Text, in span: Span? = nil) -> String {
    let limit = text.bytes.count
    let start = min(max(span?.start ?? 0, 0), limit)
    let end = min(max(span?.end ?? limit, start), limit)
    var tally = Tally(languages: languages.count)
    var hash = WordHash()
    var mask: UInt64 = 0
    var script: Script?
    func endWord() {
      if let found = script { tally.add(mask | (wordMasks[hash.value] ?? 0), script: found.rawValue) }
      hash = WordHash()
      mask = 0
      script = nil
    }
    for scalar in String(decoding: text.bytes[start..<end], as: UTF8.self).unicodeScalars {
      if Characters.isLetter(scalar) || Characters.isMark(scalar) {
        if script == nil {
          script = Characters.isLatin(scalar) ? .latin : Characters.isArabic(scalar) ? .arabic : .other
        }
        hash.add(scalar)
        if scalar.value >= 0x80 { mask |= letterMasks[scalar.value] ?? 0 }
      } else if script != nil && !Characters.isIgnorable(scalar) {
        endWord()
      }
    }
    endWord()
    return decide(tally)
  }

  private func decide(_ tally: Tally) -> String {
    guard let script = tally.words.indices.max(by: { tally.words[$0] < tally.words[$1] }), tally.words[script] > 0
    else { return "und" }
    let candidates = languages.indices.filter { scripts[$0].rawValue == script }
    var best: Int?
    for candidate in candidates where tally.hits[candidate] > (best.map { tally.hits[$0] } ?? 0) { best = candidate }
    guard let best else {
      // A short text in a script that only one language has needs no more evidence.
      return candidates.count == 1 && tally.words[script] < 12 ? languages[candidates[0]] : "und"
    }
    // One word in eight must speak for the language: fewer are loans in a text of another one.
    return tally.hits[best] * 8 > tally.words[script] ? languages[best] : "und"
  }

  /// Words counted by script, and those that speak for each language.
  private struct Tally {
    var words = [0, 0, 0]
    var hits: [Int]

    init(languages: Int) { hits = [Int](repeating: 0, count: languages) }

    mutating func add(_ mask: UInt64, script: Int) {
      words[script] += 1
      var rest = mask
      while rest != 0 {
        hits[rest.trailingZeroBitCount] += 1
        rest &= rest - 1
      }
    }
  }
}
