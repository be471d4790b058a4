/// Words counted by script, and those that speak for each language.
struct WordTally {
  /// The scripts that are told apart.
  enum Script: Int { case latin, arabic, other }

  /// Words of each script.
  private(set) var words = [0, 0, 0]
  /// Words that are frequent in a language or have one of its letters outside ASCII.
  private(set) var strong: [Int]
  /// Words that have one of its letters of ASCII.
  private(set) var weak: [Int]
  /// Latin words that are syllables of Vietnamese, with or without diacritics.
  private(set) var syllables = 0

  init(languages: Int) {
    strong = [Int](repeating: 0, count: languages)
    weak = strong
  }

  /// Counts the words of valid UTF-8: runs of letters, marks and ignorable characters.
  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ evidence: LanguageEvidence) {
    // Presentation forms, ligatures and full-width letters speak as the letters they stand for.
    if bytes.contains(where: { $0 == 0xEF }) {
      let plain = ICUDoor.normalize(Array(bytes), .nfkc)
      return plain.withUnsafeBufferPointer { countComposed($0, evidence) }
    }
    countComposed(bytes, evidence)
  }

  private mutating func countComposed(_ bytes: UnsafeBufferPointer<UInt8>, _ evidence: LanguageEvidence) {
    let table = CharacterTable.shared
    var hash = LanguageEvidence.emptyHash
    var letters: UInt64 = 0
    var ascii: UInt64 = 0
    var script: Script?
    var index = 0
    var start = 0
    while index < bytes.count {
      let place = index
      let value = Self.scalar(bytes, &index)
      let entry = Unicode.Scalar(value).flatMap { table[$0] }
      let characterClass = entry?.characterClass ?? Unicode.Scalar(value).map { CharacterClass($0) } ?? .other
      switch characterClass {
      case .upper, .lower, .caseless, .mark:
        if script == nil {
          script = Self.script(value)
          start = place
        }
        hash = LanguageEvidence.add(value, entry, to: hash)
        if value >= 0x80 {
          letters |= evidence.languages(ofLetter: value)
        } else {
          ascii |= evidence.languages(ofLetter: value)
        }
      case .ignorable, .zeroWidthSpace: continue
      default:
        if let found = script {
          add(found, evidence.languages(ofWord: hash) | letters, ascii)
          if found == .latin, Self.isSyllable(bytes[start..<place]) { syllables += 1 }
        }
        hash = LanguageEvidence.emptyHash
        (letters, ascii, script) = (0, 0, nil)
      }
    }
    if let found = script {
      add(found, evidence.languages(ofWord: hash) | letters, ascii)
      if found == .latin, Self.isSyllable(bytes[start...]) { syllables += 1 }
    }
  }

  private static func isSyllable(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count <= 24 && VietnameseSyllable(FoldedKey(bytes: Folding.fold(Array(word)))) != nil
  }

  /// Counts one more syllable.
  mutating func addSyllable() { syllables += 1 }

  /// Counts one word that speaks for some languages.
  @inline(__always)
  mutating func add(_ script: Script, _ strongMask: UInt64, _ weakMask: UInt64) {
    words[script.rawValue] += 1
    Self.add(strongMask, &strong)
    Self.add(weakMask & ~strongMask, &weak)
  }

  @inline(__always)
  private static func add(_ mask: UInt64, _ counts: inout [Int]) {
    var rest = mask
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  private static func script(_ value: UInt32) -> Script {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    return Characters.isLatin(scalar) ? .latin : Characters.isArabic(scalar) ? .arabic : .other
  }

  /// The character at an index of valid UTF-8, moving past it.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let lead = UInt32(bytes[index])
    if lead < 0x80 {
      index &+= 1
      return lead
    }
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count &- index)
    var value = lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index &+ offset] & 0x3F) }
    index &+= max(1, length)
    return value
  }
}
