/// A syllable of Vietnamese orthography, taken apart.
public struct VietnameseSyllable: Hashable, Sendable {
  /// The six tones, with the mark that writes each; `level` is written without one.
  public enum Tone: UInt8, CaseIterable, Sendable {
    /// No mark (ngang).
    case level
    /// Grave accent (huyền).
    case falling
    /// Acute accent (sắc).
    case rising
    /// Tilde (ngã).
    case creaky
    /// Hook above (hỏi).
    case dipping
    /// Dot below (nặng).
    case heavy
  }

  /// The tone, `level` where the spelling is without diacritics.
  public let tone: Tone
  /// Whether the spelling is right only if read as one whose diacritics were left out.
  public let isBare: Bool

  private let onsetLetters: UInt32
  private let rimeLetters: UInt32

  /// The consonants before the vowels, lower case, empty where there are none; `qu` and `gi` count as consonants.
  public var onset: String { VietnameseLetters.string(onsetLetters) }

  /// The glide before the main vowel, `o` or `u`, or nothing: `oa` in `hoa`, `uy` in `huy`.
  public var glide: String { VietnameseRimes.parts(rime).glide }

  /// The main vowel, one or two letters.
  public var nucleus: String { VietnameseRimes.parts(rime).nucleus }

  /// The consonant or half vowel behind the main vowel, or nothing.
  public var coda: String { VietnameseRimes.parts(rime).coda }

  /// The vowels and the consonants after them, lower case, without tone.
  public var rime: String { VietnameseLetters.string(rimeLetters) }

  /// Takes a folded spelling apart; nil where it is no Vietnamese syllable.
  ///
  /// Constant time.
  public init?(_ key: FoldedKey) {
    guard key.bytes.count <= 16, let letters = VietnameseLetters(key.bytes) else { return nil }
    guard let split = VietnameseRimes.split(letters.packed, letters.count) else { return nil }
    let isStopped = VietnameseRimes.isStopped(split.rime)
    if letters.isMarked {
      guard VietnameseRimes.isRime(split.rime) else { return nil }
      // A syllable closed by a stop has the rising or the heavy tone only.
      if isStopped && letters.tone != .level && letters.tone != .rising && letters.tone != .heavy { return nil }
      isBare = false
    } else {
      guard VietnameseRimes.isBareRime(split.rime) else { return nil }
      isBare = isStopped || !VietnameseRimes.isRime(split.rime)
    }
    onsetLetters = split.onset
    rimeLetters = split.rime
    tone = letters.tone
  }

  /// The letters without diacritics, as `nguyen` for `nguyễn`; i for y where usage varies, so that `lý` and `lí` are one.
  public var skeleton: String {
    let varies = rime == "y" && Self.variableOnsets.contains(onsetLetters)
    return Self.skeleton(onset) + (varies ? "i" : Self.skeleton(rime))
  }

  /// The letters with the number of the tone, i for y where usage varies; nil where no diacritic is written, which may mean
  /// that they were left out.
  public var markedSpelling: String? {
    let varies = rime == "y" && Self.variableOnsets.contains(onsetLetters)
    let letters = onset + (varies ? "i" : rime)
    return tone == .level && letters.utf8.allSatisfy { $0 < 0x80 } ? nil : letters + String(tone.rawValue)
  }

  private static func skeleton(_ letters: String) -> String {
    String(
      letters.map { letter -> Character in
        switch letter {
        case "ă", "â": "a"
        case "đ": "d"
        case "ê": "e"
        case "ô", "ơ": "o"
        case "ư": "u"
        default: letter
        }
      })
  }

  /// The other spelling of a marked open syllable in i or y, as `sỹ` is of `sĩ`; nil where usage does not vary.
  ///
  /// Usage varies behind h, k, l, m, qu, s and t. Without a tone mark the syllable may be a word of another language.
  var variant: FoldedKey? {
    guard tone != .level, rimeLetters == Self.i || rimeLetters == Self.y, Self.variableOnsets.contains(onsetLetters)
    else { return nil }
    let mark = Folding.tones[Int(tone.rawValue) - 1]
    return FoldedKey(bytes: Array("\(onset)\(rimeLetters == Self.i ? "y" : "i")\(mark)".utf8))
  }

  private static let i = VietnameseLetters.pack("i")
  private static let y = VietnameseLetters.pack("y")
  private static let variableOnsets = ["h", "k", "l", "m", "qu", "s", "t"].map(VietnameseLetters.pack)
}
