import Lexicon
import Patterns
import UnicodeText
import VNExtract

/// The zero-width space, which is a blank between words and nothing inside one.
///
/// Only words that are known tell which it is, so two places are left out: between words of which one is not known, or
/// which together are a word, the blank stays; inside a word of which one part is a word itself none is put.
extension Perturbation {
  private static let vocabulary = Extractor().languages.vocabulary

  private static func isKnown(_ word: some Collection<Unicode.Scalar>) -> Bool {
    word.count > 1 && vocabulary[FoldedKey(folding: String(String.UnicodeScalarView(word)))] != nil
  }

  /// The letters up to a place, and from it on.
  private static func words(_ scalars: [Unicode.Scalar], before end: Int, behind start: Int)
    -> (left: ArraySlice<Unicode.Scalar>, right: ArraySlice<Unicode.Scalar>)
  {
    let left = scalars[..<end].reversed().prefix(while: { isWord($0) }).count
    let right = scalars[start...].prefix(while: { isWord($0) }).count
    return (scalars[(end - left)..<end], scalars[start..<(start + right)])
  }

  private static func write(
    _ name: String, _ change: @escaping @Sendable ([Unicode.Scalar], Int, Int) -> String?
  ) -> Perturbation {
    Perturbation(name: name) { scalars in
      var result = Rewriting()
      var state: UInt64 = 5
      for (index, scalar) in scalars.enumerated() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        result.append(change(scalars, index, Int(state >> 40)) ?? String(scalar), from: index..<(index + 1))
      }
      return result
    }
  }

  static let zeroWidth: [Perturbation] = [
    write("zero-width spaces for blanks") { scalars, index, random in
      guard scalars[index] == " ", random % 3 == 0 else { return nil }
      let (left, right) = words(scalars, before: index, behind: index + 1)
      return isKnown(left) && isKnown(right) && !isKnown(left + right) ? "\u{200B}" : nil
    },
    write("zero-width spaces inside words") { scalars, index, random in
      guard random % 6 == 0, isWord(scalars[index]), index + 1 < scalars.count, isWord(scalars[index + 1]) else {
        return nil
      }
      let (left, right) = words(scalars, before: index + 1, behind: index + 1)
      return isKnown(left) || isKnown(right) ? nil : "\(scalars[index])\u{200B}"
    },
  ]
}
