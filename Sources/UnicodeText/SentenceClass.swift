/// What a token means for the bounds of sentences.
enum SentenceClass: UInt8 {
  /// Goes on with the sentence: lower-case words and signs.
  case inner
  /// A full stop, which may belong to an abbreviation.
  case stop
  /// Ends a sentence without doubt: `!` `?` `…` and their like.
  case end
  /// Closes a quotation or bracket.
  case close
  /// Opens a quotation or bracket.
  case open
  /// Begins a sentence behind an end: upper-case and caseless words, digits, dashes, bullets, addresses.
  case start
  /// The same, and a full stop glued to it is that of an abbreviation.
  case abbreviation
  /// A lower-case word of two letters or more: a capital glued to the stop behind it begins a sentence.
  case lowerWord
  /// An ASCII quote, which opens or closes.
  case quote
}

extension SentenceClass {
  /// The class of a token, by its shape alone.
  init(kind: TokenKind, shape: Shape, letters: Int, text: Decoded, key: FoldedKey) {
    switch kind {
    case .number, .url, .email, .hashtag, .handle, .emoji: self = .start
    case .word where shape.contains(.lower):
      self = shape.contains(.hasDot) ? .abbreviation : letters > 1 ? .lowerWord : .inner
    case .word:
      self = Self.isAbbreviation(shape, letters, text, key) ? .abbreviation : .start
    case .punctuation, .symbol, .other:
      self = Self.sign(kind, text, key)
    }
  }

  private static func sign(_ kind: TokenKind, _ text: Decoded, _ key: FoldedKey) -> SentenceClass {
    let first = text.count > 0 ? text[0].scalar : " "
    switch key.bytes {
    case [0x2E]: return .stop
    case [0x21], [0x3F], [0x2E, 0x2E, 0x2E], [0x21, 0x3F], [0x3F, 0x21], [0x21, 0x21], [0x3F, 0x3F]: return .end
    case [0x22] where first == "\"": return .quote
    case [0x27] where first == "'": return .quote
    case [0x2D], [0x2A], [0x2B]: return .start
    default: break
    }
    switch CharacterClass(first) {
    case .open: return .open
    case .close: return .close
    default: return kind == .symbol || first == "•" ? .start : .inner
    }
  }

  /// Dots inside, one capital or one Arabic letter, or up to three letters that no syllable can be.
  private static func isAbbreviation(
    _ shape: Shape, _ letters: Int, _ text: Decoded, _ key: FoldedKey
  ) -> Bool {
    if shape.contains(.initial) { return true }
    if shape.contains(.hasDot) {
      // A long last part (`TP.HCM`) is a name that may end a sentence; initials and degrees are not.
      return text.indices.reversed().prefix { !Characters.isStop(text[$0].scalar) }.count {
        text[$0].characterClass.isLetter
      } <= 2
    }
    if letters == 1 && shape.contains(.arabic) { return true }
    guard letters <= 3, shape.contains(.capitalized), shape.contains(.latin) else { return false }
    let hasVowel = key.bytes.contains { $0 >= 0x80 || "aeiouy".utf8.contains($0) }
    if !hasVowel { return true }
    return !shape.contains(.allCaps) && !shape.contains(.vietnameseSyllable) && !shape.contains(.vietnameseMarked)
  }
}
