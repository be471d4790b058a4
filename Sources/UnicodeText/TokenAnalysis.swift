/// Analyses one spelling in one role: kind, shape, keys, number.
struct TokenAnalysis {
  let type: TokenType
  let sentenceClass: SentenceClass

  private let scalars: [Unicode.Scalar]
  private let letters: [Unicode.Scalar]
  private let role: TokenRole

  init(_ bytes: [UInt8], role: TokenRole, isKnown: (FoldedKey) -> Bool) {
    self.role = role
    scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !Characters.isIgnorable($0) }
    letters = scalars.filter(Characters.isLetter)
    let digits = scalars.compactMap(Characters.digitValue)
    let isNumber =
      role.rawValue < TokenRole.url.rawValue && !digits.isEmpty
      && scalars.allSatisfy { Characters.isDigit($0) || Characters.isMark($0) || Characters.isIgnorable($0) }
    let kind = isNumber ? TokenKind.number : Self.kind(scalars, letters, role)
    let key = FoldedKey(bytes: Folding.fold(bytes))
    let keys = Self.keys(key, spelling: scalars, role: role, isKnown: isKnown)
    var shape = Self.shape(scalars, letters, role)
    if kind == .word {
      if VietnameseSyllable(key) != nil { shape.insert(.vietnameseSyllable) }
      if Self.isVietnameseMarked(key) { shape.insert(.vietnameseMarked) }
      if Self.isDefinite(key, keys, role) { shape.insert(.definite) }
    }
    let number = isNumber ? Self.value(digits) : nil
    type = TokenType(kind: kind, shape: shape, keys: keys, number: number, digits: digits.count)
    sentenceClass = Self.sentenceClass(kind, shape, letters, scalars, key)
  }

  private static func value(_ digits: [Int]) -> Int? {
    var value = 0
    for digit in digits {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.addingReportingOverflow(digit)
      if isTooLarge || isOver { return nil }
      value = sum
    }
    return value
  }

  private static func kind(_ scalars: [Unicode.Scalar], _ letters: [Unicode.Scalar], _ role: TokenRole) -> TokenKind {
    switch role {
    case .url: return .url
    case .email: return .email
    case .hashtag: return .hashtag
    case .handle: return .handle
    case .plain, .proclitic, .afterProclitic, .afterLam: break
    }
    if !letters.isEmpty { return .word }
    guard let first = scalars.first else { return .other }
    let properties = first.properties
    let isEmoji =
      properties.isEmojiPresentation
      || (properties.isEmoji && scalars.contains { $0.value == 0xFE0F || $0.value == 0x20E3 })
    if isEmoji { return .emoji }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .otherNumber: return .symbol
    case .letterNumber: return .word
    default: return .other
    }
  }

  private static func shape(_ scalars: [Unicode.Scalar], _ letters: [Unicode.Scalar], _ role: TokenRole) -> Shape {
    var shape: Shape = []
    if role == .proclitic { shape.insert(.proclitic) }
    if role == .afterProclitic || role == .afterLam { shape.insert(.afterProclitic) }
    if scalars.contains(where: Characters.isDigit) { shape.insert(.hasDigit) }
    if scalars.count > 1, scalars.contains(".") { shape.insert(.hasDot) }
    for letter in letters {
      if Characters.isLatin(letter) {
        shape.insert(.latin)
      } else if Characters.isArabic(letter) {
        shape.insert(.arabic)
      } else {
        shape.insert(.otherScript)
      }
    }
    guard let first = letters.first else { return shape }
    func isUpper(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
    }
    let upper = letters.count(where: isUpper)
    let lower = letters.count { $0.properties.isLowercase }
    if isUpper(first) { shape.insert(.capitalized) }
    if upper == letters.count { shape.insert(upper == 1 ? .initial : .allCaps) }
    if lower == letters.count { shape.insert(.lower) }
    if upper > 0 && lower > 0 && !(upper == 1 && isUpper(first)) { shape.insert(.mixed) }
    if letters.count == scalars.count && RomanNumeral.value(of: scalars) != nil { shape.insert(.roman) }
    return shape
  }

  /// Whether the key carries a mark or letter of Vietnamese.
  private static func isVietnameseMarked(_ key: FoldedKey) -> Bool {
    String(decoding: key.bytes, as: UTF8.self).unicodeScalars.contains { scalar in
      if VietnameseSyllable.tone(of: scalar) != nil { return true }
      switch scalar {
      case "ă", "â", "đ", "ê", "ô", "ơ", "ư": return true
      default: return false
      }
    }
  }

  private static func isDefinite(_ key: FoldedKey, _ keys: [FoldedKey], _ role: TokenRole) -> Bool {
    if key.bytes.starts(with: ArabicLetters.article) && key.bytes.count > 6 { return true }
    return role == .afterLam
  }

  /// The primary key and the alternates: without the article, with the alef that lam swallowed, with alef maqsura.
  private static func keys(
    _ key: FoldedKey, spelling: [Unicode.Scalar], role: TokenRole, isKnown: (FoldedKey) -> Bool
  ) -> [FoldedKey] {
    var keys = [key]
    if role == .afterLam {
      let plain = [key, FoldedKey(bytes: ArabicLetters.article + key.bytes)]
      let restored = [
        FoldedKey(bytes: Array("ا".utf8) + key.bytes),
        FoldedKey(bytes: Array(key.bytes.dropFirst(ArabicLetters.lam.count))), key,
      ]
      keys = plain.contains(where: isKnown) ? plain : restored.contains(where: isKnown) ? restored : plain
    } else if key.bytes.starts(with: ArabicLetters.article), key.bytes.count > ArabicLetters.article.count + 2 {
      keys.append(FoldedKey(bytes: Array(key.bytes.dropFirst(ArabicLetters.article.count))))
    }
    if ArabicLetters.endsWithPersianYa(spelling) {
      keys += keys.map { FoldedKey(bytes: $0.bytes.dropLast(2) + Array("ى".utf8)) }
    }
    return keys
  }

  private static func sentenceClass(
    _ kind: TokenKind, _ shape: Shape, _ letters: [Unicode.Scalar], _ scalars: [Unicode.Scalar], _ key: FoldedKey
  ) -> SentenceClass {
    switch kind {
    case .number, .url, .email, .hashtag, .handle: return .start
    case .word:
      if shape.contains(.lower) {
        return shape.contains(.hasDot) ? .abbreviation : letters.count > 1 ? .lowerWord : .inner
      }
      return isAbbreviation(shape, letters, scalars, key) ? .abbreviation : .start
    default: break
    }
    switch key.description {
    case ".": return .stop
    case "!", "?", "...", "。", "!?", "?!", "‼", "⁇": return .end
    case "'": return .quote
    case "\"": return scalars.first == "\"" ? .quote : isOpening(scalars.first) ? .open : .close
    case "-", "•", "*", "+": return .start
    default: break
    }
    switch scalars.first?.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return .open
    case .closePunctuation, .finalPunctuation: return .close
    default: return kind == .symbol || kind == .emoji ? .start : .inner
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar?) -> Bool {
    let category = scalar?.properties.generalCategory
    return category == .initialPunctuation || category == .openPunctuation
  }

  /// By shape alone: dots inside, one capital or one Arabic letter, or up to three letters that no syllable can be.
  private static func isAbbreviation(
    _ shape: Shape, _ letters: [Unicode.Scalar], _ scalars: [Unicode.Scalar], _ key: FoldedKey
  ) -> Bool {
    if shape.contains(.initial) { return true }
    if shape.contains(.hasDot) {
      // A long last part (`TP.HCM`) is a name that may end a sentence; initials and degrees are not.
      return scalars.reversed().prefix { $0 != "." }.count { Characters.isLetter($0) } <= 2
    }
    if letters.count == 1 && shape.contains(.arabic) { return true }
    guard letters.count <= 3, shape.contains(.capitalized), shape.contains(.latin) else { return false }
    let hasVowel = key.bytes.contains { "aeiouy".utf8.contains($0) } || key.bytes.contains { $0 >= 0x80 }
    if !hasVowel { return true }
    return !shape.contains(.allCaps) && !shape.contains(.vietnameseSyllable) && !shape.contains(.vietnameseMarked)
  }
}
