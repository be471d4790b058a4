import Patterns

/// One line of a document with all that may stand in it and what was chosen.
struct Line {
  /// Its tokens.
  let range: Range<Int>
  /// What reads its language.
  let reader: LineReader
  /// All that rules found.
  var drafts: [Draft] = []
  /// The drafts that others took as items, those of each together.
  private var parts: [Int32] = []
  /// The indices of the drafts that won, in text order.
  var chosen: [Int] = []

  init(range: Range<Int>, reader: LineReader) {
    self.range = range
    self.reader = reader
  }

  /// Finds the drafts and chooses among them.
  mutating func read(_ view: DocumentView) {
    parts.removeAll()
    drafts = reader.drafts(view, line: range, parts: &parts)
    choose()
  }

  /// Chooses the reading of the greatest evidence.
  mutating func choose() {
    // A draft is read in place: to copy one counts many references.
    var candidates = drafts.indices.map { index in
      Candidate(range: drafts[index].range, weight: weight(ofDraft: index), rank: drafts[index].rule)
    }
    for index in shadowedNumbers { candidates[index].weight = 0 }
    chosen = Reading.best(candidates, in: range)
  }

  /// Numbers that a rule also reads with more words of what is counted: '6 tập' beside '6 tập thể'.
  private var shadowedNumbers: [Int] {
    let numbers = drafts.indices.filter { drafts[$0].number?.unit != nil }
    if numbers.count < 2 { return [] }
    func place(_ index: Int) -> (Int, Int, Int, Int) {
      (drafts[index].rule, drafts[index].range.lowerBound, drafts[index].range.upperBound, index)
    }
    let sorted = numbers.sorted { place($0) < place($1) }
    var shadowed: [Int] = []
    var longest = sorted[0]
    for index in sorted.dropFirst() {
      guard drafts[index].rule == drafts[longest].rule, drafts[index].range == drafts[longest].range,
        let unit = drafts[index].number?.unit, let known = drafts[longest].number?.unit
      else {
        longest = index
        continue
      }
      if unit.utf8.count > known.utf8.count, unit.unicodeScalars.starts(with: known.unicodeScalars) {
        shadowed.append(longest)
        longest = index
      } else if known.unicodeScalars.starts(with: unit.unicodeScalars) {
        shadowed.append(index)
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
    for place in drafts[index].parts {
      let part = Int(parts[Int(place)])
      guard range.clamped(to: drafts[part].range) == drafts[part].range else { continue }
      total += max(0, Reading.weight(of: drafts[part].evidence) - own) * drafts[part].range.count
    }
    return total
  }
}
