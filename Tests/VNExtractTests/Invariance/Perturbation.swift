import Foundation
import Testing
import UnicodeText

/// A way to write the words of a text otherwise.
struct Perturbation: CustomTestStringConvertible, Sendable {
  /// What one place of a text looks like to a perturbation.
  struct Place {
    let previous: Unicode.Scalar?
    let scalar: Unicode.Scalar
    let next: Unicode.Scalar?
    /// A number that is the same in every run.
    let random: Int
  }

  let name: String
  /// The text written otherwise.
  let rewrite: @Sendable ([Unicode.Scalar]) -> Rewriting

  var testDescription: String { name }

  /// Writes each character by itself.
  static func each(_ name: String, _ write: @escaping @Sendable (Place) -> String) -> Perturbation {
    Perturbation(name: name) { scalars in
      var result = Rewriting()
      var state: UInt64 = 5
      for (index, scalar) in scalars.enumerated() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Place(
          previous: index > 0 ? scalars[index - 1] : nil, scalar: scalar,
          next: index + 1 < scalars.count ? scalars[index + 1] : nil, random: Int(state >> 40))
        result.append(write(place), from: index..<(index + 1))
      }
      return result
    }
  }

  /// Puts one of some characters behind one in `rarity` of those places that `accepts`.
  static func sprinkle(
    _ name: String, _ signs: [String], rarity: Int, _ accepts: @escaping @Sendable (Place) -> Bool
  ) -> Perturbation {
    each(name) { place in
      let isChosen = accepts(place) && place.random % rarity == 0
      return String(place.scalar) + (isChosen ? signs[place.random / rarity % signs.count] : "")
    }
  }

  /// Writes some characters as others.
  static func map(_ name: String, _ table: [Unicode.Scalar: String]) -> Perturbation {
    each(name) { table[$0.scalar] ?? String($0.scalar) }
  }

  /// Writes each run of letters and marks by itself.
  static func words(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Perturbation {
    Perturbation(name: name) { scalars in
      var result = Rewriting()
      var index = 0
      while index < scalars.count {
        var end = index + 1
        if isWord(scalars[index]) {
          while end < scalars.count, isWord(scalars[end]) { end += 1 }
        }
        let word = String(String.UnicodeScalarView(scalars[index..<end]))
        let written = write(word)
        if written.unicodeScalars.count == end - index {
          for (offset, scalar) in written.unicodeScalars.enumerated() {
            result.append(String(scalar), from: (index + offset)..<(index + offset + 1))
          }
        } else {
          result.append(written, from: index..<end)
        }
        index = end
      }
      return result
    }
  }

  /// Whether a character is a letter or a mark.
  static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }
}

/// A text written otherwise, and the characters of the source each of its characters stands for.
struct Rewriting {
  private(set) var text = ""
  private(set) var sources: [Range<Int>] = []

  mutating func append(_ piece: String, from source: Range<Int>) {
    text.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    sources += Array(repeating: source, count: piece.unicodeScalars.count)
    pieces += Array(repeating: source, count: source.count)
  }

  /// The piece that each character of the source went into.
  private var pieces: [Range<Int>] = []

  /// A stretch of the source, with all of the pieces that it begins and ends in: of a ligature no part can be told apart.
  func widened(_ range: Range<Int>) -> Range<Int> {
    pieces[range.lowerBound].lowerBound..<pieces[range.upperBound - 1].upperBound
  }

  /// The stretch of the source that a stretch of the text stands for.
  func source(of range: Range<Int>) -> Range<Int> {
    sources[range.lowerBound].lowerBound..<sources[range.upperBound - 1].upperBound
  }
}
