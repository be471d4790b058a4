/// The frequent words and marking letters of several languages, for one look-up a word and one a letter.
struct LanguageEvidence: Sendable {
  /// Hashes of words, 0 in an empty place, and the languages that have them, one bit each.
  private var hashes: [UInt64]
  private var languages: [UInt64]
  /// The languages of each letter of `CharacterTable`'s ranges.
  private var letters: [UInt64]

  init(_ profiles: [LanguageProfile]) {
    let size = max(64, profiles.reduce(0) { $0 + $1.words.count } * 8)
    let capacity = 1 << (Int.bitWidth - size.leadingZeroBitCount)
    hashes = [UInt64](repeating: 0, count: capacity)
    languages = [UInt64](repeating: 0, count: capacity)
    letters = [UInt64](repeating: 0, count: 0x900)
    for (index, profile) in profiles.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      for word in profile.words {
        for form in [ICUDoor.Form.nfc, .nfd] { addWord(ICUDoor.normalize(Array(word.utf8), form), bit) }
      }
      for letter in profile.letters {
        for form in [letter.properties.lowercaseMapping, letter.properties.uppercaseMapping] {
          for scalar in form.unicodeScalars { addLetter(scalar, bit) }
          // Of a decomposed letter only the mark tells the language.
          let parts = String(decoding: ICUDoor.normalize(Array(form.utf8), .nfd), as: UTF8.self).unicodeScalars
          for mark in parts where Characters.isMark(mark) { addLetter(mark, bit) }
        }
      }
    }
  }

  private mutating func addWord(_ word: [UInt8], _ bit: UInt64) {
    var hash = Self.emptyHash
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      hash = Self.add(scalar.value, CharacterTable.shared[scalar], to: hash)
    }
    var place = Int(truncatingIfNeeded: hash >> 32) & (hashes.count - 1)
    while hashes[place] != 0 && hashes[place] != hash { place = (place + 1) & (hashes.count - 1) }
    hashes[place] = hash
    languages[place] |= bit
  }

  private mutating func addLetter(_ scalar: Unicode.Scalar, _ bit: UInt64) {
    if let place = Self.place(scalar.value) { letters[place] |= bit }
  }

  @inline(__always)
  private static func place(_ value: UInt32) -> Int? {
    value < 0x700 ? Int(value) : value >= 0x1E00 && value < 0x2000 ? Int(value) - 0x1E00 + 0x700 : nil
  }

  /// The hash of a word without letters.
  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word with one more letter (FNV-1a over folded letters and their tones).
  @inline(__always)
  static func add(_ value: UInt32, _ entry: CharacterTable.Entry?, to hash: UInt64) -> UInt64 {
    let letter = entry.map { $0.isHard ? value : $0.bits & 0x7FFFF } ?? value
    return letter == 0 ? hash : (hash ^ UInt64(letter)) &* 0x100_0000_01B3
  }

  /// The languages that have a word among their frequent ones.
  @inline(__always)
  func languages(ofWord hash: UInt64) -> UInt64 {
    var place = Int(truncatingIfNeeded: hash >> 32) & (hashes.count &- 1)
    while hashes[place] != 0 {
      if hashes[place] == hash { return languages[place] }
      place = (place &+ 1) & (hashes.count &- 1)
    }
    return 0
  }

  /// The languages that a letter marks.
  @inline(__always)
  func languages(ofLetter value: UInt32) -> UInt64 { Self.place(value).map { letters[$0] } ?? 0 }
}
