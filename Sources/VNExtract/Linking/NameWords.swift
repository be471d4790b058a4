import UnicodeText

/// Cuts a name into its folded words.
enum NameWords {
  /// The words between blanks, hyphens and other signs that are neither letters nor marks.
  static func split(_ name: String) -> [FoldedKey] {
    var words: [FoldedKey] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { words.append(FoldedKey(folding: String(word))) }
      word = String.UnicodeScalarView()
    }
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .format, .decimalNumber:
        word.append(scalar)
      default: close()
      }
    }
    close()
    return words.filter { !$0.bytes.isEmpty }
  }

  /// A word of Latin letters and digits without diacritics; nil for other scripts.
  static func latinSkeleton(_ word: FoldedKey) -> String? {
    if let syllable = VietnameseSyllable(word) { return syllable.skeleton }
    let plain = String(decoding: Normalizer([.skeleton]).normalize(Text(word.description)).bytes, as: UTF8.self)
    let isLatin = !plain.isEmpty && plain.utf8.allSatisfy { $0 < 0x80 }
    return isLatin ? plain.lowercased() : nil
  }
}
