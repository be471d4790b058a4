/// Folds words that are cut nowhere, without the rest of what a token's analysis says.
///
/// Equal to the key that the tokenizer gives such a word; compiling lexicons needs nothing else of most of their words.
package enum PlainWordFolder {
  /// The folded spelling of a stretch of valid UTF-8 between blanks; nil where the tokenizer may find a seam in it.
  package static func key(of bytes: UnsafeBufferPointer<UInt8>) -> FoldedKey? {
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
    return word.isOne ? FoldedKey(bytes: Folding.fold(bytes)) : nil
  }
}
