/// Class and folding of the characters of ordinary text, one load each; all others are computed.
final class CharacterTable: Sendable {
  static let shared = CharacterTable()

  /// The code points that have an entry: Latin, Greek, Cyrillic, Arabic, and general punctuation.
  static let ranges: [Range<UInt32>] = [0..<0x700, 0x1E00..<0x2070]

  /// What is known of one character.
  struct Entry {
    /// Bits 0–15 the folded character (0: none), 16–18 the tone cut from it, 19 whether its folding depends on more,
    /// 20–23 its class.
    let bits: UInt32

    @inline(__always)
    var characterClass: CharacterClass { CharacterClass(rawValue: UInt8(bits >> 20 & 15)) ?? .other }
    /// The character it folds to, without its tone; 0 where it disappears.
    @inline(__always)
    var folded: UInt32 { bits & 0xFFFF }
    /// The tone it carries: 0 none, else an index in `Folding.tones` plus 1.
    @inline(__always)
    var tone: Int { Int(bits >> 16 & 7) }
    /// Whether the character is folded by the general way: to several characters, or depending on its neighbours.
    @inline(__always)
    var isHard: Bool { bits & 1 << 19 != 0 }
  }

  nonisolated(unsafe) private let entries: UnsafePointer<UInt32>

  private init() {
    let count = Self.ranges.reduce(0) { $0 + $1.count }
    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    entries.initialize(repeating: 0, count: count)
    var number = 0
    CharacterData.entries.withUTF8Buffer { buffer in
      for byte in buffer where byte != 0x0A && number >> 2 < count {
        entries[number >> 2] = entries[number >> 2] << 6 | UInt32(byte - 0x30 - (byte > 0x5C ? 1 : 0))
        number += 1
      }
    }
    self.entries = UnsafePointer(entries)
  }

  deinit { entries.deallocate() }

  /// The entry of a character, or nil where it has none.
  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> Entry? {
    let value = Int(scalar.value)
    if value < 0x700 { return Entry(bits: entries[value]) }
    if value >= 0x1E00 && value < 0x2070 { return Entry(bits: entries[value &- 0x1E00 &+ 0x700]) }
    return nil
  }
}
