import Foundation
import UnicodeText

/// Tone placement, composition and letters of Vietnamese, ligatures and full width.
extension Perturbation {
  private static let toneMarks: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

  private static func normalized(_ step: NormalizationStep) -> @Sendable (String) -> String {
    { Normalizer([step]).normalize(Text($0)).string }
  }

  /// Letters composed, their tone apart, as windows-1258 has them.
  private static func toneApart(_ scalar: Unicode.Scalar) -> String {
    let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
    guard let tone = parts.first(where: toneMarks.contains), parts.count > 1 else { return String(scalar) }
    let letter = String(String.UnicodeScalarView(parts.filter { $0 != tone })).precomposedStringWithCanonicalMapping
    return letter + String(tone)
  }

  /// The tone mark behind all letters of its syllable.
  private static func toneBehind(_ word: String) -> String {
    let parts = word.decomposedStringWithCanonicalMapping.unicodeScalars
    let tones = parts.filter(toneMarks.contains)
    guard let tone = tones.first, tones.count == 1, parts.first?.isASCII == true else { return word }
    return String(String.UnicodeScalarView(parts.filter { $0 != tone })) + String(tone)
  }

  static let latin: [Perturbation] = [
    each("NFD") { String($0.scalar).decomposedStringWithCanonicalMapping },
    each("NFC") { String($0.scalar).precomposedStringWithCanonicalMapping },
    each("NFKD") { String($0.scalar).decomposedStringWithCompatibilityMapping },
    each("NFKC") { String($0.scalar).precomposedStringWithCompatibilityMapping },
    each("NFC and NFD mixed") { place in
      place.random % 2 == 0 ? String(place.scalar).decomposedStringWithCanonicalMapping : String(place.scalar)
    },
    each("tone apart from its letter") { toneApart($0.scalar) },
    words("tone behind its syllable", toneBehind),
    words("old tone placement", normalized(.toneOld)),
    words("new tone placement", normalized(.toneNew)),
    map("eth", ["đ": "ð", "Đ": "Ð"]),
    each("full width") { place in
      (0x21...0x7E).contains(place.scalar.value)
        ? Unicode.Scalar(place.scalar.value + 0xFEE0).map { String($0) } ?? "" : String(place.scalar)
    },
    Perturbation(name: "Latin ligatures") { scalars in
      var result = Rewriting()
      var index = 0
      while index < scalars.count {
        let pair = index + 1 < scalars.count ? String(scalars[index]) + String(scalars[index + 1]) : ""
        if let ligature = ["ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"][pair] {
          result.append(ligature, from: index..<(index + 2))
          index += 2
        } else {
          result.append(String(scalars[index]), from: index..<(index + 1))
          index += 1
        }
      }
      return result
    },
  ]
}
