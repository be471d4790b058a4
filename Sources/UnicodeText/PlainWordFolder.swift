/// Folds words that are cut nowhere, without the rest of what a token's analysis says.
///
/// Equal to the key that the tokenizer gives such a word; compiling lexicons needs nothing else of most of their words.
package enum PlainWordFolder {
  /// The folded spelling of a stretch of valid UTF-8 between blanks; nil where the tokenizer may find a seam in it.
  ///
  /// `mayBeCut` tells of an Arabic word that is whole only as long as no word is known.
  package static func key(of bytes: UnsafeBufferPointer<UInt8>) -> (key: FoldedKey, mayBeCut: Bool)? {
    guard bytes.count <= SeamRule.longestSegment else { return nil }
    let table = CharacterTable.shared
    var word = SeamlessWord(byteCount: bytes.count)
    var index = 0
    while index < bytes.count {
      let scalar = Decoded.scalar(bytes, index)
      // All characters of such words have an entry.
      guard let characterClass = table[scalar]?.characterClass else { return nil }
      word.add(scalar, characterClass, isFirst: index == 0)
      index += UTF8.width(scalar)
    }
    guard word.isPlain || word.isArabic else { return nil }
    return (FoldedKey(bytes: Folding.fold(bytes)), !word.isOne)
  }
}
