import Testing

@testable import Scoring

@Suite struct StatisticsTests {
  static func ratios(_ count: Int, seed: UInt64) -> [Ratio] {
    var random = RandomDocuments(seed: seed)
    return (0..<count).map { _ in
      let below = Double(5 + random.number(below: 10))
      return Ratio(Double(random.number(below: Int(below) + 1)), below)
    }
  }

  /// Sampling comes close to enumeration where both can be had.
  @Test func samplingApproachesEnumeration() throws {
    let first = Self.ratios(8, seed: 1)
    let exact = try #require(Bootstrap(first))
    // Doubling every document changes no resample's mean but leaves the enumerable range.
    let sampled = try #require(Bootstrap(first + [Ratio(0, 0)], samples: 20_000))
    #expect(exact.isExact && !sampled.isExact)
    #expect(abs(exact.mean - sampled.mean) < 0.01 && abs(exact.lower - sampled.lower) < 0.05)
  }

  @Test func randomizationByChance() throws {
    let first = Self.ratios(20, seed: 3)
    let second = Self.ratios(20, seed: 4)
    let test = try #require(Randomization(first, second))
    let mirrored = try #require(Randomization(second, first))
    #expect(!test.isExact && (0...1).contains(test.twoSided))
    #expect(test.difference == -mirrored.difference && abs(test.twoSided - mirrored.twoSided) < 0.02)
    #expect(Randomization(first, first)?.twoSided == 1)
  }

  @Test func undefinedStaysUndefined() {
    #expect(Bootstrap([]) == nil && Bootstrap([Ratio(0, 0)]) == nil)
    #expect(Randomization([], []) == nil && Randomization([Ratio(1, 2)], []) == nil)
  }

  @Test func agreementOfEqualAndOfUnrelatedAnnotations() throws {
    let text = "An Bui met the CDC in Hue on 5 May."
    func document(_ mentions: [(String, Int, Int)]) -> AnnotatedDocument {
      AnnotatedDocument(
        id: "a", text: text, mentions: mentions.map { AnnotatedMention(type: $0.0, start: $0.1, end: $0.2) })
    }
    let first = document([("PERSON", 0, 6), ("ORG", 15, 18), ("LOC", 22, 25)])
    let same = Agreement([first], [first])
    #expect(same.kappa == 1 && same.alpha == 1 && same.report.total.micro.strict.f1 == 1 && same.tokens == 11)
    // Ten of eleven tokens agree: LOC is missing. By hand: chance for κ is (7·8 + 2·2 + 1·1) / 121.
    let second = document([("PERSON", 0, 6), ("ORG", 15, 18)])
    let other = Agreement([first], [second])
    let chance = 61.0 / 121
    #expect(abs((other.kappa ?? 0) - (10.0 / 11 - chance) / (1 - chance)) < 1e-12)
    // α: labels of both together are 15, 4, 2 and 1 of 22, so chance agrees in 15·14 + 4·3 + 2·1 = 224 of 22·21.
    let expected = 1 - 224.0 / 462
    #expect(abs((other.alpha ?? 0) - (1 - (1.0 / 11) / expected)) < 1e-12)
    #expect(Agreement([document([])], [document([])]).kappa == nil)
  }
}
