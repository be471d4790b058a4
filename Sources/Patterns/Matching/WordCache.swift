import Lexicon
import UnicodeText

/// What lexicons and rules know of the spellings that one worker has met: looked up once a spelling.
struct WordCache {
  private let vocabulary: Vocabulary
  private let lexicon: Lexicon
  /// What words without diacritics stand for, where a text leaves them out.
  private let bare: BareWords?
  private var starts: [Int32] = [0]
  private var words: [WordID] = []
  /// The nodes of the lexicon that a type's words lead to from the root, those that go on first in their stretch, and whether
  /// there are such.
  private var rootStarts: [Int32] = [0]
  private var roots: [Lexicon.Node] = []
  private var isOpen: [Bool] = []
  private var classes: [ClassID] = []

  init(_ vocabulary: Vocabulary, _ lexicon: Lexicon, _ bare: BareWords?) {
    self.vocabulary = vocabulary
    self.lexicon = lexicon
    self.bare = bare
  }

  /// Forgets all types; to be called whenever their table is reset.
  mutating func reset() {
    starts.removeSubrange(1...)
    words.removeAll(keepingCapacity: true)
    rootStarts.removeSubrange(1...)
    roots.removeAll(keepingCapacity: true)
    isOpen.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
  }

  /// A type with all the spellings that it is read as.
  func reading(of type: TokenType) -> TokenType {
    guard let bare, type.shape.contains(.latin), !type.shape.contains(.vietnameseMarked) else { return type }
    return type.adding(bare[type.key])
  }

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

  /// The words of a prepared type.
  func words(of id: TokenTypeID) -> ArraySlice<WordID> { words[self[id]] }

  @inline(__always)
  func word(at place: Int) -> WordID { words[place] }

  /// The lexicon's nodes that are a prepared type by itself.
  @inline(__always)
  func roots(of id: TokenTypeID) -> ArraySlice<Lexicon.Node> {
    roots[Int(rootStarts[Int(id.rawValue)])..<Int(rootStarts[Int(id.rawValue) + 1])]
  }

  /// Whether an entry goes on from one of them.
  @inline(__always)
  func hasOpenRoots(_ id: TokenTypeID) -> Bool { isOpen[Int(id.rawValue)] }

  @inline(never)
  private mutating func fill(to last: Int, _ types: TypeTable) {
    for index in (starts.count - 1)...last {
      let first = words.count
      let type = reading(of: types[TokenTypeID(Int32(truncatingIfNeeded: index))])
      words += type.keys.compactMap { vocabulary[$0] }
      starts.append(Int32(words.count))
      let nodes = words[first...].compactMap { lexicon.child(of: 0, by: $0) }
      let closed = nodes.filter { !lexicon.goesOn(from: $0) }
      isOpen.append(closed.count < nodes.count)
      roots += nodes.filter { lexicon.goesOn(from: $0) }
      roots += closed
      rootStarts.append(Int32(roots.count))
    }
  }
}
