/// A named way of rewriting text; steps are applied one after the other.
public enum NormalizationStep: String, CaseIterable, Sendable {
  /// Canonical composition (UAX #15).
  case nfc
  /// Canonical decomposition (UAX #15).
  case nfd
  /// Compatibility composition (UAX #15): presentation forms, full-width forms, superscripts.
  case nfkc
  /// Compatibility decomposition (UAX #15).
  case nfkd
  /// Full case folding, with canonical composition.
  case caseFold = "case-fold"
  /// Vietnamese tone marks where the old style has them: `hòa`, `hủy`.
  case toneOld = "tone-old"
  /// Vietnamese tone marks where the new style has them: `hoà`, `huỷ`.
  case toneNew = "tone-new"
  /// Open syllables in i of Vietnamese with y: `lý`, `mỹ`.
  case finalY = "final-y"
  /// Open syllables in y of Vietnamese with i: `lí`, `mĩ`; `quý` stays.
  case finalI = "final-i"
  /// Icelandic ð, Ð and African Ɖ as Vietnamese đ, Đ.
  case eth
  /// Latin letters without diacritics, đ as d.
  case skeleton
  /// Arabic vowel marks, shadda, superscript alef and Quranic signs removed.
  case harakat
  /// Arabic tatweel removed.
  case tatweel
  /// Arabic alef without hamza, madda and wasla.
  case alef
  /// Arabic ta marbuta as ha.
  case taMarbuta = "ta-marbuta"
  /// Arabic alef maqsura as ya.
  case maqsura
  /// Persian and Urdu letters as Arabic ones.
  case persian
  /// Decimal digits of all scripts as ASCII, Arabic decimal and thousands marks and percent sign too.
  case digits
  /// Arabic comma, semicolon and question mark, quotes and dashes of all scripts as ASCII.
  case punctuation
  /// Bidi marks, zero-width characters, soft hyphens and variation selectors removed.
  case ignorable
  /// Each run of blanks as one space, each line end as LF.
  case blanks
  /// The folded spelling that lexicons are looked up by, token by token.
  case key
}
