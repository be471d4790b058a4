/// Which bytes of UTF-8 are part of a letter of words, told by the byte and the one behind it.
///
/// Inside a word the rules stay in one state as long as letters follow, and a single blank between two letters is always a
/// segment by itself. So stretches of words and blanks need no automaton: the places where something else than a letter
/// stands are gathered as bits, 64 bytes at a time, without a branch.
final class LetterPairs: Sendable {
  /// Bytes whose bits are gathered at a time.
  static let block = 64

  /// 0 where the low byte of the number, followed by the high byte, belongs to a letter, else 1; a byte that continues a
  /// character belongs to one, for what leads it has been looked at.
  nonisolated(unsafe) private let pairs: UnsafePointer<UInt8>

  /// The pairs of the characters that `isLetter` is true of, which are in U+0000–U+FFFF and have UTF-8 of one to three bytes.
  init(isLetter: (Int) -> Bool) {
    let pairs = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
    pairs.initialize(repeating: 1, count: 1 << 16)
    func set(_ lead: Int, _ following: Range<Int>) {
      for byte in following { pairs[byte << 8 | lead] = 0 }
    }
    for value in 0..<0x80 where isLetter(value) { set(value, 0..<0x100) }
    for byte in 0x80..<0xC0 { set(byte, 0..<0x100) }
    for value in 0x80..<0x800 where isLetter(value) {
      let last = 0x80 | value & 63
      set(0xC0 | value >> 6, last..<last + 1)
    }
    // Three bytes: what the second leaves open must be letters throughout.
    for block in 0x800 >> 6..<0x10000 >> 6 where (0..<64).allSatisfy({ isLetter(block << 6 | $0) }) {
      let second = 0x80 | block & 63
      set(0xE0 | block >> 6, second..<second + 1)
    }
    self.pairs = UnsafePointer(pairs)
  }

  deinit { pairs.deallocate() }

  /// A bit for each of `block` bytes, set where none of a letter begins; one byte more is read.
  @inline(__always)
  func breaks(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    var bits: UInt64 = 0
    for index in 0..<Self.block {
      let pair = Int(raw.loadUnaligned(fromByteOffset: index, as: UInt16.self).littleEndian)
      bits |= UInt64(pairs[pair]) << UInt64(truncatingIfNeeded: index)
    }
    return bits
  }
}
