import Lexicon
import Patterns
import UnicodeText

/// What a document establishes once with certainty and what that says of its other lines.
///
/// A name that is certain somewhere makes the same words certain elsewhere, and is found where no rule saw it.
struct Recall {
  private struct Name: Hashable {
    var meaning: Meaning
    var words: [FoldedKey]
  }

  private let view: DocumentView
  private var names: Set<Name> = []
  private var byFirstWord: [FoldedKey: [Name]] = [:]
  /// The last words of full names of persons: the given name of a Vietnamese, the family name of others.
  private var shortNames: Set<FoldedKey> = []

  /// Collects what the chosen readings hold as certain.
  init(_ lines: [Line], _ view: DocumentView) {
    self.view = view
    for line in lines {
      for index in line.chosen where line.drafts[index].evidence == .certain {
        let draft = line.drafts[index]
        guard [.person, .organization, .place].contains(draft.meaning) else { continue }
        let name = Name(meaning: draft.meaning, words: view.keys(draft.range))
        guard names.insert(name).inserted, name.words.count > 1, let first = name.words.first else { continue }
        byFirstWord[first, default: []].append(name)
        if draft.meaning == .person, let last = name.words.last { shortNames.insert(last) }
      }
    }
  }

  /// Adds to the evidence of every line and reads again those that gained.
  func strengthen(_ lines: inout [Line]) {
    guard !names.isEmpty else { return }
    for index in lines.indices {
      if strengthen(&lines[index]) { lines[index].choose() }
    }
  }

  private func strengthen(_ line: inout Line) -> Bool {
    // The drafts are taken out of the line while they change, so that they are changed in place.
    var drafts: [Draft] = []
    swap(&drafts, &line.drafts)
    defer { swap(&drafts, &line.drafts) }
    var isChanged = false
    var known: Set<Place> = []
    for index in drafts.indices {
      let (meaning, range) = (drafts[index].meaning, drafts[index].range)
      guard [.person, .organization, .place].contains(meaning) else { continue }
      known.insert(Place(meaning: meaning, range: range))
      let evidence = drafts[index].evidence
      guard evidence != .certain else { continue }
      if names.contains(Name(meaning: meaning, words: view.keys(range))) {
        drafts[index].evidence = evidence == .possible ? .likely : .certain
        isChanged = true
      } else if evidence == .possible, meaning == .person, range.count == 1, isShortName(range.lowerBound, line) {
        drafts[index].evidence = .likely
        isChanged = true
      }
    }
    for start in line.range {
      if isShortName(start, line), known.insert(Place(meaning: .person, range: start..<(start + 1))).inserted {
        drafts.append(
          Draft(meaning: .person, range: start..<(start + 1), rule: 0, evidence: .likely, source: "document.short-name")
        )
        isChanged = true
      }
      guard let names = byFirstWord[view.types[view.tokens.types[start]].key] else { continue }
      for name in names {
        let range = start..<(start + name.words.count)
        guard range.upperBound <= line.range.upperBound, view.keys(range) == name.words, isNameLike(range),
          known.insert(Place(meaning: name.meaning, range: range)).inserted
        else { continue }
        drafts.append(
          Draft(meaning: name.meaning, range: range, rule: 0, evidence: .likely, source: "document.repeated-name"))
        isChanged = true
      }
    }
    return isChanged
  }

  /// Whether a word is written as a name, ends a full name of the document and is no other word of the language.
  private func isShortName(_ index: Int, _ line: Line) -> Bool {
    let type = view.types[view.tokens.types[index]]
    guard shortNames.contains(type.key), !type.shape.contains(.lower), type.key.bytes.count > 4 else { return false }
    let senses = line.reader.matcher.entries(view.tokens, index..<(index + 1)).map(\.sense)
    return !senses.contains { ["common", "place", "position", "organization", "number", "place-head"].contains($0) }
  }

  private struct Place: Hashable {
    var meaning: Meaning
    var range: Range<Int>
  }

  /// Whether words are written as a name is: no word of a cased script begins the range in lower case.
  private func isNameLike(_ range: Range<Int>) -> Bool {
    !view.types[view.tokens.types[range.lowerBound]].shape.contains(.lower)
  }
}
