/// The rules by which tokens differ from ICU's word segments, each with examples.
///
/// In an example `|` stands at every seam between tokens and blanks stand for themselves.
public enum SeamRule: String, CaseIterable, Sendable {
  /// Digits are cut from every sign beside them, so that rules for numbers and dates can join them by context.
  case numericCluster
  /// Digits first, then letters: cut at each change; letters first stay whole. A final 2 or 3 behind m is an exponent.
  case digitsThenLetters
  /// A known word of two to four letters, such as a currency's code, is cut from the digits of an amount behind it.
  case amount
  /// A superscript 2 or 3 belongs to the unit of length before it.
  case exponent
  /// A full stop inside letters joins abbreviations and lower-case names of hosts.
  case dottedAbbreviation
  /// A full stop before a capitalized word ends a sentence or an abbreviation and is a token.
  case missingBlank
  /// The English possessive ending is a token.
  case possessive
  /// Arabic proclitics are cut where the remainder is a known word and the whole is not; و also before what is
  /// rather a word of its own.
  case proclitic
  /// Arabic letters are cut from digits glued to them.
  case arabicDigits
  /// An address is one token from its scheme, or `www.`, up to a blank, closing punctuation left out.
  case url
  /// An e-mail address is one token.
  case email
  /// `#` and the word behind it are one token.
  case hashtag
  /// `@` and the name behind it are one token.
  case handle
  /// A segment of more than `longestSegment` bytes is no word: it is cut there, so that no text costs more than another.
  case longSegment

  /// The most bytes a word segment may have.
  public static let longestSegment = 1024

  /// Text with `|` at each seam; words known for the sake of proclitics stand in `knownInExamples`.
  public var examples: [String] {
    switch self {
    case .numericCluster:
      ["17|.|4", "27|/|2|/|1955|-|27|/|2|/|2024", "10|,|000", "28|.|5|%", "14|/|101", "90|-|100", "v2|.|0"]
    case .digitsThenLetters: ["10|h|30", "17|th", "3|km", "T7", "Q1", "CO2", "F0", "B52", "100|m2", "12|A|1"]
    case .amount: ["VND|500|,|000", "KSh|3", "RM|20", "CO2", "VNX7"]
    case .exponent: ["100|m²", "km³", "x|²", "Nam|²"]
    case .dottedAbbreviation: ["TP.HCM", "PGS.TS", "T.V.D|.", "U.S", "Ph.D", "a.m|.", "vnexpress.net"]
    case .missingBlank: ["TP|.|Huế", "đồng|.|Theo", "Mr|.|Trung", "د|.|محمد"]
    case .possessive: ["Vietnam|'s", "Council|’s", "O'Brien"]
    case .proclitic:
      [
        "و|نائب", "ل|لجنة", "ل|لحزب", "و|ل|لجنة", "ب|المدينة", "ف|قال", "ك|مدينة", "س|يعقد", "ولد", "و|اللوجستيات",
        "والتر",
      ]
    case .arabicDigits: ["و|184", "ل|٥٠"]
    case .url: ["https://a.vn/x-1.html?b=c|,", "www.example.com/a|.", "(|http://a.b|)"]
    case .email: ["first.last-x@b-c.com.vn|."]
    case .hashtag: ["#ha_noi", "#|1"]
    case .handle: ["@nam", "@|5"]
    case .longSegment: [String(repeating: "a", count: Self.longestSegment) + "|aa"]
    }
  }

  /// The words that count as known in the examples of `proclitic`.
  public static let knownInExamples = [
    "نائب", "لجنة", "حزب", "مدينة", "ولد", "لد", "قال", "يعقد", "vnd", "ksh", "rm", "co",
  ]
}
