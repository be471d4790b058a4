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
    /// Hook above (hỏi).
    case dipping
    /// Tilde (ngã).
    case creaky
    /// Dot below (nặng).
    case heavy
  }

  /// The consonants before the vowels, lower case, empty where there are none; `qu` and `gi` count as consonants.
  public let onset: String
  /// The vowels and the consonants after them, lower case, without tone.
  public let rime: String
  /// The tone, `level` where the spelling is without diacritics.
  public let tone: Tone
  /// Whether the spelling is right only if read as one whose diacritics were left out.
  public let isBare: Bool

  /// Takes a folded spelling apart; nil where it is no Vietnamese syllable.
  ///
  /// Constant time.
  public init?(_ key: FoldedKey) {
    guard key.bytes.count <= 16 else { return nil }
    var letters = String.UnicodeScalarView()
    var tone = Tone.level
    var hasTone = false
    for scalar in String(decoding: key.bytes, as: UTF8.self).unicodeScalars {
      if let mark = Self.tone(of: scalar) {
        if hasTone { return nil }
        tone = mark
        hasTone = true
      } else if hasTone {
        return nil
      } else {
        letters.append(scalar)
      }
    }
    let body = String(letters)
    guard let split = Self.split(body) else { return nil }
    onset = split.onset
    rime = split.rime
    self.tone = tone
    let isStopped = VietnameseRimes.stops.contains { split.rime.hasSuffix($0) }
    let isMarked = hasTone || key.bytes.contains { $0 >= 0x80 }
    if isMarked {
      // A syllable closed by a stop has the rising or the heavy tone only.
      guard VietnameseRimes.all.contains(split.rime) else { return nil }
      if isStopped && hasTone && tone != .rising && tone != .heavy { return nil }
      isBare = false
    } else {
      guard VietnameseRimes.bare.contains(split.rime) else { return nil }
      isBare = isStopped || !VietnameseRimes.all.contains(split.rime)
    }
  }

  static func tone(of scalar: Unicode.Scalar) -> Tone? {
    switch scalar.value {
    case 0x300: .falling
    case 0x301: .rising
    case 0x309: .dipping
    case 0x303: .creaky
    case 0x323: .heavy
    default: nil
    }
  }

  /// Cuts the longest onset after which a rime follows; spelling rules of c/k, g/gh, ng/ngh are kept.
  private static func split(_ body: String) -> (onset: String, rime: String)? {
    for onset in VietnameseRimes.onsets where body.hasPrefix(onset) {
      let rime = String(body.dropFirst(onset.count))
      guard let first = rime.first, VietnameseRimes.bare.contains(rime) || VietnameseRimes.all.contains(rime) else {
        continue
      }
      let isFront = first == "e" || first == "ê" || first == "i" || first == "y"
      switch onset {
      case "gh", "ngh", "k": if !isFront { continue }
      case "c", "g", "ng": if isFront && !(onset == "g" && first == "i") { continue }
      case "gi": if first == "y" || rime.hasPrefix("i") { continue }
      default: break
      }
      return (onset, rime)
    }
    return nil
  }
}
