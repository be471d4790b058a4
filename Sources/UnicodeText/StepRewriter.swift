/// What each normalization step makes of one unit.
enum StepRewriter {
  /// The unit rewritten; the unit itself where the step has nothing to do.
  static func rewrite(_ step: NormalizationStep, _ unit: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(unit)
    switch step {
    case .nfc: return ICUDoor.normalize(bytes, .nfc)
    case .nfd: return ICUDoor.normalize(bytes, .nfd)
    case .nfkc: return ICUDoor.normalize(bytes, .nfkc)
    case .nfkd: return ICUDoor.normalize(bytes, .nfkd)
    case .caseFold: return ICUDoor.normalize(Array(lowercase(bytes).utf8), .nfc)
    case .toneOld: return VietnameseWord(bytes)?.spelled(.old) ?? bytes
    case .toneNew: return VietnameseWord(bytes)?.spelled(.new) ?? bytes
    case .finalI: return VietnameseWord(bytes)?.spelled(finalVowel: "i") ?? bytes
    case .finalY: return VietnameseWord(bytes)?.spelled(finalVowel: "y") ?? bytes
    case .skeleton: return skeleton(bytes)
    case .blanks: return blanks(bytes)
    case .key: return hasVisible(bytes) ? Folding.fold(bytes) : bytes
    default: return bytes.isEmpty ? bytes : map(step, Decoded.scalar(bytes, 0), bytes)
    }
  }

  private static func lowercase(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      // Full case folding of what ICU folds; ICU's own folding would remove ignorable characters as well.
      let folded = ICUDoor.normalize(Array(String(scalar).utf8), .nfkcCaseFold)
      let plain = ICUDoor.normalize(Array(String(scalar).utf8), .nfkc)
      let isCased = folded != plain && !folded.isEmpty
      return isCased ? String(decoding: folded, as: UTF8.self) : String(scalar)
    }.joined()
  }

  private static func skeleton(_ bytes: [UInt8]) -> [UInt8] {
    let parts = String(decoding: ICUDoor.normalize(bytes, .nfd), as: UTF8.self).unicodeScalars
    guard let first = parts.first, Characters.isLatin(first) else { return bytes }
    let letter: Unicode.Scalar =
      switch first.value {
      case 0x111, 0xF0, 0x256: "d"
      case 0x110, 0xD0, 0x189: "D"
      default: first
      }
    if letter == first && parts.count == 1 { return bytes }
    return Array(String(letter).utf8) + parts.dropFirst().filter { !Characters.isMark($0) }.flatMap { String($0).utf8 }
  }

  private static func blanks(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    switch CharacterClass(Decoded.scalar(bytes, 0)) {
    case .blank: return [0x20]
    case .lineBreak: return [0x0A]
    default: return bytes
    }
  }

  private static func hasVisible(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      !Characters.isBlank($0) && !Characters.isIgnorable($0)
    }
  }

  /// The steps that rewrite one character at a time.
  private static func map(_ step: NormalizationStep, _ scalar: Unicode.Scalar, _ bytes: [UInt8]) -> [UInt8] {
    func replaced(by other: Unicode.Scalar?) -> [UInt8] { other.map { Array(String($0).utf8) } ?? bytes }
    switch step {
    case .eth:
      return switch scalar.value {
      case 0xF0, 0x256: replaced(by: "đ")
      case 0xD0, 0x189: replaced(by: "Đ")
      default: bytes
      }
    case .harakat: return scalar.value != 0x640 && ArabicLetters.isVowelMark(scalar) ? [] : bytes
    case .tatweel: return scalar.value == 0x640 ? [] : bytes
    case .alef: return [0x622, 0x623, 0x625, 0x671].contains(scalar.value) ? replaced(by: "ا") : bytes
    case .taMarbuta: return scalar.value == 0x629 ? replaced(by: "ه") : bytes
    case .maqsura: return scalar.value == 0x649 ? replaced(by: "ي") : bytes
    case .persian: return ArabicLetters.isPersian(scalar) ? Folding.fold(bytes) : bytes
    case .digits:
      let isMark = (0x66A...0x66C).contains(scalar.value)
      return isMark || CharacterClass(scalar) == .digit ? Folding.fold(bytes) : bytes
    case .punctuation:
      let folded = Folding.fold(bytes)
      // A superscript folds to a digit, a letter-like sign to a letter: neither is punctuation.
      let isSign =
        folded.count == 1 && folded.allSatisfy { !CharacterClass(Unicode.Scalar($0)).isLetter && $0 < 0x80 }
        && folded.allSatisfy { !(0x30...0x39).contains($0) }
      return isSign && scalar.value >= 0x60 && !Characters.isBlank(scalar) ? folded : bytes
    case .ignorable:
      let isSelector = (0xFE00...0xFE0F).contains(scalar.value)
      return isSelector || Characters.isIgnorable(scalar) ? [] : bytes
    default: return bytes
    }
  }
}
