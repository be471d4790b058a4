import Lexicon
import Patterns
import UnicodeText

/// Reads the names of Vietnamese persons in all their writings as keys.
///
/// Surnames and given names of languages that write the surname first tell which order a name has, and which of several readings
/// is a name.
public struct NameReader: Sendable {
  private let grammar: SyllableGrammar
  /// How sure a syllable is a surname, 1 for doubtful ones; with diacritics, and without.
  private var surnames: [String: Int] = [:]
  /// The syllables of names by the sense that lists them.
  private var names: [String: Set<String>] = [:]

  /// Prepares to read names with compiled languages and the files they come from.
  init(_ languages: Languages, _ grammar: SyllableGrammar) {
    self.grammar = grammar
    for tag in languages.tags where languages.profiles[tag]?.nameOrder == .familyFirst {
      guard let lexicon = languages[tag]?.lexicon else { continue }
      for number in 0..<lexicon.count {
        let entry = lexicon.entry(number)
        guard ["family-name", "given-name", "middle-name"].contains(entry.sense),
          let syllable = VietnameseSyllable(FoldedKey(folding: entry.surface))
        else { continue }
        names[entry.sense, default: []].insert(syllable.skeleton)
        guard entry.sense == "family-name" else { continue }
        let weight = entry[.doubtful] == nil ? 2 : 1
        for key in [syllable.skeleton, syllable.exactSpelling] {
          surnames[key] = max(weight, surnames[key] ?? 0)
        }
      }
    }
  }

  /// The key of a name; nil where not all its words are syllables of Vietnamese.
  ///
  /// `hasDiacritics` says that the text writes diacritics, so that a syllable without them has none. Linear in the name's length.
  public func key(of name: String, hasDiacritics: Bool = false) -> NameKey? {
    var syllables: [NameKey.Syllable] = []
    let words = NameWords.split(name)
    let parsed = words.map { VietnameseSyllable($0) }
    let isMarked = hasDiacritics || parsed.contains { $0?.markedSpelling != nil }
    for (word, syllable) in zip(words, parsed) {
      if let syllable {
        let marked = isMarked ? syllable.exactSpelling : nil
        syllables.append(NameKey.Syllable(readings: [syllable.skeleton], marked: marked))
      } else {
        let all = grammar.readings(of: word.description)
        guard !all.isEmpty else { return nil }
        syllables.append(NameKey.Syllable(readings: all, isTransliterated: true))
      }
    }
    guard !syllables.isEmpty, syllables.count <= 8 else { return nil }
    for index in syllables.indices where syllables[index].isTransliterated {
      let isLast = index == syllables.count - 1
      syllables[index] = usual(syllables[index], isLast ? ["given-name"] : ["middle-name", "given-name"])
    }
    return ordered(syllables)
  }

  private func isName(_ skeleton: String) -> Bool { names.values.contains { $0.contains(skeleton) } }

  /// Puts the readings that are names of one of the senses before the others.
  private func usual(_ syllable: NameKey.Syllable, _ senses: [String]) -> NameKey.Syllable {
    var readings: [String] = []
    for sense in senses {
      readings += syllable.readings.filter { names[sense]?.contains($0) == true && !readings.contains($0) }
    }
    readings += syllable.readings.filter { !readings.contains($0) }
    return NameKey.Syllable(readings: readings, isTransliterated: true)
  }

  /// The spellings without diacritics, in one word, that words of a place's name may stand for.
  func spellings(of words: [FoldedKey]) -> Set<String> {
    var out: Set<String> = [""]
    for word in words {
      let latin = NameWords.latinSkeleton(word)
      let own = latin.map { [$0] } ?? grammar.spellings(of: word.description, isKnown: isName)
      if own.isEmpty { return [] }
      out = Set(out.flatMap { start in own.map { start + $0 } }.prefix(256))
    }
    return out
  }

  /// The surname first; where both ends may be one, either may come first.
  private func ordered(_ syllables: [NameKey.Syllable]) -> NameKey {
    guard syllables.count > 1, let first = syllables.first, let last = syllables.last else {
      return NameKey(syllables: syllables)
    }
    let atStart = weight(first)
    let atEnd = weight(last)
    if atStart == 0, atEnd > 0 {
      return NameKey(syllables: [asSurname(last)] + syllables.dropLast())
    }
    guard atStart > 0 else { return NameKey(syllables: syllables) }
    return NameKey(
      syllables: [asSurname(first)] + syllables.dropFirst(),
      isReversible: atEnd > atStart && last.marked == nil)
  }

  private func weight(_ syllable: NameKey.Syllable) -> Int {
    if let marked = syllable.marked { return surnames[marked] ?? 0 }
    return syllable.readings.compactMap { surnames[$0] }.max() ?? 0
  }

  /// Of the readings of a transliterated syllable those that are surnames.
  private func asSurname(_ syllable: NameKey.Syllable) -> NameKey.Syllable {
    guard syllable.isTransliterated else { return syllable }
    let known = [2, 1].flatMap { weight in syllable.readings.filter { surnames[$0] == weight } }
    return NameKey.Syllable(readings: known, isTransliterated: true)
  }
}

extension VietnameseSyllable {
  /// The letters with the number of the tone, also where no diacritic is written.
  fileprivate var exactSpelling: String {
    markedSpelling ?? skeleton + String(Tone.level.rawValue)
  }
}
