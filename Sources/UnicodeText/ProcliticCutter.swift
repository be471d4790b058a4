/// Decides which letters at the front of an Arabic word are words of their own.
struct ProcliticCutter {
  let isKnown: (FoldedKey) -> Bool
  /// Whether و is cut where nothing is known.
  let cutsUnknown: Bool

  /// How many proclitics, of one letter each, stand before the word; 0 where it stays whole.
  ///
  /// A word that is known, with or without its article, stays whole. Else a proclitic is cut where the remainder is
  /// known; a conjunction also where the remainder itself can be cut. At most three cuts. Where nothing is known, و may be
  /// cut before what is rather a word of its own.
  func count(of folded: [UInt8]) -> Int {
    let known = count(folded[...], depth: 0)
    return known == 0 && cutsUnknown && isLikelyWaw(folded) ? 1 : known
  }

  /// Whether an Arabic word is known, with or without its article and proclitics.
  func isWord(_ folded: [UInt8]) -> Bool {
    guard let lead = folded.first, lead == 0xD8 || lead == 0xD9 else { return false }
    return isKnownWord(folded[...]) || count(folded[...], depth: 0) > 0
  }

  private func count(_ word: ArraySlice<UInt8>, depth: Int) -> Int {
    guard depth < 3, word.count > 2, ArabicLetters.isProclitic(word), !isKnownWord(word) else { return 0 }
    let rest = word.dropFirst(2)
    if isKnownWord(rest) || (isLam(word) && isLam(rest) && isKnownBehindLam(rest)) { return 1 }
    guard ArabicLetters.isConjunction(word) else { return 0 }
    let inner = count(rest, depth: depth + 1)
    return inner == 0 ? 0 : 1 + inner
  }

  /// Whether an unknown word rather begins with the conjunction و than with the letter.
  ///
  /// That is so before the article, and before a consonant, where names of other languages seldom have it. Four letters or
  /// more must be left.
  private func isLikelyWaw(_ word: [UInt8]) -> Bool {
    guard word.starts(with: ArabicLetters.waw), !isKnownWord(word[...]) else { return false }
    let rest = word.dropFirst(ArabicLetters.waw.count)
    let article = ArabicLetters.article
    if rest.starts(with: article) { return rest.count >= article.count + 8 }
    return rest.count >= 8
      && ![ArabicLetters.alef, ArabicLetters.waw, ArabicLetters.ya].contains { rest.starts(with: $0) }
  }

  private func isLam(_ word: ArraySlice<UInt8>) -> Bool { word.starts(with: ArabicLetters.lam) }

  /// Whether a word is known as it stands or without its article.
  private func isKnownWord(_ word: ArraySlice<UInt8>) -> Bool {
    if isKnown(FoldedKey(bytes: Array(word))) { return true }
    let article = ArabicLetters.article
    return word.count > article.count + 2 && word.starts(with: article)
      && isKnown(FoldedKey(bytes: Array(word.dropFirst(article.count))))
  }

  /// Whether a word behind a cut lam is known once the article's alef is restored, or the article left out.
  private func isKnownBehindLam(_ word: ArraySlice<UInt8>) -> Bool {
    isKnown(FoldedKey(bytes: ArabicLetters.alef + word)) || isKnown(FoldedKey(bytes: Array(word.dropFirst(2))))
      || isKnown(FoldedKey(bytes: ArabicLetters.article + word))
  }
}
