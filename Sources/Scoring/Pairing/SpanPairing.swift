/// One-to-one pairing of gold spans with predicted spans.
///
/// Only spans that overlap are paired. Equal spans of equal type are paired first; of all pairings of the rest the one is
/// taken that has, in this order, most pairs of the same stretch, most pairs of the same type, most pairs, and the
/// greatest overlap. So the counts do not depend on the order of the input, and exchanging the sides exchanges them.
///
/// Spans fall into groups that overlap nothing outside. Where neither side of a group overlaps itself the optimum is found
/// in linear time; else the group is an assignment problem. Sorting aside, linear for flat mentions.
struct SpanPairing {
  enum Objective {
    /// The order given above.
    case agreement
    /// Most pairs, then the greatest overlap.
    case count
  }

  /// The pairs as indices, ordered by the gold index.
  private(set) var pairs: [(gold: Int, predicted: Int)] = []

  private let gold: [LabelledSpan]
  private let predicted: [LabelledSpan]
  private let objective: Objective

  init(gold: [LabelledSpan], predicted: [LabelledSpan], objective: Objective = .agreement) {
    self.gold = gold
    self.predicted = predicted
    self.objective = objective
    var goldLeft = Self.order(gold)
    var predictedLeft = Self.order(predicted)
    if objective == .agreement { pairEqual(&goldLeft, &predictedLeft) }
    pairGroups(goldLeft, predictedLeft)
    pairs.sort { $0.gold < $1.gold }
  }

  private static func order(_ spans: [LabelledSpan]) -> [Int] {
    let indices = Array(spans.indices)
    let sorted = zip(spans, spans.dropFirst()).allSatisfy { !LabelledSpan.precedes($1, $0) }
    if sorted { return indices }
    return indices.sorted { a, b in
      LabelledSpan.precedes(spans[a], spans[b]) || (!LabelledSpan.precedes(spans[b], spans[a]) && a < b)
    }
  }

  /// Pairs what is equal and leaves the rest in the two lists.
  private mutating func pairEqual(_ goldLeft: inout [Int], _ predictedLeft: inout [Int]) {
    var restOfGold = [Int]()
    var restOfPredicted = [Int]()
    var next = 0
    for index in goldLeft {
      let span = gold[index]
      while next < predictedLeft.count, LabelledSpan.precedes(predicted[predictedLeft[next]], span) {
        restOfPredicted.append(predictedLeft[next])
        next += 1
      }
      if next < predictedLeft.count, predicted[predictedLeft[next]] == span {
        pairs.append((index, predictedLeft[next]))
        next += 1
      } else {
        restOfGold.append(index)
      }
    }
    restOfPredicted += predictedLeft[next...]
    goldLeft = restOfGold
    predictedLeft = restOfPredicted
  }

  private mutating func pairGroups(_ goldLeft: [Int], _ predictedLeft: [Int]) {
    var g = 0
    var p = 0
    while g < goldLeft.count, p < predictedLeft.count {
      let firstGold = g
      let firstPredicted = p
      var end = min(gold[goldLeft[g]].start, predicted[predictedLeft[p]].start) + 1
      var flat = true
      var goldEnd = Int.min
      var predictedEnd = Int.min
      while true {
        if g < goldLeft.count, gold[goldLeft[g]].start < end {
          let span = gold[goldLeft[g]]
          flat = flat && span.start >= goldEnd
          goldEnd = max(goldEnd, span.end)
          end = max(end, span.end)
          g += 1
        } else if p < predictedLeft.count, predicted[predictedLeft[p]].start < end {
          let span = predicted[predictedLeft[p]]
          flat = flat && span.start >= predictedEnd
          predictedEnd = max(predictedEnd, span.end)
          end = max(end, span.end)
          p += 1
        } else {
          break
        }
      }
      let golds = goldLeft[firstGold..<g]
      let others = predictedLeft[firstPredicted..<p]
      if golds.isEmpty || others.isEmpty { continue }
      if golds.count == 1, others.count == 1 {
        pairs.append((golds[firstGold], others[firstPredicted]))
      } else if flat {
        pairFlat(Array(golds), Array(others))
      } else {
        pairTangled(Array(golds), Array(others))
      }
    }
  }

  /// Overlaps of two flat rows of spans never cross, so in text order those that exclude one another are neighbours, and
  /// the best choice up to each follows from the best choices before it.
  private mutating func pairFlat(_ golds: [Int], _ others: [Int]) {
    var edges = [(gold: Int, predicted: Int)]()
    var p = 0
    for index in golds {
      let span = gold[index]
      while p < others.count, predicted[others[p]].end <= span.start { p += 1 }
      var reach = p
      while reach < others.count, predicted[others[reach]].start < span.end {
        edges.append((index, others[reach]))
        reach += 1
      }
      // The last one reached may overlap the next gold span too.
      p = max(p, reach - 1)
    }
    var best = [PairWeight.zero]
    var before = [Int]()
    var goldRun = 0
    var predictedRun = 0
    for (position, edge) in edges.enumerated() {
      if position > 0 {
        if edges[position - 1].gold != edge.gold { goldRun = position }
        if edges[position - 1].predicted != edge.predicted { predictedRun = position }
      }
      let first = min(goldRun, predictedRun)
      before.append(first)
      best.append(max(best[position], best[first] + weight(edge.gold, edge.predicted)))
    }
    var position = edges.count
    while position > 0 {
      if best[position] == best[position - 1] {
        position -= 1
      } else {
        pairs.append(edges[position - 1])
        position = before[position - 1]
      }
    }
  }

  private mutating func pairTangled(_ golds: [Int], _ others: [Int]) {
    let columns = Assignment.maximum(rows: golds.count, columns: others.count) { weight(golds[$0], others[$1]) }
    for (row, column) in columns.enumerated() {
      if let column { pairs.append((golds[row], others[column])) }
    }
  }

  private func weight(_ goldIndex: Int, _ predictedIndex: Int) -> PairWeight {
    let a = gold[goldIndex]
    let b = predicted[predictedIndex]
    let overlap = a.overlap(b)
    if overlap <= 0 { return .zero }
    var high = 1
    if objective == .agreement {
      // Each step is wider than any count of the one below: documents have fewer than 2^20 mentions in one group.
      if a.label == b.label { high += 1 << 20 }
      if a.covers(sameStretchAs: b) { high += 1 << 40 }
    }
    return PairWeight(high: high, low: overlap)
  }
}
