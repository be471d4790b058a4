/// The inventory of Vietnamese spelling: onsets, rimes and final stops, letters packed as in `VietnameseLetters`.
enum VietnameseRimes {
  private static let onsets = PackedLetterSet(
    [
      "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
      "n", "p", "r", "s", "t", "v", "x", "",
    ].map(VietnameseLetters.pack))

  /// Glide, nucleus and the codas it takes; a leading blank allows none.
  private static let rows: [(glide: String, nucleus: String, codas: String)] = [
    ("", "a", " i o u y c ch k m n ng nh p t"), ("", "ă", "c k m n ng p t"), ("", "â", "u y c m n ng p t"),
    ("", "e", " o c k m n ng p t"), ("", "ê", " u ch k m n nh p t"), ("", "i", " u ch m n nh p t c k ng"),
    ("", "ia", " "), ("", "iê", "u c m n ng p t"), ("", "yê", "u m n ng t"), ("", "o", " i c k m n ng p t"),
    ("o", "a", " i o y c ch m n ng nh p t"), ("o", "ă", "c m n ng t"), ("o", "e", " o n t m"), ("", "oo", "c ng"),
    ("", "ô", " i c k m n ng p t"), ("", "ôô", "ng"), ("", "ơ", " i m n p t"), ("", "u", " i c k m n ng p t"),
    ("", "ua", " "), ("u", "â", "n ng t y"), ("u", "ê", " ch nh n"), ("u", "ơ", " n"), ("u", "y", " ch n nh p t u"),
    ("u", "ya", " "), ("u", "yê", "n t"), ("", "uô", "i c m n ng t"), ("", "ư", " i u c k n ng t m"), ("", "ưa", " "),
    ("", "ươ", "i u c m n ng p t"), ("", "y", " ch m n nh t"),
  ]

  private static let table: [UInt32: (glide: String, nucleus: String, coda: String)] = {
    var table: [UInt32: (glide: String, nucleus: String, coda: String)] = [:]
    for (glide, nucleus, codas) in rows {
      if codas.hasPrefix(" ") { table[VietnameseLetters.pack(glide + nucleus)] = (glide, nucleus, "") }
      for coda in codas.split(separator: " ") {
        table[VietnameseLetters.pack(glide + nucleus + coda)] = (glide, nucleus, String(coda))
      }
    }
    return table
  }()

  private static let all = PackedLetterSet(table.keys)

  /// Whether letters are a rime, its tone left out.
  static func isRime(_ letters: UInt32) -> Bool { all.contains(letters) }

  /// Whether letters are a rime, the marks of its letters left out too.
  static func isBareRime(_ letters: UInt32) -> Bool { bare.contains(letters) }

  /// The same with the marks of ă â ê ô ơ ư left out; those that end in k are names, which are marked.
  private static let bare = PackedLetterSet(
    table.filter { $0.value.coda != "k" }.map { entry in
      let letters = VietnameseLetters.string(entry.key).unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "ă", "â": "a"
        case "ê": "e"
        case "ô", "ơ": "o"
        case "ư": "u"
        default: Character(scalar)
        }
      }
      return VietnameseLetters.pack(String(letters))
    })

  private static let stops = PackedLetterSet(["c", "k", "p", "t"].map(VietnameseLetters.pack))
  private static let ch = VietnameseLetters.pack("ch")

  /// Whether a rime ends in a stop, after which only the rising and the heavy tone are possible.
  static func isStopped(_ rime: UInt32) -> Bool { stops.contains(rime & 31) || rime & 1023 == ch }

  /// The parts of a rime; one whose diacritics were left out is all nucleus.
  static func parts(_ rime: String) -> (glide: String, nucleus: String, coda: String) {
    table[VietnameseLetters.pack(rime)] ?? ("", rime, "")
  }

  private static let front = PackedLetterSet("eêiy".unicodeScalars.map { VietnameseLetters.pack(String($0)) })
  private static let i = VietnameseLetters.pack("i")
  private static let beforeFrontOnly = PackedLetterSet(["gh", "ngh", "k"].map(VietnameseLetters.pack))
  private static let neverBeforeFront = PackedLetterSet(["c", "g", "ng"].map(VietnameseLetters.pack))
  private static let g = VietnameseLetters.pack("g")
  private static let gi = VietnameseLetters.pack("gi")

  /// Cuts the longest onset after which a rime follows; the spelling rules of c/k, g/gh, ng/ngh are kept.
  static func split(_ packed: UInt64, _ count: Int) -> (onset: UInt32, rime: UInt32)? {
    for length in stride(from: min(3, count - 1), through: 0, by: -1) {
      let rest = count - length
      guard rest <= 5 else { continue }
      let onset = UInt32(truncatingIfNeeded: packed >> UInt64(5 * rest))
      let rime = UInt32(truncatingIfNeeded: packed & (1 << UInt64(5 * rest) - 1))
      guard onsets.contains(onset), bare.contains(rime) || all.contains(rime) else { continue }
      let first = rime >> UInt32(5 * (rest - 1))
      let isFront = front.contains(first)
      if beforeFrontOnly.contains(onset) && !isFront { continue }
      if neverBeforeFront.contains(onset) && isFront && !(onset == g && first == i) { continue }
      if onset == gi && first == i { continue }
      return (onset, rime)
    }
    return nil
  }
}
