import Lexicon
import Patterns
import UnicodeText

/// One line of a document with what rules found in it, phase by phase, as the tracer wants it.
final class LineTrace {
  /// What rules found, before the document's other lines spoke.
  let drafts: [Draft]
  let reader: LineReader
  /// The line as each phase sees it.
  private let phases: [TraceLine]
  /// The line as relations see it.
  private let settled: TraceLine
  /// The entries of drafts that were asked for, by their places in `drafts`.
  private var entriesOfDrafts: [Int: [UsedEntry]] = [:]

  init(_ line: Line, _ view: DocumentView, _ vocabulary: Vocabulary) {
    reader = line.reader
    var parts: [Int32] = []
    drafts = line.reader.drafts(view, line: line.range, parts: &parts)
    let plain = TraceLine(
      view.text, view.tokens, line: line.range, types: view.types, lexicon: reader.language.lexicon,
      vocabulary: vocabulary)
    var state = plain
    var phases: [TraceLine] = []
    for phase in Phase.allCases {
      phases.append(state)
      for (index, draft) in drafts.enumerated() where reader.language.rules.phase(of: draft.rule) == phase.index {
        guard let facts = draft.facts(withEvidence: true) else { continue }
        state.add(mention: index, facts, range: draft.range)
      }
    }
    self.phases = phases
    state = plain
    for index in line.chosen {
      let draft = line.drafts[index]
      guard let facts = draft.facts(withEvidence: false) else { continue }
      state.cover(draft.range)
      state.add(mention: index, facts, range: draft.range)
    }
    settled = state
  }

  /// The line as the rules of a phase see it.
  subscript(phase: Int) -> TraceLine { Phase.allCases[phase] == .relation ? settled : phases[phase] }

  /// The lexicon entries that led to a draft, those of the mentions it took included, in text order.
  func entries(of draft: Draft) -> [UsedEntry] {
    guard draft.source == nil else { return [] }
    let rules = reader.language.rules
    let match = rules.match(rule: draft.rule, mention: draft.range, in: self[rules.phase(of: draft.rule)])
    return match.map { entries(of: $0.items) } ?? []
  }

  /// The lexicon entries behind what a match took.
  func entries(of items: [TraceItem]) -> [UsedEntry] {
    var seen: Set<UsedEntry> = []
    return items.flatMap { item in
      item.entries.map(UsedEntry.init) + (item.mention.map { entries(ofDraft: $0) } ?? [])
    }.filter { seen.insert($0).inserted }
  }

  private func entries(ofDraft index: Int) -> [UsedEntry] {
    if let known = entriesOfDrafts[index] { return known }
    let found = entries(of: drafts[index])
    entriesOfDrafts[index] = found
    return found
  }
}
