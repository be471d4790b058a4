/// Reproducible random text: characters that matter to boundaries and folding, mixed with any.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to, not including, `bound` (xorshift64).
  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private static let pool: [Unicode.Scalar] =
    [
      " ", ".", ",", ":", "'", "\"", "@", "_", "-", "1", "a", "B", "m", "2", "s", "#", "/", "%", "\n", "\r", "w", "n",
      "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{302}", "\u{31B}", "\u{200D}", "ế", "đ", "Đ", "ð", "ñ",
      "ا", "ل", "و", "ب", "ي", "ى", "ی", "أ", "ة", "\u{64B}", "\u{651}", "\u{640}", "\u{654}", "٫", "٬", "١", "۲", "،",
      "\u{200C}", "\u{200F}", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{A0}", "あ", "カ", "一", "가",
      "ก", "ា", "\u{1F1FB}", "\u{1F1F3}", "😀", "👨", "❤", "\u{FE0F}", "：", "﹕", "。", "א", "״", "ﷺ", "ﻻ", "²", "…", "’",
      "i", "I", "K", "ß", "İ",
    ]

  /// Valid UTF-8 of `length` characters.
  mutating func string(length: Int) -> [UInt8] {
    var view = String.UnicodeScalarView()
    for _ in 0..<length {
      switch next(8) {
      case 0: view.append(Unicode.Scalar(UInt32(next(0x3000))) ?? "a")
      case 1: view.append(Unicode.Scalar(UInt32(next(0x20000))) ?? "a")
      default: view.append(Self.pool[next(Self.pool.count)])
      }
    }
    return Array(String(view).utf8)
  }

  /// Letters, marks and signs of the scripts in use, as valid UTF-8.
  mutating func word(length: Int) -> [UInt8] {
    var view = String.UnicodeScalarView()
    for _ in 0..<length {
      let value =
        switch next(8) {
        case 0: 0x300 + next(0x70)
        case 1: [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x653, 0x654, 0x655, 0x64E][next(12)]
        case 2: 0x620 + next(0x90)
        case 3: 0x1EA0 + next(0x60)
        case 4: 0x80 + next(0x1D0)
        case 5: 0x2000 + next(0x70)
        default: 0x20 + next(0x60)
        }
      view.append(Unicode.Scalar(UInt32(value)) ?? "a")
    }
    return Array(String(view).utf8)
  }

  /// Words of letters between single blanks, with anything of `string` strewn in, as valid UTF-8; `words` of them.
  ///
  /// So long that letters are passed in blocks; the letters have one to three bytes, and signs that look like letters in
  /// their first byte (× ÷ ؟ ٠) are among them.
  mutating func prose(words: Int) -> [UInt8] {
    var out: [UInt8] = []
    for _ in 0..<words {
      let script = next(6)
      for _ in 0..<(1 + next(next(10) == 0 ? 150 : 9)) {
        let value =
          switch script {
          case 0, 1: 0x61 + next(26)
          case 2: next(3) == 0 ? 0xC0 + next(0x100) : 0x61 + next(26)
          case 3: next(3) == 0 ? 0x1EA0 + next(0x5A) : 0x61 + next(26)
          case 4: next(40) == 0 ? 0x600 + next(0x80) : 0x628 + next(0x13)
          default: 0x430 + next(32)
          }
        out += Array(String(Character(Unicode.Scalar(UInt32(value)) ?? "a")).utf8)
      }
      if next(8) == 0 { out += string(length: 1 + next(3)) }
      if next(30) > 0 { out.append(0x20) }
    }
    return out
  }
}
