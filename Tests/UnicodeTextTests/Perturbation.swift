@testable import UnicodeText

/// A way of writing the same text differently.
struct Perturbation: CustomStringConvertible, Sendable {
  let description: String
  let apply: @Sendable (String) -> String

  /// A zero-width space inside a word is a blank where both sides are words: only known words tell.
  var isAmbiguous: Bool { description == "zero-width space in words" }

  /// Replaces characters one by one.
  private static func map(_ name: String, _ change: @escaping @Sendable (Unicode.Scalar) -> String) -> Perturbation {
    Perturbation(description: name) { text in text.unicodeScalars.map(change).joined() }
  }

  /// Puts a character behind every third character that `accepts` it.
  private static func sprinkle(
    _ name: String, _ sign: String, _ accepts: @escaping @Sendable (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> Perturbation {
    Perturbation(description: name) { text in
      let scalars = Array(text.unicodeScalars)
      var result = String.UnicodeScalarView()
      for (index, scalar) in scalars.enumerated() {
        result.append(scalar)
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if index % 3 == 1 && accepts(scalar, next) { result.append(contentsOf: sign.unicodeScalars) }
      }
      return String(result)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { Characters.isLetter(scalar) }
  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) && Characters.isArabic(scalar) }

  private static func normalized(_ name: String, _ form: ICUDoor.Form) -> Perturbation {
    Perturbation(description: name) { String(decoding: ICUDoor.normalize(Array($0.utf8), form), as: UTF8.self) }
  }

  /// For all languages.
  static let common: [Perturbation] = [
    normalized("NFD", .nfd), normalized("NFC", .nfc),
    sprinkle("left-to-right mark", "\u{200E}") { _, _ in true },
    sprinkle("right-to-left mark", "\u{200F}") { _, _ in true },
    sprinkle("soft hyphen", "\u{AD}") { _, _ in true },
    sprinkle("byte order mark", "\u{FEFF}") { _, _ in true },
    sprinkle("word joiner", "\u{2060}") { _, _ in true },
    sprinkle("zero-width space in words", "\u{200B}") { isLetter($0) && isLetter($1) },
    sprinkle("zero-width space at blanks", "\u{200B}") { $0 == " " || $1 == " " },
    map("no-break space") { $0 == " " ? "\u{A0}" : String($0) },
    map("doubled space") { $0 == " " ? "  " : String($0) },
    map("CRLF") { $0 == "\n" ? "\r\n" : String($0) },
    map("curly apostrophe") { $0 == "'" ? "’" : String($0) },
    map("en dash") { $0 == "-" ? "–" : String($0) }, map("no-break hyphen") { $0 == "-" ? "\u{2011}" : String($0) },
    map("minus") { $0 == "-" ? "\u{2212}" : String($0) }, map("em dash") { $0 == "-" ? "—" : String($0) },
    Perturbation(description: "curly quotes") { text in
      var isOpen = false
      return text.map { character in
        if character != "\"" { return String(character) }
        isOpen.toggle()
        return isOpen ? "“" : "”"
      }.joined()
    },
    map("full-width digits") { scalar in
      (0x30...0x39).contains(scalar.value)
        ? Unicode.Scalar(scalar.value + 0xFEE0).map { String($0) } ?? "" : String(scalar)
    },
  ]

  /// For Arabic.
  static let arabic: [Perturbation] = [
    sprinkle("tatweel", "\u{640}") { isArabic($0) && isArabic($1) },
    sprinkle("fatha", "\u{64E}") { scalar, _ in isArabic(scalar) },
    sprinkle("shadda and kasra", "\u{651}\u{650}") { scalar, _ in isArabic(scalar) },
    map("alef without hamza") { "أإآ".unicodeScalars.contains($0) ? "ا" : String($0) },
    map("Persian kaf") { $0 == "ك" ? "ک" : String($0) }, map("Persian ya") { $0 == "ي" ? "ی" : String($0) },
    map("Arabic-Indic digits") { scalar in
      (0x30...0x39).contains(scalar.value)
        ? Unicode.Scalar(scalar.value + 0x630).map { String($0) } ?? "" : String(scalar)
    },
    map("Persian digits") { scalar in
      (0x30...0x39).contains(scalar.value)
        ? Unicode.Scalar(scalar.value + 0x6C0).map { String($0) } ?? "" : String(scalar)
    },
    Perturbation(description: "presentation forms") { text in
      var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
      for value in UInt32(0xFE80)...0xFEF4 {
        guard let form = Unicode.Scalar(value) else { continue }
        let letter = ICUDoor.normalize(Array(String(form).utf8), .nfkc)
        if let scalar = String(decoding: letter, as: UTF8.self).unicodeScalars.first { forms[scalar] = form }
      }
      return text.unicodeScalars.map { String(forms[$0] ?? $0) }.joined()
    },
  ]

  /// For Vietnamese.
  static let vietnamese: [Perturbation] = [
    Perturbation(description: "old tone placement") { text in
      [("hoà", "hòa"), ("uỷ", "ủy"), ("Uỷ", "Ủy"), ("thuý", "thúy"), ("khoẻ", "khỏe")].reduce(text) { text, pair in
        text.replacing(pair.0, with: pair.1)
      }
    },
    map("eth") { $0 == "đ" ? "ð" : $0 == "Đ" ? "Ð" : String($0) },
    Perturbation(description: "tone before quality mark") { text in
      // Vowel, tone, then circumflex or breve or horn: no normalization form puts them in order.
      let decomposed = String(decoding: ICUDoor.normalize(Array(text.utf8), .nfd), as: UTF8.self).unicodeScalars
      var scalars = Array(decomposed)
      for index in scalars.indices.dropLast()
      where [0x302, 0x306].contains(scalars[index].value) && Folding.tone(scalars[index + 1].value) != nil {
        scalars.swapAt(index, index + 1)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    },
  ]
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
