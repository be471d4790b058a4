/// Folding: all spellings of one word become one spelling.
///
/// In this order: quotes and dashes to ASCII; NFKC_Casefold (full case folding, compatibility forms such as Arabic
/// presentation forms and full-width letters, ignorable characters removed); Arabic letters and digits as in
/// `ArabicLetters`; tone marks of Vietnamese moved behind the letters of their syllable, so that old and new tone
/// placement, composed, decomposed and misplaced marks are one spelling; ð as đ.
enum Folding {
  /// The folded spelling of one token, valid UTF-8 in and out; linear and idempotent.
  static func fold(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(foldASCII) }
    var source = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { source.append(foldSign(scalar)) }
    let folded = ICUDoor.normalize(Array(String(source).utf8), .nfkcCaseFold)
    let decomposed = String(decoding: ICUDoor.normalize(folded, .nfd), as: UTF8.self).unicodeScalars
    // Signs again: compatibility forms such as the superscript minus become signs only now.
    return moveTones(ArabicLetters.fold(decomposed).map(foldSign))
  }

  /// Lower case for letters; the grave accent, used as a quote, is a quote.
  private static func foldASCII(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x60: 0x27
    default: byte
    }
  }

  /// Quotes and dashes of all scripts as ASCII; everything else as it is.
  private static func foldSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0xFF07, 0xFF40:
      "'"
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0x02BA, 0x300C...0x300F, 0x301D...0x301F, 0xFF02: "\""
    case 0x2212, 0x2043, 0xFE63, 0xFF0D: "-"
    case 0x2010...0x2015: "-"
    default: scalar.value > 0x500 && scalar.properties.generalCategory == .dashPunctuation ? "-" : scalar
    }
  }

  /// Whether a combining mark is one of the five tones: grave, acute, tilde, hook above, dot below.
  static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300, 0x301, 0x303, 0x309, 0x323: true
    default: false
    }
  }

  /// Moves each tone mark on a Latin letter to the end of its run of letters; ñ keeps its tilde.
  private static func moveTones(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var output: [UInt8] = []
    var run = String.UnicodeScalarView()
    var tones: [Unicode.Scalar] = []
    var isComposed = true
    func flush() {
      let letters = Array(String(run).utf8)
      output += isComposed ? letters : ICUDoor.normalize(letters, .nfc)
      for tone in tones { output += UTF8.encode(tone).map(Array.init) ?? [] }
      run = String.UnicodeScalarView()
      tones = []
      isComposed = true
    }
    var base: Unicode.Scalar = " "
    for (index, scalar) in scalars.enumerated() {
      if Characters.isMark(scalar) {
        let keepsTilde = scalar.value == 0x303 && base == "n" && !isVietnamese(runAround: index, in: scalars)
        if isTone(scalar) && Characters.isLatin(base) && !keepsTilde {
          tones.append(scalar)
        } else {
          run.append(scalar)
          isComposed = false
        }
        continue
      }
      let isLatin = Characters.isLatin(scalar)
      if !isLatin || !Characters.isLatin(base) { flush() }
      if scalar.value > 0x10FF && scalar.value < 0x1200 { isComposed = false }
      base = scalar.value == 0xF0 || scalar.value == 0x256 ? "đ" : scalar
      run.append(base)
    }
    flush()
    return output
  }

  /// Whether the letters around a mark hold one that only Vietnamese has, so that a tilde on n is a misplaced tone.
  private static func isVietnamese(runAround index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    func belongs(_ scalar: Unicode.Scalar) -> Bool { Characters.isLatin(scalar) || Characters.isMark(scalar) }
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
