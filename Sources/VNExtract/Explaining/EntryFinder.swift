import Lexicon
import UnicodeText

/// Finds out which lexicon entries the mentions of a document rest on.
///
/// It is done again from the answers, so that finding them costs nothing where nobody asks.
enum EntryFinder {
  /// Writes the entries into the mentions of the document that an analysis led to.
  static func add(to document: inout Document, _ analysis: Analysis, _ vocabulary: Vocabulary) {
    for line in analysis.lines {
      add(to: &document, line, analysis.view, LineTrace(line, analysis.view, vocabulary))
    }
  }

  /// Writes the entries into the mentions of one line.
  static func add(to document: inout Document, _ line: Line, _ view: DocumentView, _ trace: LineTrace) {
    guard let first = line.chosen.first else { return }
    let start = view.span(line.drafts[first].range).start
    // Mentions are in text order.
    var at = document.mentions.firstIndex(notBelow: start) { $0.bytes.lowerBound }
    for draft in line.chosen.map({ line.drafts[$0] }) {
      let span = view.span(draft.range)
      guard at < document.mentions.count, document.mentions[at].bytes == span.start..<span.end else { continue }
      document.mentions[at].entries = trace.entries(of: draft)
      at += 1
    }
  }
}
