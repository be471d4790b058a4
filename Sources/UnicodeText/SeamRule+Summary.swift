extension SeamRule {
  /// Whether the rule joins what ICU's word rules cut; else it cuts what they join.
  public var joins: Bool {
    switch self {
    case .exponent, .dottedAbbreviation, .url, .email, .hashtag, .handle: true
    case .numericCluster, .digitsThenLetters, .amount, .missingBlank, .possessive, .proclitic, .arabicDigits,
      .longSegment:
      false
    }
  }

  /// Why a token begins or ends at such a seam, in a line.
  public var summary: String {
    switch self {
    case .numericCluster: "digits are cut from every sign beside them"
    case .digitsThenLetters: "digits first, then letters: cut at each change"
    case .amount: "a known word, such as a currency's code, is cut from the digits of an amount"
    case .exponent: "a superscript 2 or 3 belongs to the unit of length before it"
    case .dottedAbbreviation: "a full stop inside letters joins an abbreviation or a host's name"
    case .missingBlank: "a full stop before a capitalized word ends a sentence or an abbreviation"
    case .possessive: "the possessive ending is a token"
    case .proclitic: "a proclitic is cut where the remainder is a known word and the whole is not"
    case .arabicDigits: "Arabic letters are cut from the digits glued to them"
    case .url: "an address is one token"
    case .email: "an e-mail address is one token"
    case .hashtag: "a hashtag is one token"
    case .handle: "a handle is one token"
    case .longSegment: "a segment of more than \(Self.longestSegment) bytes is cut"
    }
  }
}
