/// Passes over letters, and over single blanks between letters, without the automaton.
struct LetterRun {
  private let letters: LetterPairs
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// The block looked at last: where it begins, and the bits of `LetterPairs.breaks`.
  private var start: Int
  private var breaks: UInt64 = 0

  /// The places of a block that are decided in it: a blank at the last needs the byte behind.
  private static let decided = LetterPairs.block - 1

  init(_ letters: LetterPairs, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
    self.letters = letters
    self.bytes = bytes
    self.count = count
    start = -LetterPairs.block
  }

  /// Moves `offset`, which must lie behind a letter with no bound between, to the next place that the automaton must
  /// look at, again without a bound before it or in the state of a letter; writes the ends of the segments passed.
  @inline(__always)
  mutating func skip(
    _ offset: inout Int, _ ends: UnsafeMutablePointer<Int32>, _ segment: inout Int, _ capacity: Int
  ) {
    while true {
      if UInt(bitPattern: offset &- start) >= UInt(Self.decided) {
        if offset &+ LetterPairs.block >= count { break }
        start = offset
        breaks = letters.breaks(bytes + offset)
      }
      let rest = breaks >> UInt64(truncatingIfNeeded: offset &- start)
      let place = offset &- start &+ rest.trailingZeroBitCount
      if place >= Self.decided {
        offset = start &+ Self.decided
        continue
      }
      offset = start &+ place
      let isBetweenLetters = breaks >> UInt64(truncatingIfNeeded: place &+ 1) & 1 == 0
      guard isBetweenLetters, bytes[offset] == 0x20, segment &+ 2 <= capacity else { return }
      ends[segment] = Int32(truncatingIfNeeded: offset)
      ends[segment &+ 1] = Int32(truncatingIfNeeded: offset &+ 1)
      segment &+= 2
      offset &+= 1
    }
    // A block may have ended inside a letter; reading the letter again changes nothing.
    while bytes[offset] & 0xC0 == 0x80 { offset &-= 1 }
  }
}
