/// The inventory of Vietnamese spelling: onsets, rimes and final stops.
enum VietnameseRimes {
  /// Onsets, longest first; the empty one last.
  static let onsets = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
  ]

  /// Codas of syllables whose tone is rising or heavy; `k` in names from other languages of Vietnam.
  static let stops = ["c", "ch", "k", "p", "t"]

  /// Rimes without tone: one nucleus a row, with the codas it takes.
  static let all: Set<String> = {
    let rows: [(String, String)] = [
      ("a", " i o u y c ch k m n ng nh p t"), ("ă", "c k m n ng p t"), ("â", "u y c m n ng p t"),
      ("e", " o c k m n ng p t"), ("ê", " u ch k m n nh p t"), ("i", " a u ch m n nh p t c k ng"),
      ("iê", "u c m n ng p t"), ("yê", "u m n ng t"), ("o", " a e i c k m n ng p t"),
      ("oa", " i o y c ch m n ng nh p t"),
      ("oă", "c m n ng t"), ("oe", " o n t m"), ("oo", "c ng"), ("ô", " i c k m n ng p t"), ("ôô", "ng"),
      ("ơ", " i m n p t"), ("u", " a i c k m n ng p t"), ("uâ", "n ng t y"), ("uê", " ch nh n"), ("uơ", " n"),
      ("uy", " a ch n nh p t u"), ("uyê", "n t"), ("uô", "i c m n ng t"), ("ư", " a i u c k n ng t m"),
      ("ươ", "i u c m n ng p t"), ("y", " ch m n nh t"),
    ]
    var rimes: Set<String> = []
    for (nucleus, codas) in rows {
      if codas.hasPrefix(" ") { rimes.insert(nucleus) }
      for coda in codas.split(separator: " ") { rimes.insert(nucleus + coda) }
    }
    return rimes
  }()

  /// The same rimes with the marks of ă â ê ô ơ ư left out.
  static let bare: Set<String> = Set(
    all.map { rime in
      String(
        rime.map { letter in
          switch letter {
          case "ă", "â": "a"
          case "ê": "e"
          case "ô", "ơ": "o"
          case "ư": "u"
          default: letter
          }
        })
    }.filter { !$0.hasSuffix("k") })
}
