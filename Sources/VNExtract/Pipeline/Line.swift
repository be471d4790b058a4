import Patterns

/// One line of a document with all that may stand in it and what was chosen.
struct Line {
  /// Its tokens.
  let range: Range<Int>
  /// What reads its language.
  let reader: LineReader
  /// All that rules found.
  var drafts: [Draft] = []
  /// The indices of the drafts that won, in text order.
  var chosen: [Int] = []

  init(range: Range<Int>, reader: LineReader) {
    self.range = range
    self.reader = reader
  }

  /// Finds the drafts and chooses among them.
  mutating func read(_ view: DocumentView) {
    drafts = reader.drafts(view, line: range)
    choose()
  }

  /// Chooses the reading of the greatest evidence.
  mutating func choose() {
    let shadowed = shadowedNumbers
    // A draft is read in place: to copy one counts a dozen references.
    let candidates = drafts.indices.map { index in
      Candidate(
        range: drafts[index].range, weight: !shadowed.isEmpty && shadowed.contains(index) ? 0 : weight(ofDraft: index),
        rank: drafts[index].rule)
    }
    chosen = Reading.best(candidates, in: range)
  }

  /// Numbers that a rule also reads with more words of what is counted: '6 tập' beside '6 tập thể'.
  private var shadowedNumbers: Set<Int> {
    var longest: [NumberPlace: Int] = [:]
    var shadowed: Set<Int> = []
    for index in drafts.indices {
      guard let unit = drafts[index].number?.unit else { continue }
      let place = NumberPlace(rule: drafts[index].rule, range: drafts[index].range)
      guard let other = longest[place], let known = drafts[other].number?.unit else {
        longest[place] = index
        continue
      }
      if unit.utf8.count > known.utf8.count, unit.unicodeScalars.starts(with: known.unicodeScalars) {
        shadowed.insert(other)
        longest[place] = index
      } else if known.unicodeScalars.starts(with: unit.unicodeScalars) {
        shadowed.insert(index)
      }
    }
    return shadowed
  }

  /// The evidence over all tokens; a token taken through a part counts at least as much as the part does.
  func weight(ofDraft index: Int) -> Int {
    let (evidence, range) = (drafts[index].evidence, drafts[index].range)
    let own = Reading.weight(of: evidence)
    var total = own * range.count
    guard evidence != .possible else { return total }
    for part in drafts[index].parts where range.clamped(to: drafts[part].range) == drafts[part].range {
      total += max(0, Reading.weight(of: drafts[part].evidence) - own) * drafts[part].range.count
    }
    return total
  }
}

/// Where a rule finds a number.
private struct NumberPlace: Hashable {
  let rule: Int
  let range: Range<Int>
}
