/// The letters of a folded syllable packed into a number, five bits each, the last letter in the lowest bits.
struct VietnameseLetters {
  private(set) var packed: UInt64 = 0
  private(set) var count = 0
  private(set) var tone = VietnameseSyllable.Tone.level
  /// Whether a tone or a letter outside ASCII is written.
  private(set) var isMarked = false

  /// Nil where there is a letter that Vietnamese has not, no letter, more than seven, or two tones.
  init?(_ key: [UInt8]) {
    let codes = Self.codes
    var index = 0
    var hasTone = false
    while index < key.count {
      let scalar = Decoded.scalar(key, index)
      index += UTF8.width(scalar)
      if scalar.value >= 0x300, scalar.value != 0x303, let number = Folding.tone(scalar.value),
        let mark = VietnameseSyllable.Tone(rawValue: UInt8(number + 1))
      {
        if hasTone || count == 0 { return nil }
        hasTone = true
        isMarked = true
        tone = mark
      } else {
        guard let code = Self.code(scalar, codes), !hasTone, count < 7 else { return nil }
        if scalar.value >= 0x80 { isMarked = true }
        packed = packed << 5 | UInt64(code)
        count += 1
      }
    }
    if count == 0 { return nil }
  }

  /// The letters, each at its code, from 1 on.
  static let alphabet = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy".unicodeScalars)

  private static let codes: [UInt8] = {
    var codes = [UInt8](repeating: 0, count: 0x1B1)
    for (index, letter) in alphabet.enumerated() { codes[Int(letter.value)] = UInt8(index + 1) }
    return codes
  }()

  private static func code(_ scalar: Unicode.Scalar, _ codes: [UInt8]) -> UInt8? {
    guard scalar.value < codes.count else { return nil }
    let code = codes[Int(scalar.value)]
    return code == 0 ? nil : code
  }

  /// Packs letters of the alphabet; other letters are left out.
  static func pack(_ string: some StringProtocol) -> UInt32 {
    string.unicodeScalars.reduce(0) { packed, scalar in code(scalar, codes).map { packed << 5 | UInt32($0) } ?? packed }
  }

  /// The letters again.
  static func string(_ packed: UInt32) -> String {
    var view = String.UnicodeScalarView()
    for shift in stride(from: 30, through: 0, by: -5) {
      let code = Int(packed >> UInt32(shift) & 31)
      if code > 0 { view.append(alphabet[code - 1]) }
    }
    return String(view)
  }
}
