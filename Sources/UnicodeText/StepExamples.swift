extension NormalizationStep {
  /// What the step does, in a line.
  public var summary: String {
    switch self {
    case .nfc: "canonical composition (UAX #15)"
    case .nfd: "canonical decomposition (UAX #15)"
    case .nfkc: "compatibility composition (UAX #15): presentation forms, full width, superscripts"
    case .nfkd: "compatibility decomposition (UAX #15)"
    case .caseFold: "full case folding, composed"
    case .toneOld: "Vietnamese tone marks where the old style has them"
    case .toneNew: "Vietnamese tone marks where the new style has them"
    case .finalY: "open Vietnamese syllables in i with y"
    case .finalI: "open Vietnamese syllables in y with i"
    case .eth: "Icelandic and African letters as Vietnamese đ"
    case .skeleton: "Latin letters without diacritics"
    case .harakat: "Arabic vowel marks, shadda and Quranic signs removed"
    case .tatweel: "tatweel removed"
    case .alef: "alef without hamza, madda and wasla"
    case .taMarbuta: "ta marbuta as ha"
    case .maqsura: "alef maqsura as ya"
    case .persian: "Persian and Urdu letters as Arabic ones"
    case .digits: "digits of all scripts, Arabic decimal, thousands and percent signs as ASCII"
    case .punctuation: "Arabic punctuation, quotes and dashes of all scripts as ASCII"
    case .ignorable: "bidi marks, zero-width characters, soft hyphens removed"
    case .blanks: "each run of blanks as one space, each line end as LF"
    case .key: "the spelling that lexicons are looked up by, token by token"
    }
  }

  /// A text and what the step makes of it.
  public var example: (source: String, result: String) {
    switch self {
    case .nfc: ("e\u{302}\u{323}", "ệ")
    case .nfd: ("ệ", "e\u{323}\u{302}")
    case .nfkc: ("ﺍﻟﺤﺰﺏ １２", "الحزب 12")
    case .nfkd: ("ﬁ é", "fi e\u{301}")
    case .caseFold: ("Đồng CHÍ", "đồng chí")
    case .toneOld: ("hoà uỷ", "hòa ủy")
    case .toneNew: ("hòa ủy", "hoà uỷ")
    case .finalY: ("lí mĩ", "lý mỹ")
    case .finalI: ("lý quý", "lí quý")
    case .eth: ("ðường", "đường")
    case .skeleton: ("Nguyễn", "Nguyen")
    case .harakat: ("مَدِينَة", "مدينة")
    case .tatweel: ("مديـنة", "مدينة")
    case .alef: ("أحمد", "احمد")
    case .taMarbuta: ("مدينة", "مدينه")
    case .maqsura: ("على", "علي")
    case .persian: ("کتابی", "كتابي")
    case .digits: ("٣٫٥٪", "3.5%")
    case .punctuation: ("“a” – b،", "\"a\" - b,")
    case .ignorable: ("a\u{200B}b\u{AD}c", "abc")
    case .blanks: ("a \u{A0} b", "a b")
    case .key: ("Uỷ Ban", "uy\u{309} ban")
    }
  }
}
