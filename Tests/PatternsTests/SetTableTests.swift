import Testing

@testable import Patterns

/// Sets of contexts, kept once each.
@Suite struct SetTableTests {
  /// A set of numbers below 130 as words of 64 bits.
  private func words(_ numbers: Set<Int>) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: 3)
    for number in numbers { words[number >> 6] |= 1 << UInt64(number & 63) }
    return words
  }

  private func numbers(_ set: Int32, _ table: SetTable) -> Set<Int> {
    Set((0..<130).filter { table.word($0 >> 6, of: set) >> UInt64($0 & 63) & 1 == 1 })
  }

  @Test func unionsAreThoseOfTheSets() {
    // Sets of up to three numbers, spread by the fractional parts of multiples of the golden ratio.
    var state: UInt64 = 1
    func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: (state ^ state >> 31) >> 20) % bound
    }
    func nextSet() -> Set<Int> { Set((0..<next(below: 4)).map { _ in next(below: 130) }) }
    var table = SetTable(below: 130)
    #expect(table.width == 3)
    #expect(numbers(0, table).isEmpty)
    for _ in 0..<300 {
      let (one, other) = (nextSet(), nextSet())
      let (first, second) = (table.insert(words(one)), table.insert(words(other)))
      #expect(numbers(first, table) == one)
      let union = table.union(first, second)
      #expect(numbers(union, table) == one.union(other))
      #expect(table.union(second, first) == union)
      #expect(table.union(first, second) == union)
      var sum = words(one)
      table.add(second, to: &sum)
      #expect(sum == words(one.union(other)))
    }
  }

  @Test func equalSetsAreOne() {
    var table = SetTable(below: 130)
    let set = table.insert(words([1, 64, 129]))
    #expect(table.insert(words([1, 64, 129])) == set)
    #expect(table.insert(words([1, 64, 128])) != set)
    #expect(table.insert(words([])) == 0)
    #expect(table.count == 3)
  }
}
