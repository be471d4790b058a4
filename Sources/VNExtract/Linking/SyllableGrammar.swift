import Lexicon
import UnicodeText

/// How syllables of Vietnamese are written in another script: onsets, vowels and endings with the Latin letters they may stand for.
///
/// Read from files `syllables.tsv`; a word is an onset, a vowel and an ending, each of which may be missing.
struct SyllableGrammar: Sendable {
  private var onsets: [String: [String]] = ["": [""]]
  private var vowels: [String: [String]] = [:]
  private var endings: [String: [String]] = ["": [""]]
  /// What is wrong with the files.
  private(set) var diagnostics: [Diagnostic] = []

  /// The sign for no letter, and for the vowel that is not written.
  private static let none = "-"
  private static let unwritten = "_"
  /// How much likelier a vowel that is written is than one that is not.
  private static let cost = 3

  /// Reads the files named `syllables.tsv` among `files`.
  init(_ files: [SourceFile]) {
    for file in files where file.name == "syllables.tsv" {
      let parser = LexiconParser(file)
      diagnostics += parser.diagnostics
      for entry in parser.entries { add(entry) }
    }
  }

  private mutating func add(_ entry: LexiconEntry) {
    guard let name = entry[.name] else {
      return report(entry, "the entry needs a 'name': the letters it may stand for")
    }
    let readings = name.split(separator: "|").map { $0 == Self.none ? "" : String($0) }
    if let wrong = readings.first(where: { $0.utf8.contains { !(0x61...0x7A).contains($0) } }) {
      return report(entry, "'\(wrong)' must be letters from a to z")
    }
    let letters = FoldedKey(folding: entry.surface).description
    switch entry.sense {
    case "onset": onsets[letters] = readings
    case "vowel": vowels[entry.surface == Self.unwritten ? "" : letters] = readings
    case "ending": endings[letters] = readings
    default: report(entry, "the sense '\(entry.sense)' is none of onset, vowel, ending")
    }
  }

  private mutating func report(_ entry: LexiconEntry, _ message: String) {
    diagnostics.append(
      Diagnostic(file: entry.file, line: entry.line, column: 1, message: message, source: entry.surface))
  }

  /// The syllables that a folded word may stand for, without diacritics, the likeliest first; empty where it is none.
  func readings(of word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= 9 else { return [] }
    func part(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(letters[range])) }
    var costs: [String: Int] = [:]
    for first in 0...min(2, letters.count) {
      guard let onset = onsets[part(0..<first)] else { continue }
      for second in first...min(first + 3, letters.count) where letters.count - second <= 2 {
        guard let vowel = vowels[part(first..<second)], let ending = endings[part(second..<letters.count)] else {
          continue
        }
        // Only between consonants a vowel may stand unwritten.
        if first == second, first == 0 || second == letters.count || vowels[part(second..<letters.count)] != nil {
          continue
        }
        let written = first == second ? Self.cost : 0
        for (i, left) in onset.enumerated() {
          for (j, middle) in vowel.enumerated() {
            for (k, right) in ending.enumerated() {
              guard let syllable = VietnameseSyllable(FoldedKey(folding: left + middle + right)) else { continue }
              let cost = i + j + k + written
              costs[syllable.skeleton] = min(cost, costs[syllable.skeleton] ?? cost)
            }
          }
        }
      }
    }
    return costs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// The spellings, in one word, of a word in which up to three syllables may be written together; at most 256.
  func spellings(of word: String, isKnown: (String) -> Bool) -> Set<String> {
    let letters = Array(word.unicodeScalars)
    guard letters.count <= 24 else { return [] }
    func known(_ range: Range<Int>) -> [String] {
      let all = readings(of: String(String.UnicodeScalarView(letters[range])))
      let names = all.filter(isKnown)
      return names.isEmpty ? all : names
    }
    var open: [(at: Int, count: Int, spelling: String)] = [(0, 0, "")]
    var done: Set<String> = []
    while let next = open.popLast(), done.count < 256 {
      if next.at == letters.count {
        done.insert(next.spelling)
      } else if next.count < 3 {
        for end in (next.at + 1)...letters.count {
          for reading in known(next.at..<end).prefix(8) { open.append((end, next.count + 1, next.spelling + reading)) }
        }
      }
    }
    return done
  }
}
