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
    var isChanged = false
    for index in line.drafts.indices where line.drafts[index].evidence != .certain {
      let draft = line.drafts[index]
      guard [.person, .organization, .place].contains(draft.meaning) else { continue }
      if names.contains(Name(meaning: draft.meaning, words: view.keys(draft.range))) {
        line.drafts[index].evidence = draft.evidence == .possible ? .likely : .certain
        isChanged = true
      }
    }
    for start in line.range {
      guard let first = view.types[view.tokens.types[start]].keys.first else { continue }
      for name in byFirstWord[first] ?? [] {
        let end = start + name.words.count
        guard end <= line.range.upperBound, view.keys(start..<end) == name.words,
          isNameLike(start..<end),
          !line.drafts.contains(where: { $0.range == start..<end && $0.meaning == name.meaning })
        else { continue }
        line.drafts.append(
          Draft(meaning: name.meaning, range: start..<end, rule: 0, evidence: .likely, source: "document.repeated-name"))
        isChanged = true
      }
    }
    return isChanged
  }

  /// Whether words are written as a name is: no word of a cased script begins the range in lower case.
  private func isNameLike(_ range: Range<Int>) -> Bool {
    !view.types[view.tokens.types[range.lowerBound]].shape.contains(.lower)
  }
}
