import Lexicon
import UnicodeText

/// Finds out which lexicon entries the mentions of a document rest on.
///
/// It is done again from the answers, so that finding them costs nothing where nobody asks.
struct EntryFinder {
  private let analysis: Analysis
  private let vocabulary: Vocabulary

  init(_ analysis: Analysis, _ vocabulary: Vocabulary) {
    self.analysis = analysis
    self.vocabulary = vocabulary
  }

  /// Writes the entries into the mentions.
  func add(to document: inout Document) {
    let places = Dictionary(document.mentions.indices.map { (document.mentions[$0].bytes, $0) }) { first, _ in first }
    for line in analysis.lines {
      let trace = LineTrace(line, analysis.view, vocabulary)
      for draft in line.chosen.map({ line.drafts[$0] }) {
        let span = analysis.view.span(draft.range)
        if let mention = places[span.start..<span.end] { document.mentions[mention].entries = trace.entries(of: draft) }
      }
    }
  }
}
