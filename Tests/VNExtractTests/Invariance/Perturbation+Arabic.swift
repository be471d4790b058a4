import Foundation

/// Tatweel, vowel marks, alef, Persian letters, presentation forms, digits and signs of Arabic.
extension Perturbation {
  /// Letters that do not join to the one behind them.
  private static let unjoined = Set("ءآأؤإاةدذرزوى".unicodeScalars)

  static func isArabic(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x620...0x64A).contains($0.value) && $0.value != 0x640 } ?? false
  }

  private static func joins(_ place: Place) -> Bool {
    isArabic(place.scalar) && isArabic(place.next) && place.next != "ء" && !unjoined.contains(place.scalar)
  }

  /// A vowel mark, at times with shadda, at a word's end at times with nunation.
  private static func vowel(_ place: Place) -> String {
    if place.random % 6 == 0 { return "\u{651}" + ["\u{64E}", "\u{64F}", "\u{650}"][place.random / 6 % 3] }
    let marks = ["\u{64E}", "\u{64F}", "\u{650}", "\u{652}", "\u{64B}", "\u{64C}", "\u{64D}"]
    return marks[place.random / 6 % (isArabic(place.next) ? 4 : 7)]
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x30...0x39).contains($0.value) } ?? false
  }

  /// Digits of another script, and with `signs` the signs that go with them.
  private static func digits(_ name: String, zero: UInt32, signs: Bool) -> Perturbation {
    each(name) { place in
      if isDigit(place.scalar) { return Unicode.Scalar(place.scalar.value - 0x30 + zero).map { String($0) } ?? "" }
      if signs {
        if place.scalar == "%" { return "٪" }
        if isDigit(place.previous), isDigit(place.next) {
          if place.scalar == "." { return "٫" }
          if place.scalar == "," { return "٬" }
        }
      }
      return String(place.scalar)
    }
  }

  static let arabic: [Perturbation] = [
    sprinkle("tatweel at random", ["ـ", "ــ", "ـــ"], rarity: 5, joins),
    sprinkle("tatweel everywhere", ["ـ"], rarity: 1, joins),
    each("full harakat") { String($0.scalar) + (isArabic($0.scalar) ? vowel($0) : "") },
    each("some harakat") { String($0.scalar) + (isArabic($0.scalar) && $0.random % 4 == 0 ? vowel($0) : "") },
    map("alef without hamza", ["أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا"]),
    each("alef wasla") { $0.scalar == "ا" && !isArabic($0.previous) ? "ٱ" : String($0.scalar) },
    map("Persian letters", ["ك": "ک", "ي": "ی"]),
    each("Persian letters at random") { place in
      place.random % 2 == 0 ? ["ك": "ک", "ي": "ی"][place.scalar] ?? String(place.scalar) : String(place.scalar)
    },
    Perturbation(name: "presentation forms") { PresentationForms.write($0, ligatures: false) },
    Perturbation(name: "presentation forms with ligatures") { PresentationForms.write($0, ligatures: true) },
    digits("Arabic-Indic digits", zero: 0x660, signs: false), digits("Persian digits", zero: 0x6F0, signs: false),
    digits("Arabic-Indic digits and signs", zero: 0x660, signs: true),
    digits("full-width digits", zero: 0xFF10, signs: false),
    each("Arabic commas") { place in
      if isDigit(place.previous) && isDigit(place.next) { return String(place.scalar) }
      return [",": "،", ";": "؛", "?": "؟"][place.scalar] ?? String(place.scalar)
    },
    map("Latin commas", ["،": ",", "؛": ";", "؟": "?"]),
  ]
}

/// The letters of Arabic in the form that their place in the word gives them (Unicode, blocks Arabic Presentation Forms).
enum PresentationForms {
  private enum Form: Int { case isolated, final, initial, medial }

  /// By letter: the first of its forms in the order isolated, final, initial, medial, and how many it has.
  private static let forms: [Unicode.Scalar: (first: UInt32, count: Int)] = {
    var forms: [Unicode.Scalar: (first: UInt32, count: Int)] = [:]
    for value in UInt32(0xFE80)...0xFEF4 {
      guard let form = Unicode.Scalar(value),
        let letter = String(form).precomposedStringWithCompatibilityMapping.unicodeScalars.first
      else { continue }
      forms[letter] = (forms[letter]?.first ?? value, (forms[letter]?.count ?? 0) + 1)
    }
    return forms
  }()

  /// The isolated forms of lam with the four alefs; the final one follows each.
  private static let ligatures: [Unicode.Scalar: UInt32] = ["آ": 0xFEF5, "أ": 0xFEF7, "إ": 0xFEF9, "ا": 0xFEFB]

  static func write(_ scalars: [Unicode.Scalar], ligatures withLigatures: Bool) -> Rewriting {
    var result = Rewriting()
    var index = 0
    var joinsBefore = false
    while index < scalars.count {
      let scalar = scalars[index]
      guard let known = forms[scalar] else {
        result.append(String(scalar), from: index..<(index + 1))
        if scalar.value == 0x640 {
          joinsBefore = true
        } else if scalar.properties.generalCategory != .nonspacingMark {
          joinsBefore = false
        }
        index += 1
        continue
      }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if withLigatures, scalar == "ل", let next, let ligature = ligatures[next],
        let form = Unicode.Scalar(ligature + (joinsBefore ? 1 : 0))
      {
        result.append(String(form), from: index..<(index + 2))
        joinsBefore = false
        index += 2
        continue
      }
      // A letter of two forms joins only to the one before it.
      let joined = scalars[(index + 1)...].first { $0.properties.generalCategory != .nonspacingMark }
      let joinsBehind = known.count == 4 && (joined?.value == 0x640 || (joined.flatMap { forms[$0] }?.count ?? 0) > 1)
      let form: Form =
        joinsBefore && known.count > 1
        ? (joinsBehind ? .medial : .final) : (joinsBehind ? .initial : .isolated)
      result.append(
        Unicode.Scalar(known.first + UInt32(form.rawValue)).map { String($0) } ?? "", from: index..<(index + 1))
      joinsBefore = joinsBehind
      index += 1
    }
    return result
  }
}
