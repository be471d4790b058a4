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
    var random = SystemRandomNumberGenerator()
    var table = SetTable(below: 130)
    #expect(table.width == 3)
    #expect(numbers(0, table).isEmpty)
    for _ in 0..<300 {
      let size = Int.random(in: 0...3, using: &random)
      let one = Set((0..<size).map { _ in Int.random(in: 0..<130, using: &random) })
      let other = Set((0..<size).map { _ in Int.random(in: 0..<130, using: &random) })
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
