/// Words as people write them: one spelling for all encodings of a word, letter case and diacritics kept.
///
/// Composed (NFC); without tatweel, vowel marks and invisible characters; presentation forms, ligatures and full-width
/// characters as the letters they stand for, Persian letters as the Arabic ones, digits, quotes and dashes as ASCII; the
/// tone of a Vietnamese syllable where the old style has it. What the source does not tell, such as a hamza left out,
/// stays as it is.
public enum PlainSpelling {
  /// The words of a text in their plain spelling, one space between them; linear.
  public static func write(_ text: String) -> String {
    if isPlain(text) { return text }
    let letters = String(String.UnicodeScalarView(text.unicodeScalars.flatMap(letters)))
    let clean = Normalizer([.ignorable, .tatweel, .harakat, .persian, .digits, .punctuation, .nfc])
      .normalize(Text(letters)).bytes
    let words = clean.split(separator: 0x20).map { word(Array($0)) }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// The letters that a presentation form, ligature or full-width character stands for, a blank for any white space.
  private static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFB00...0xFB06, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0xFF01...0xFF5E:
      Array(String(decoding: ICUDoor.normalize(Array(String(scalar).utf8), .nfkc), as: UTF8.self).unicodeScalars)
    case 0x21...0x7E: [scalar]
    // Between words a zero-width space is a blank; inside one the caller has left it out.
    default: Characters.isBlank(scalar) && scalar.value != 0x200B ? [" "] : [scalar]
    }
  }

  private static func word(_ bytes: [UInt8]) -> [UInt8] {
    guard VietnameseSyllable(FoldedKey(bytes: Folding.fold(bytes))) != nil else { return bytes }
    return Normalizer([.eth, .toneOld]).normalize(Text(bytes: bytes, malformed: [])).bytes
  }

  /// Whether a text has nothing but ASCII, composed Latin letters with the tone not at the end of a rime in two vowels, plain
  /// Arabic letters and single spaces, so that it is its own plain spelling.
  package static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    var endsInTone = false
    var iterator = text.utf8.makeIterator()
    while let byte = iterator.next() {
      if endsInTone {
        guard 0x61...0x7A ~= byte | 0x20 else { return false }
        endsInTone = false
      }
      switch byte {
      case 0x20: if previous == 0x20 { return false }
      case 0x21...0x7E: break
      case 0xC3...0xC6, 0xD8, 0xD9, 0xE1:
        guard let second = iterator.next() else { return false }
        var value = UInt32(byte & 0x1F) << 6 | UInt32(second & 0x3F)
        if byte == 0xE1 {
          guard let third = iterator.next() else { return false }
          value = 0x1000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        }
        if !isPlain(value) { return false }
        // oà, oè, uỳ at the end of a word: the tone may have to move.
        if previous | 0x20 == 0x6F || previous | 0x20 == 0x75, carriesToneOfRime(value) { endsInTone = true }
        previous = byte
        continue
      default: return false
      }
      previous = byte
    }
    return previous != 0x20 && !endsInTone
  }

  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    // The eth of Icelandic may stand for đ.
    case 0xD0, 0xF0, 0x189: false
    case 0xC0...0x1B0, 0x621...0x63A, 0x641...0x64A, 0x1EA0...0x1EF9: true
    default: false
    }
  }

  /// A, e or y with a tone and no other mark.
  private static func carriesToneOfRime(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0, 0xC1, 0xC3, 0xC8, 0xC9, 0xDD, 0xE0, 0xE1, 0xE3, 0xE8, 0xE9, 0xFD, 0x1EA0...0x1EA3, 0x1EB8...0x1EBD,
      0x1EF2...0x1EF9:
      true
    default: false
    }
  }
}
