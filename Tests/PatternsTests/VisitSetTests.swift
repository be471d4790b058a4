import Testing

@testable import Patterns

/// A set that is emptied at no cost, against the standard library's.
@Suite struct VisitSetTests {
  @Test func agreesWithTheReference() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var set = VisitSet()
    for round in 0..<200 {
      var reference: Set<Int> = []
      // Rounds of a few numbers and of more than the table holds at first; in the second kind some are far apart.
      for _ in 0..<(round % 5 == 4 ? 900 : 20) {
        let number = next(60) + (round % 2) * next(20) << 30
        let isNew = set.insert(number)
        #expect(isNew == reference.insert(number).inserted)
      }
      set.removeAll()
    }
  }

  @Test func anEmptySetHasNothing() {
    var set = VisitSet()
    for _ in 0..<3 {
      let answers = (set.insert(0), set.insert(0))
      #expect(answers == (true, false))
      set.removeAll()
    }
  }
}
