/// Analyses one spelling in one role: kind, shape, keys, number.
struct TokenAnalysis {
  let type: TokenType
  let sentenceClass: SentenceClass

  init(_ text: Decoded, role: TokenRole, isKnown: (FoldedKey) -> Bool) {
    let make = MakeUp(text)
    let kind = Self.kind(text, make, role)
    let folded = Folding.fold(text.bytes)
    // The proclitic in a ligature is no letter of the word.
    let key = FoldedKey(bytes: role == .ligature ? Array(folded.dropFirst(ArabicLetters.lam.count)) : folded)
    var alternates: [FoldedKey] = []
    var primary = key
    if let lead = key.bytes.first, lead == 0xD8 || lead == 0xD9 {
      alternates = Self.arabicKeys(key, spelling: text, role: role, isKnown: isKnown)
      primary = alternates.removeFirst()
    }
    var shape = make.shape
    if role == .proclitic { shape.insert(.proclitic) }
    if role == .afterProclitic || role == .afterLam || role == .ligature { shape.insert(.afterProclitic) }
    if kind == .word {
      if shape.contains(.latin), !shape.contains(.hasDigit), !shape.contains(.hasDot) {
        if let syllable = VietnameseSyllable(key) {
          shape.insert(.vietnameseSyllable)
          if let variant = syllable.variant { alternates.append(variant) }
        }
        if make.isLettersOnly, shape.contains(.allCaps) || shape.contains(.initial),
          RomanNumeral.value(of: key.bytes) != nil
        {
          shape.insert(.roman)
        }
      }
      if shape.contains(.latin), Self.isVietnameseMarked(key) { shape.insert(.vietnameseMarked) }
      let hasArticle =
        key.bytes.count > ArabicLetters.article.count + 2 && key.bytes.starts(with: ArabicLetters.article)
      if role == .afterLam || hasArticle { shape.insert(.definite) }
    }
    let number = kind == .number ? Self.value(text) : nil
    type = TokenType(
      kind: kind, shape: shape, key: primary, alternates: alternates, number: number, digits: make.digits)
    sentenceClass = SentenceClass(kind: kind, shape: shape, letters: make.letters, text: text, key: key)
  }

  private static func value(_ text: Decoded) -> Int? {
    var value = 0
    for index in text.indices {
      guard let digit = Characters.digitValue(text[index].scalar) else { continue }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.addingReportingOverflow(digit)
      if isTooLarge || isOver { return nil }
      value = sum
    }
    return value
  }

  private static func kind(_ text: Decoded, _ make: MakeUp, _ role: TokenRole) -> TokenKind {
    switch role {
    case .url: return .url
    case .email: return .email
    case .hashtag: return .hashtag
    case .handle: return .handle
    case .plain, .proclitic, .afterProclitic, .afterLam, .ligature: break
    }
    if make.isDigitsOnly { return .number }
    if make.letters > 0 { return .word }
    if text.count == 0 { return .other }
    let first = text[0].scalar
    if first.value >= 0x203C || text.count > 1 {
      let properties = first.properties
      let hasSelector = text.indices.contains { text[$0].scalar.value == 0xFE0F || text[$0].scalar.value == 0x20E3 }
      if properties.isEmojiPresentation || (properties.isEmoji && hasSelector) { return .emoji }
    }
    switch text[0].characterClass {
    case .punctuation, .open, .close: return .punctuation
    case .symbol: return .symbol
    case .letterNumber: return .word
    case .digit: return .number
    default: return .other
    }
  }

  /// Whether the key carries a mark or letter of Vietnamese.
  private static func isVietnameseMarked(_ key: FoldedKey) -> Bool {
    var index = 0
    while index < key.bytes.count {
      let scalar = Decoded.scalar(key.bytes, index)
      index += UTF8.width(scalar)
      if scalar.value < 0x80 { continue }
      switch scalar {
      case "ă", "â", "đ", "ê", "ô", "ơ", "ư", "\u{300}", "\u{301}", "\u{342}", "\u{309}", "\u{323}": return true
      default: continue
      }
    }
    return false
  }

  /// The primary key and the alternates: without the article, with the alef that lam swallowed, with alef maqsura; of a word
  /// that is unknown those known with ya for a final alef maqsura, or the reverse.
  private static func arabicKeys(
    _ key: FoldedKey, spelling: Decoded, role: TokenRole, isKnown: (FoldedKey) -> Bool
  ) -> [FoldedKey] {
    var keys = [key]
    let article = ArabicLetters.article
    if role == .afterLam {
      let plain = [key, FoldedKey(bytes: article + key.bytes)]
      let bare = FoldedKey(bytes: Array(key.bytes.dropFirst(ArabicLetters.lam.count)))
      let restored = [FoldedKey(bytes: ArabicLetters.alef + key.bytes), bare, key]
      keys = plain.contains(where: isKnown) || !restored.contains(where: isKnown) ? plain : restored
    } else if key.bytes.count > article.count + 2, key.bytes.starts(with: article) {
      keys.append(FoldedKey(bytes: Array(key.bytes.dropFirst(article.count))))
    }
    if ArabicLetters.endsWithPersianYa(spelling) {
      keys += keys.map { FoldedKey(bytes: $0.bytes.dropLast(2) + ArabicLetters.maqsura) }
    } else if ArabicLetters.otherFinalYa(key.bytes) != nil, !keys.contains(where: isKnown) {
      keys += keys.compactMap { ArabicLetters.otherFinalYa($0.bytes).map(FoldedKey.init) }.filter(isKnown)
    }
    return keys
  }
}
