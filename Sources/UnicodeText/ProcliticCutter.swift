/// Decides which letters at the front of an Arabic word are words of their own.
struct ProcliticCutter {
  let isKnown: (FoldedKey) -> Bool

  /// How many letters each cut takes off, one entry a proclitic; empty where the word stays whole.
  ///
  /// A word that is known, with or without its article, stays whole. Else a proclitic is cut where the remainder is
  /// known; a conjunction also where the remainder itself can be cut. At most three cuts.
  func proclitics(of spelling: [UInt8]) -> [Int] {
    let letters = Array(String(decoding: Folding.fold(spelling), as: UTF8.self).unicodeScalars)
    return cuts(letters[...], isAfterLam: false, depth: 0)
  }

  private func cuts(_ word: ArraySlice<Unicode.Scalar>, isAfterLam: Bool, depth: Int) -> [Int] {
    guard depth < 3, word.count > 1, let first = word.first, ArabicLetters.isProclitic(first) else { return [] }
    if isKnownWord(word) { return [] }
    let rest = word.dropFirst()
    if isKnownWord(rest) || (first == "ل" && rest.first == "ل" && isKnownBehindLam(rest)) { return [1] }
    guard ArabicLetters.isConjunction(first) else { return [] }
    let inner = cuts(rest, isAfterLam: false, depth: depth + 1)
    return inner.isEmpty ? [] : [1] + inner
  }

  /// Whether a word is known as it stands or without its article.
  func isKnownWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if isKnown(Self.key(word)) { return true }
    return word.starts(with: ["ا", "ل"]) && word.count > 3 && isKnown(Self.key(word.dropFirst(2)))
  }

  /// Whether a word behind a cut lam is known once the article's alef is restored, or the article left out.
  func isKnownBehindLam(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    isKnown(Self.key(["ا"] + word)) || isKnown(Self.key(word.dropFirst())) || isKnown(Self.key(["ا", "ل"] + word))
  }

  static func key(_ letters: some Sequence<Unicode.Scalar>) -> FoldedKey {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return FoldedKey(bytes: Array(String(view).utf8))
  }
}
