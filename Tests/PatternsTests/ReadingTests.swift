import Patterns
import Testing

@Suite struct ReadingTests {
  /// The greatest weight of disjoint candidates, by trying all sets.
  private func best(_ candidates: [Candidate], from index: Int = 0, taken: [Range<Int>] = []) -> Int {
    guard index < candidates.count else { return 0 }
    let without = best(candidates, from: index + 1, taken: taken)
    let candidate = candidates[index]
    if taken.contains(where: { $0.overlaps(candidate.range) }) { return without }
    return max(without, candidate.weight + best(candidates, from: index + 1, taken: taken + [candidate.range]))
  }

  @Test func isTheBestOfAllReadings() {
    var seed: UInt64 = 3
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<500 {
      let candidates = (0..<next(9)).map { rank -> Candidate in
        let start = 5 + next(8)
        return Candidate(range: start..<(start + 1 + next(4)), weight: 1 + next(5), rank: rank)
      }
      let chosen = Reading.best(candidates, in: 5..<17)
      let ranges = chosen.map { candidates[$0].range }
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(chosen.reduce(0) { $0 + candidates[$1].weight } == best(candidates))
    }
  }

  @Test func tiesGoToTheLongerThenToTheEarlierRule() {
    let whole = Candidate(range: 0..<4, weight: 8, rank: 9)
    let parts = [Candidate(range: 0..<2, weight: 4, rank: 0), Candidate(range: 2..<4, weight: 4, rank: 1)]
    #expect(Reading.best(parts + [whole], in: 0..<4) == [2])
    let twins = [Candidate(range: 0..<2, weight: 4, rank: 5), Candidate(range: 0..<2, weight: 4, rank: 2)]
    #expect(Reading.best(twins, in: 0..<2) == [1])
  }

  @Test func possibleNeverDisplacesStronger() {
    #expect(Reading.weight(of: .possible) * 96 < Reading.weight(of: .likely))
    #expect(Reading.weight(of: .likely) < Reading.weight(of: .certain))
  }
}
