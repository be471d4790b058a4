/// Something that a line may hold: a range of tokens and the weight of the evidence for it.
public struct Candidate: Sendable {
  /// The tokens it covers.
  public var range: Range<Int>
  /// The evidence, added up over its tokens.
  public var weight: Int
  /// The place of its rule in file order; breaks ties.
  public var rank: Int

  /// Creates a candidate.
  public init(range: Range<Int>, weight: Int, rank: Int) {
    self.range = range
    self.weight = weight
    self.rank = rank
  }
}

/// The choice among overlapping candidates.
public enum Reading {
  /// What a token covered with some evidence adds to a reading.
  ///
  /// One table, calibrated on the corpus: a certain mention is worth more than a likely one of the same tokens, a likely one of
  /// four tokens more than a certain one of two among them, and no number of possible ones displaces anything stronger.
  public static func weight(of evidence: Evidence) -> Int {
    switch evidence {
    case .possible: 1
    case .likely: 700
    case .certain: 1000
    }
  }

  /// The disjoint candidates of the greatest total weight, in text order; ties go to the longer, then to the earlier rule.
  ///
  /// Weighted interval scheduling from right to left: linear in the tokens and candidates.
  public static func best(_ candidates: [Candidate], in line: Range<Int>) -> [Int] {
    // Short lines, the most, need no memory of the heap.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * line.count + 1 + candidates.count) { scratch in
      scratch.initialize(repeating: -1)
      return best(candidates, in: line, scratch)
    }
  }

  private static func best(
    _ candidates: [Candidate], in line: Range<Int>, _ scratch: UnsafeMutableBufferPointer<Int>
  ) -> [Int] {
    let count = line.count
    func part(_ start: Int, _ length: Int) -> UnsafeMutableBufferPointer<Int> {
      UnsafeMutableBufferPointer(rebasing: scratch[start..<(start + length)])
    }
    // The first candidate that begins at each token, and for each candidate the next that begins where it does.
    let (first, next) = (part(0, count), part(3 * count + 1, candidates.count))
    for index in candidates.indices.reversed() where !candidates[index].range.isEmpty {
      let start = candidates[index].range.lowerBound - line.lowerBound
      next[index] = first[start]
      first[start] = index
    }
    let (choice, total) = (part(count, count), part(2 * count, count + 1))
    total[count] = 0
    for position in stride(from: count - 1, through: 0, by: -1) {
      total[position] = total[position + 1]
      var index = first[position]
      while index >= 0 {
        let candidate = candidates[index]
        let sum = candidate.weight + total[candidate.range.upperBound - line.lowerBound]
        if sum > total[position] || sum == total[position] && isPreferred(index, to: choice[position], candidates) {
          total[position] = sum
          choice[position] = index
        }
        index = next[index]
      }
    }
    var out: [Int] = []
    var position = 0
    while position < count {
      if choice[position] < 0 {
        position += 1
      } else {
        out.append(choice[position])
        position = candidates[choice[position]].range.upperBound - line.lowerBound
      }
    }
    return out
  }

  private static func isPreferred(_ index: Int, to other: Int, _ candidates: [Candidate]) -> Bool {
    guard other >= 0 else { return true }
    let (left, right) = (candidates[index], candidates[other])
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    return left.rank < right.rank
  }
}
