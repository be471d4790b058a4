/// The orthography of Arabic letters: which spellings are one, which letters are written onto the next word.
enum ArabicLetters {
  /// Folds decomposed text (NFD of NFKC_Casefold).
  ///
  /// Vowel marks, tatweel and superscript alef go, alef takes no hamza or
  /// madda, Persian and Urdu letters become Arabic ones, digits and separators ASCII. Hamza on waw and ya stays, ta
  /// marbuta stays, alef maqsura and ya stay apart.
  static func fold(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var base: Unicode.Scalar = " "
    for scalar in scalars {
      if isVowelMark(scalar) { continue }
      if scalar.value == 0x654, base == "ى" {
        // Alef maqsura with hamza looks like, and is meant as, ya with hamza.
        if let last = output.indices.last { output[last] = "ي" }
        output.append(scalar)
        continue
      }
      if (0x653...0x655).contains(scalar.value) {
        if scalar.value == 0x654, base == "و" || base == "ي" { output.append(scalar) }
        continue
      }
      let folded = foldLetter(scalar)
      if folded.value < 0x300 || CharacterClass(computing: folded) != .mark { base = folded }
      output.append(folded)
    }
    return output
  }

  /// Marks that are pronunciation, not spelling: harakat, shadda, superscript alef, Quranic signs, tatweel.
  static func isVowelMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x610...0x61A, 0x640, 0x64B...0x652, 0x656...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8,
      0x6EA...0x6ED, 0x8CA...0x8E1, 0x8E3...0x8FF:
      true
    default: false
    }
  }

  private static func foldLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value >= 0x660, let value = Characters.digitValue(scalar) {
      return Unicode.Scalar(UInt8(0x30 + value))
    }
    return switch scalar.value {
    case 0x671, 0x672, 0x673, 0x675: "ا"
    case 0x6A9, 0x6AA: "ك"
    case 0x6C1, 0x6BE, 0x6D5: "ه"
    case 0x6C3: "ة"
    case 0x6CC, 0x6D2: "ي"
    case 0x66B: "."
    case 0x66C, 0x60C: ","
    case 0x66A: "%"
    case 0x61B: ";"
    case 0x61F: "?"
    case 0x6D4, 0x3002: "."
    default: scalar
    }
  }

  /// The article.
  static let article = Array("ال".utf8)
  /// Alef, which the article loses behind lam.
  static let alef = Array("ا".utf8)
  /// Waw, the conjunction.
  static let waw = Array("و".utf8)
  /// Lam, the preposition that swallows the article's alef.
  static let lam = Array("ل".utf8)
  /// Alef maqsura.
  static let maqsura = Array("ى".utf8)
  /// Ya.
  static let ya = Array("ي".utf8)

  /// A word that ends in ya with alef maqsura instead, and the reverse, which some regions write; nil for other words.
  static func otherFinalYa(_ word: [UInt8]) -> [UInt8]? {
    word.suffix(2).elementsEqual(ya)
      ? word.dropLast(2) + maqsura : word.suffix(2).elementsEqual(maqsura) ? word.dropLast(2) + ya : nil
  }

  /// Whether a letter of Persian or Urdu stands for one of Arabic.
  static func isPersian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x6A9, 0x6AA, 0x6C1, 0x6BE, 0x6C3, 0x6CC, 0x6D2, 0x6D5: true
    default: false
    }
  }

  /// Whether the first letter of a folded word may be a word of its own: و and ف before anything, ب ك ل before nouns,
  /// س before verbs.
  static func isProclitic(_ word: ArraySlice<UInt8>) -> Bool {
    guard let lead = word.first, let trail = word.dropFirst().first else { return false }
    return lead == 0xD9
      ? trail == 0x88 || trail == 0x81 || trail == 0x83 || trail == 0x84
      : lead == 0xD8 && (trail == 0xA8 || trail == 0xB3)
  }

  /// Whether a letter folds to one of those that `isProclitic` asks for.
  static func canBeProclitic(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x648, 0x641, 0x643, 0x644, 0x628, 0x633, 0x6A9, 0x6AA: true
    default: false
    }
  }

  /// Whether the first letter of a folded word, و or ف, may stand before another proclitic.
  static func isConjunction(_ word: ArraySlice<UInt8>) -> Bool {
    word.starts(with: [0xD9, 0x88]) || word.starts(with: [0xD9, 0x81])
  }

  /// Whether a spelling ends in Persian ya, which may stand for ya or for alef maqsura.
  static func endsWithPersianYa(_ spelling: Decoded) -> Bool {
    let last = spelling.indices.last { index in
      switch spelling[index].characterClass {
      case .mark, .ignorable, .zeroWidthSpace: false
      default: !isVowelMark(spelling[index].scalar)
      }
    }
    guard let value = last.map({ spelling[$0].scalar.value }) else { return false }
    return value == 0x6CC || value == 0xFBFC || value == 0xFBFD
  }
}
