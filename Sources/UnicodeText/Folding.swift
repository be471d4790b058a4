/// Folding: all spellings of one word become one spelling.
///
/// In this order: quotes and dashes to ASCII; NFKC_Casefold (full case folding, compatibility forms such as Arabic
/// presentation forms and full-width letters, ignorable characters removed); Arabic letters and digits as in
/// `ArabicLetters`; tone marks of Vietnamese moved behind the letters of their syllable, so that old and new tone
/// placement, composed, decomposed and misplaced marks are one spelling; ð as đ. `GeneralFolding` does just that;
/// ordinary text is folded character by character from `CharacterTable`, with the same result.
enum Folding {
  /// The tone marks as keys have them: grave, acute, tilde, hook above, dot below.
  ///
  /// The tilde is written U+0342, which looks the same: at the end of a syllable U+0303 would join an n and become ñ.
  static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{342}", "\u{309}", "\u{323}"]

  /// The index in `tones` of a combining mark.
  @inline(__always)
  static func tone(_ mark: UInt32) -> Int? {
    switch mark {
    case 0x300: 0
    case 0x301: 1
    case 0x303, 0x342: 2
    case 0x309: 3
    case 0x323: 4
    default: nil
    }
  }

  /// Index of the dot below in `tones`.
  private static let heavy = 4

  /// The folded spelling of one token, valid UTF-8 in and out; linear and idempotent.
  static func fold(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBufferPointer(fold) }

  /// The folded spelling of one token, valid UTF-8 in and out; linear and idempotent.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x60 }) { return bytes.map(lowercase) }
    return foldByTable(bytes) ?? GeneralFolding.fold(Array(bytes))
  }

  /// Tones that wait for the end of their syllable, four bits each: the index in `tones` plus 1, the first one lowest.
  private struct WaitingTones {
    private(set) var packed: UInt64 = 0
    private var count: UInt64 = 0

    var isFull: Bool { count == 16 }

    @inline(__always)
    mutating func append(_ tone: Int) {
      packed |= UInt64(truncatingIfNeeded: tone + 1) << (4 * count)
      count += 1
    }
  }

  /// Folds where each character has an entry in the table that does not depend on its neighbours; nil elsewhere.
  private static func foldByTable(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let table = CharacterTable.shared
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 2)
    var index = 0
    // The last character written that is no mark, and how many bytes of output stand before it.
    var base: UInt32 = 0
    var baseStart = 0
    var baseHasTone = false
    var isLatinRun = false
    var tones = WaitingTones()
    while index < bytes.count {
      let scalar = Decoded.scalar(bytes, index)
      index += UTF8.width(scalar)
      guard let entry = table[scalar], !entry.isHard, !tones.isFull else { return nil }
      let folded = entry.folded
      if folded == 0 { continue }
      if entry.characterClass == .mark {
        if let tone = tone(folded) {
          guard isLatinRun, !baseHasTone, base != 0x6E || folded != 0x303 else { return nil }
          tones.append(tone)
          baseHasTone = true
        } else {
          guard let composed = compose(base, folded) else { return nil }
          base = composed
          output.removeSubrange(baseStart...)
          append(composed, &output)
        }
        continue
      }
      let isLatin = (folded | 0x20) >= 0x61 && (folded | 0x20) <= 0x7A || folded >= 0x80 && Self.isLatin(folded)
      if !isLatin { flush(&tones, &output) }
      isLatinRun = isLatin
      base = folded
      baseStart = output.count
      baseHasTone = entry.tone != 0
      if entry.tone != 0 { tones.append(entry.tone - 1) }
      append(folded, &output)
    }
    flush(&tones, &output)
    return output
  }

  @inline(__always)
  private static func lowercase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  private static func isLatin(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map(Characters.isLatin) ?? false
  }

  @inline(__always)
  private static func flush(_ tones: inout WaitingTones, _ output: inout [UInt8]) {
    if tones.packed == 0 { return }
    // Canonical order: the mark below the letter first.
    for isBelow in [true, false] {
      var rest = tones.packed
      while rest != 0 {
        let tone = Int(rest & 15) - 1
        if (tone == heavy) == isBelow { append(mark(tone), &output) }
        rest >>= 4
      }
    }
    tones = WaitingTones()
  }

  /// The mark at an index of `tones`.
  private static func mark(_ tone: Int) -> UInt32 {
    switch tone {
    case 0: 0x300
    case 1: 0x301
    case 2: 0x342
    case 3: 0x309
    default: 0x323
    }
  }

  /// A letter with a mark of Vietnamese or a hamza, where the two are one character.
  private static func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    switch (base, mark) {
    case (0x61, 0x302): 0xE2
    case (0x65, 0x302): 0xEA
    case (0x6F, 0x302): 0xF4
    case (0x61, 0x306): 0x103
    case (0x6F, 0x31B): 0x1A1
    case (0x75, 0x31B): 0x1B0
    case (0x627, 0x653...0x655): 0x627
    case (0x648, 0x654): 0x624
    case (0x64A, 0x654), (0x649, 0x654): 0x626
    default: nil
    }
  }

  @inline(__always)
  private static func append(_ value: UInt32, _ output: inout [UInt8]) {
    if value < 0x80 {
      output.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}
