import Lexicon
import UnicodeText

/// The words of offices by what they mean, read from files `offices.tsv`.
struct OfficeLexicon: Sendable {
  /// What an entry means.
  struct Meaning: Sendable {
    /// Pairs such as `post` and the codes of which one is meant.
    var parts: [(slot: Slot, codes: Set<String>)]
    var branch: String?
    var isMembership = false
    var isUnique = false
  }

  /// What a part of an office tells.
  enum Slot: String, CaseIterable, Sendable {
    case post, grade, body, field, level
  }

  /// What is wrong with the files.
  private(set) var diagnostics: [Diagnostic] = []
  private var meanings: [String: [[FoldedKey]: Meaning]] = [:]
  /// The most words that an entry has.
  private(set) var longest = 1

  /// Reads the files named `offices.tsv` among `files`; an entry of the same words in a later file replaces an earlier one.
  init(_ files: [SourceFile], words: (String) -> [FoldedKey]) {
    for file in files where file.name == "offices.tsv" {
      let parser = LexiconParser(file)
      diagnostics += parser.diagnostics
      var seen: [[FoldedKey]: Int] = [:]
      for entry in parser.entries {
        let keys = words(entry.surface)
        if let line = seen.updateValue(entry.line, forKey: keys) {
          report(entry, "'\(entry.surface)' is the same as line \(line) once folded")
        } else if let meaning = meaning(of: entry) {
          meanings[file.language, default: [:]][keys] = meaning
          longest = max(longest, keys.count)
        }
      }
    }
  }

  /// What words of a language mean; those of other languages are not asked.
  func meaning(of words: some Sequence<FoldedKey>, in language: String) -> Meaning? {
    meanings[language]?[Array(words)]
  }

  private mutating func meaning(of entry: LexiconEntry) -> Meaning? {
    guard entry.sense == "office" else {
      report(entry, "the sense '\(entry.sense)' is not 'office'")
      return nil
    }
    guard let code = entry[.code] else {
      report(entry, "the entry needs a 'code'")
      return nil
    }
    var meaning = Meaning(parts: [])
    if code == "link" { return meaning }
    for part in code.split(separator: " ") {
      var codes: Set<String> = []
      var slots: Set<Slot> = []
      for choice in part.split(separator: "|") {
        let pair = choice.split(separator: ":", maxSplits: 1)
        guard pair.count == 2, let slot = Slot(rawValue: String(pair[0])) else {
          let known = Slot.allCases.map { $0.rawValue + ":" }.joined(separator: ", ")
          report(entry, "the code '\(choice)' begins with none of \(known) and is not 'link'")
          return nil
        }
        slots.insert(slot)
        codes.insert(String(pair[1]))
      }
      guard let slot = slots.first, slots.count == 1 else {
        report(entry, "the codes '\(part)' are of different parts of an office")
        return nil
      }
      meaning.parts.append((slot, codes))
    }
    meaning.isMembership = entry[.kind] == "member"
    meaning.branch = meaning.isMembership ? nil : entry[.kind]
    meaning.isUnique = entry[.role] == "one"
    return meaning
  }

  private mutating func report(_ entry: LexiconEntry, _ message: String) {
    diagnostics.append(
      Diagnostic(file: entry.file, line: entry.line, column: 1, message: message, source: entry.surface))
  }
}
