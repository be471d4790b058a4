import Lexicon
import UnicodeText

/// The atoms that ask how a word begins or ends, by the first and the last letter's byte: rules ask for hundreds of affixes, of
/// which a word has a few.
struct AffixIndex {
  private struct Affix {
    var letters: [UInt8]
    var atom: Int
  }

  private var beginnings: [[Affix]] = Array(repeating: [], count: 256)
  private var ends: [[Affix]] = Array(repeating: [], count: 256)

  /// The index of the atoms of a table.
  init(_ predicates: PredicateTable) {
    predicates.eachAffix { number in
      switch predicates.atom(number) {
      case .begins(let letters):
        if let first = letters.utf8.first {
          beginnings[Int(first)].append(Affix(letters: Array(letters.utf8), atom: number))
        }
      case .ends(let letters):
        if let last = letters.utf8.last { ends[Int(last)].append(Affix(letters: Array(letters.utf8), atom: number)) }
      default: break
      }
    }
  }

  /// Calls `body` with the atoms that hold of a word's key.
  func each(of key: [UInt8], _ body: (Int) -> Void) {
    guard let first = key.first, let last = key.last else { return }
    for affix in beginnings[Int(first)] where key.starts(with: affix.letters) { body(affix.atom) }
    for affix in ends[Int(last)] where key.suffix(affix.letters.count).elementsEqual(affix.letters) { body(affix.atom) }
  }
}
