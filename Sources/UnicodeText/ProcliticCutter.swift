/// Decides which letters at the front of an Arabic word are words of their own.
struct ProcliticCutter {
  let isKnown: (FoldedKey) -> Bool

  /// How many proclitics, of one letter each, stand before the word; 0 where it stays whole.
  ///
  /// A word that is known, with or without its article, stays whole. Else a proclitic is cut where the remainder is
  /// known; a conjunction also where the remainder itself can be cut, and و also before an article with four letters or more
  /// behind it, known or not. At most three cuts.
  func count(of folded: [UInt8]) -> Int {
    count(folded[...], depth: 0)
  }

  /// Whether an Arabic word is known, with or without its article and proclitics.
  func isWord(_ folded: [UInt8]) -> Bool {
    guard let lead = folded.first, lead == 0xD8 || lead == 0xD9 else { return false }
    return isKnownWord(folded[...]) || count(of: folded) > 0
  }

  private func count(_ word: ArraySlice<UInt8>, depth: Int) -> Int {
    guard depth < 3, word.count > 2, ArabicLetters.isProclitic(word), !isKnownWord(word) else { return 0 }
    let rest = word.dropFirst(2)
    if isKnownWord(rest) || (isLam(word) && isLam(rest) && isKnownBehindLam(rest)) { return 1 }
    guard ArabicLetters.isConjunction(word) else { return 0 }
    let inner = count(rest, depth: depth + 1)
    if inner > 0 { return 1 + inner }
    return isWaw(word) && rest.starts(with: ArabicLetters.article) && rest.count >= ArabicLetters.article.count + 8
      ? 1 : 0
  }

  private func isWaw(_ word: ArraySlice<UInt8>) -> Bool { word.starts(with: ArabicLetters.waw) }

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
