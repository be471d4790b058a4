/// A word as a Vietnamese syllable: its letters as written, upper and lower case, and its tone.
struct VietnameseWord {
  /// Where the tone of an open syllable with a glide stands.
  enum Style {
    /// On the glide: `hòa`, `khỏe`, `hủy`.
    case old
    /// On the vowel: `hoà`, `khoẻ`, `huỷ`.
    case new
  }

  private var letters: [String] = []
  private let tone: Unicode.Scalar?
  private let syllable: VietnameseSyllable

  /// Nil where the bytes are no Vietnamese syllable.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 32, let syllable = VietnameseSyllable(FoldedKey(bytes: Folding.fold(bytes))) else {
      return nil
    }
    self.syllable = syllable
    var tone: Unicode.Scalar?
    for scalar in String(decoding: ICUDoor.normalize(bytes, .nfd), as: UTF8.self).unicodeScalars {
      if Folding.tone(scalar.value) != nil {
        tone = scalar
      } else if Characters.isMark(scalar), let last = letters.popLast() {
        letters.append(last + String(scalar))
      } else {
        letters.append(String(scalar))
      }
    }
    self.tone = tone
    let onset = syllable.onset.count
    guard letters.count == onset + syllable.rime.count else { return nil }
  }

  /// The word with its tone where a style has it, composed.
  func spelled(_ style: Style) -> [UInt8]? {
    guard let tone else { return nil }
    return compose(letters, tone, at: tonePlace(style))
  }

  /// An open syllable in i or y with the vowel asked for; nil where usage does not vary.
  ///
  /// Usage varies behind h, k, l, m, s, t.
  func spelled(finalVowel vowel: String) -> [UInt8]? {
    guard ["h", "k", "l", "m", "s", "t"].contains(syllable.onset), syllable.rime == "i" || syllable.rime == "y",
      let last = letters.last
    else { return nil }
    let isUpper = last == "I" || last == "Y"
    return compose(letters.dropLast() + [isUpper ? vowel.uppercased() : vowel], tone, at: letters.count - 1)
  }

  private func tonePlace(_ style: Style) -> Int {
    let onset = syllable.onset.count
    let glide = syllable.glide.count
    let nucleus = syllable.nucleus
    if style == .old && glide > 0 && syllable.coda.isEmpty && ["a", "e", "y"].contains(nucleus) { return onset }
    // Of two vowels that are one, the tone stands on the marked one: iê, uô, ươ; but ia, ua, ưa, ya have it first.
    let isOpen = nucleus.hasSuffix("a") && nucleus.count == 2
    return onset + glide + (nucleus.count == 2 && !isOpen ? 1 : 0)
  }

  private func compose(_ letters: [String], _ tone: Unicode.Scalar?, at place: Int) -> [UInt8]? {
    guard letters.indices.contains(place) else { return nil }
    var letters = letters
    if let tone { letters[place] += String(tone) }
    return ICUDoor.normalize(Array(letters.joined().utf8), .nfc)
  }
}
