import Lexicon
import UnicodeText

/// What lexicons and rules know of the spellings that one worker has met: looked up once a spelling.
struct WordCache {
  private let vocabulary: Vocabulary
  private var starts: [Int32] = [0]
  private var words: [WordID] = []
  private var classes: [ClassID] = []

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The class of a type, nil where it has not been asked before.
  @inline(__always)
  func tokenClass(of id: TokenTypeID) -> ClassID? {
    let index = Int(id.rawValue)
    guard index < classes.count, classes[index].rawValue >= 0 else { return nil }
    return classes[index]
  }

  mutating func set(_ tokenClass: ClassID, of id: TokenTypeID) {
    let missing = Int(id.rawValue) + 1 - classes.count
    if missing > 0 { classes += repeatElement(ClassID(rawValue: -1), count: missing) }
    classes[Int(id.rawValue)] = tokenClass
  }

  /// Makes `self[id]` known.
  @inline(__always)
  mutating func prepare(_ id: TokenTypeID, _ types: TypeTable) {
    if Int(id.rawValue) >= starts.count - 1 { fill(to: Int(id.rawValue), types) }
  }

  /// The places in `word(at:)` of the words that the spellings of a prepared type fold to.
  @inline(__always)
  subscript(id: TokenTypeID) -> Range<Int> {
    Int(starts[Int(id.rawValue)])..<Int(starts[Int(id.rawValue) + 1])
  }

  @inline(__always)
  func word(at place: Int) -> WordID { words[place] }

  @inline(never)
  private mutating func fill(to last: Int, _ types: TypeTable) {
    for index in (starts.count - 1)...last {
      words += types[TokenTypeID(Int32(truncatingIfNeeded: index))].keys.compactMap { vocabulary[$0] }
      starts.append(Int32(words.count))
    }
  }
}
