@testable import Lexicon
import Testing

/// Numbers by hashes.
@Suite struct HashSlotsTests {
  @Test func findsWhatWasAdded() {
    var slots = HashSlots()
    // Words of which many have the same hash.
    let words = (0..<1000).map { "word \($0)" }
    func hash(_ number: Int) -> UInt64 { UInt64(number / 3) &* 0x9E37_79B9_7F4A_7C15 }
    for number in words.indices {
      #expect(slots.find(hash(number)) { words[$0] == words[number] } == nil)
      slots.append(hash(number))
      #expect(slots.count == number + 1)
    }
    for number in words.indices {
      #expect(slots.find(hash(number)) { words[$0] == words[number] } == number)
      #expect(slots.find(hash(number)) { _ in false } == nil)
    }
    #expect(slots.byteCount >= 1000 * 8)
    slots.removeAll()
    #expect(slots.count == 0)
    #expect(slots.find(hash(5)) { _ in true } == nil)
    slots.append(hash(5))
    #expect(slots.find(hash(5)) { _ in true } == 0)
  }
}
