internal import CICU

/// Folding of any text, by ICU's normalization: the definition that the table of `Folding` was computed from.
enum GeneralFolding {
  /// The folded spelling of valid UTF-8; linear and idempotent.
  ///
  /// Characters newer than Unicode 15 stand for themselves, so that the ICU found at run time changes nothing.
  static func fold(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var run = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if cicu_category(scalar.value) != 0 {
        run.append(foldSign(scalar))
      } else {
        output += foldRun(run)
        output += Array(String(scalar).utf8)
        run = String.UnicodeScalarView()
      }
    }
    return output + foldRun(run)
  }

  private static func foldRun(_ run: String.UnicodeScalarView) -> [UInt8] {
    let folded = ICUDoor.normalize(Array(String(run).utf8), .nfkcCaseFold)
    let decomposed = String(decoding: ICUDoor.normalize(folded, .nfd), as: UTF8.self).unicodeScalars
    // Signs again: compatibility forms such as the superscript minus become signs only now.
    return moveTones(ArabicLetters.fold(decomposed).map(foldSign))
  }

  /// Quotes and dashes of all scripts as ASCII; everything else as it is.
  private static func foldSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0xFF07, 0xFF40:
      "'"
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0x02BA, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: "\""
    case 0x2212, 0x2043, 0xFE63, 0xFF0D: "-"
    case 0x2010...0x2015: "-"
    default: scalar.value > 0x500 && cicu_category(scalar.value) == 19 ? "-" : scalar
    }
  }

  /// By the properties, not by the table, which is made from here.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && CharacterClass(computing: scalar) == .mark
  }

  /// Moves each tone mark on a Latin letter to the end of its run of letters.
  ///
  /// ñ keeps its tilde, except at the end of what is then a syllable of Vietnamese, where no language has an ñ.
  private static func moveTones(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var output: [UInt8] = []
    var run = String.UnicodeScalarView()
    var tones = String.UnicodeScalarView()
    func flush() {
      if !run.isEmpty { output += ICUDoor.normalize(Array(String(run).utf8), .nfc) }
      // Canonical order: the mark below the letter first.
      for tone in tones where tone.value == 0x323 { output += Array(String(tone).utf8) }
      for tone in tones where tone.value != 0x323 { output += Array(String(tone).utf8) }
      run = String.UnicodeScalarView()
      tones = String.UnicodeScalarView()
    }
    var base: Unicode.Scalar = " "
    for (index, scalar) in scalars.enumerated() {
      if isMark(scalar) {
        let keepsTilde =
          scalar.value == 0x303 && base == "n" && !isVietnamese(runAround: index, in: scalars)
          && !(isLast(index, in: scalars) && tones.isEmpty && isSyllable(run))
        if let tone = Folding.tone(scalar.value), Characters.isLatin(base), !keepsTilde {
          tones.append(Folding.tones[tone])
        } else {
          run.append(scalar)
        }
        continue
      }
      let isLatin = Characters.isLatin(scalar)
      // Tones end a run of Latin letters; other letters are composed together.
      if isLatin != Characters.isLatin(base) { flush() }
      base = scalar.value == 0xF0 || scalar.value == 0x256 ? "đ" : scalar
      run.append(base)
    }
    flush()
    return output
  }

  /// Whether the run of letters ends with a mark.
  private static func isLast(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    index + 1 == scalars.count || !(Characters.isLatin(scalars[index + 1]) || isMark(scalars[index + 1]))
  }

  /// Whether letters are a syllable of Vietnamese once they have the creaky tone.
  private static func isSyllable(_ run: String.UnicodeScalarView) -> Bool {
    run.count <= 7 && VietnameseSyllable(FoldedKey(bytes: Array(String(run).utf8) + Array("\u{342}".utf8))) != nil
  }

  /// Whether the letters around a mark hold one that only Vietnamese has, so that a tilde on n is a misplaced tone.
  private static func isVietnamese(runAround index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    func belongs(_ scalar: Unicode.Scalar) -> Bool { Characters.isLatin(scalar) || isMark(scalar) }
    // A syllable has at most seven letters; a longer search would let hostile text cost more than linear time.
    let lower = max(0, index - 12)
    let upper = min(scalars.count, index + 12)
    var first = index
    while first > lower, belongs(scalars[first - 1]) { first -= 1 }
    var last = index
    while last < upper, belongs(scalars[last]) { last += 1 }
    return scalars[first..<last].contains { scalar in
      switch scalar.value {
      case 0x302, 0x306, 0x31B, 0x111: true
      default: false
      }
    }
  }
}
