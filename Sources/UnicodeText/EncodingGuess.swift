/// Guesses the encoding of bytes: byte order marks, then UTF-8, UTF-16 and UTF-32 by their form, then the single-byte
/// encodings by the words they make of the text.
enum EncodingGuess {
  /// How many bytes are looked at where words must be weighed.
  private static let sample = 1 << 15

  /// The encoding; UTF-8 where nothing speaks for another.
  ///
  /// Deterministic and linear.
  static func guess(_ bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = wide(bytes) { return wide }
    if isUTF8(bytes) { return .utf8 }
    let sample = Array(bytes.prefix(Self.sample))
    var best = TextEncoding.utf8
    var bestScore = 0
    for encoding in [TextEncoding.windows1256, .windows1258, .tcvn3, .viscii, .iso88596] {
      let score = score(TextDecoder(encoding).decode(sample), encoding)
      if score > bestScore { (best, bestScore) = (encoding, score) }
    }
    return best
  }

  /// UTF-16 or UTF-32 without a mark: text has zero bytes, or bytes of one block, at every second or fourth place.
  private static func wide(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    var arabic = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() {
      zeros[index & 3] += byte == 0 ? 1 : 0
      arabic[index & 3] += byte == 6 ? 1 : 0
    }
    let quarter = sample.count / 4
    if zeros[3] == quarter && zeros[2] >= quarter - quarter / 8 { return .utf32LittleEndian }
    if zeros[0] == quarter && zeros[1] >= quarter - quarter / 8 { return .utf32BigEndian }
    let even = zeros[0] + zeros[2] + arabic[0] + arabic[2]
    let odd = zeros[1] + zeros[3] + arabic[1] + arabic[3]
    // Control characters hardly occur in other encodings; two bytes in five are enough.
    if even * 5 >= quarter * 4 && even > 4 * odd { return .utf16BigEndian }
    if odd * 5 >= quarter * 4 && odd > 4 * even { return .utf16LittleEndian }
    return nil
  }

  /// Whether there are no faults, or few beside the characters of several bytes.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let faults = Text(validating: bytes).malformed.count
    if faults == 0 { return true }
    let leads = bytes.count { $0 >= 0xC2 && $0 < 0xF5 }
    let trails = bytes.count { $0 & 0xC0 == 0x80 }
    return faults * 8 < min(leads, trails)
  }

  /// Words with letters outside ASCII that the encoding's script can spell, less twice those that it cannot.
  private static func score(_ text: Text, _ encoding: TextEncoding) -> Int {
    let isArabic = encoding == .windows1256 || encoding == .iso88596
    var score = -4 * text.malformed.count
    var word: [UInt8] = []
    var isSpecial = false
    func endWord() {
      if isSpecial { score += isPossible(word, isArabic: isArabic) ? 1 : -2 }
      word.removeAll(keepingCapacity: true)
      isSpecial = false
    }
    for scalar in text.string(text.span).unicodeScalars {
      switch CharacterClass(scalar) {
      case .upper, .lower, .caseless, .mark:
        word += Array(String(scalar).utf8)
        isSpecial = isSpecial || scalar.value >= 0x80
      case .other:
        // Controls beyond line ends and tabs.
        score -= 4
        endWord()
      case .symbol where scalar.value >= 0x80:
        score -= 1
        endWord()
      default: endWord()
      }
    }
    endWord()
    return score
  }

  private static func isPossible(_ word: [UInt8], isArabic: Bool) -> Bool {
    if !isArabic { return VietnameseSyllable(FoldedKey(bytes: Folding.fold(word))) != nil }
    let letters = Decoded(word)
    return letters.count > 1 && letters.indices.allSatisfy { Characters.isArabic(letters[$0].scalar) }
  }
}
