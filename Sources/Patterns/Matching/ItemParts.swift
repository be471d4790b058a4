import Lexicon
import UnicodeText

/// What the class of a token or a longer entry rests on: how it is written, the words and affixes among those that rules name,
/// and its entries' senses with the features that rules ask of them.
///
/// Thousands of spellings share the little that rules ask of each part: its atoms are worked out once.
struct ItemParts {
  /// What follows of how a token is written: the atoms that hold, and what they say of all tests that ask nothing else.
  struct Writing {
    fileprivate(set) var atoms: [Int] = []
    /// The words of a set, by their place, in which tests hold by these atoms alone, and those in which tests fail.
    fileprivate(set) var holding: [(place: Int, bits: UInt64)] = []
    fileprivate(set) var failing: [(place: Int, bits: UInt64)] = []
  }

  private let predicates: PredicateTable
  private let lexicon: Lexicon
  private let affixes: AffixIndex
  /// The features that rules ask of each sense of the lexicon, by their numbers; nil where no rule asks for the sense.
  private let askedFeatures: [ImageLists.List?]
  /// The atoms asked so far.
  private var atoms: [Atom?]
  private var writings: [Writing] = []
  private var writingNumbers = PlaceTable<UInt64>()
  /// The senses of entries with the features that are asked, and the atoms that hold of each.
  private var entryKeys = StateTable()
  private var entryAtoms: [[Int]] = []
  private var entryKey: [Int32] = []
  /// About how many bytes all lists take.
  private var listBytes = 0

  init(_ predicates: PredicateTable, _ lexicon: Lexicon) {
    self.predicates = predicates
    self.lexicon = lexicon
    affixes = AffixIndex(predicates)
    atoms = Array(repeating: nil, count: predicates.atomCount)
    askedFeatures = lexicon.senses.map { predicates.askedFeatures(ofSense: $0) }
  }

  /// About how many bytes it takes.
  var byteCount: Int { entryKeys.byteCount + writingNumbers.byteCount + listBytes }

  /// How a token is written, by its number.
  func writing(_ number: Int32) -> Writing { writings[Int(number)] }

  /// The atoms that hold of an entry, by the number of what rules ask of it.
  func atoms(ofEntry number: Int32) -> [Int] { entryAtoms[Int(number)] }

  /// An atom, made once.
  mutating func atom(_ number: Int) -> Atom {
    if let known = atoms[number] { return known }
    let atom = predicates.atom(number)
    atoms[number] = atom
    return atom
  }

  /// The number of how a token is written.
  mutating func number(of type: TokenType) -> Int32 {
    let key = PlaceTable.pair(Int32(type.kind.rawValue), Int32(bitPattern: type.shape.rawValue))
    if let known = writingNumbers[key] { return known }
    let number = Int32(truncatingIfNeeded: writings.count)
    let writing = makeWriting(type)
    writings.append(writing)
    listBytes += 100 + writing.atoms.count * 8 + (writing.holding.count + writing.failing.count) * 16
    writingNumbers.insert(key, number)
    return number
  }

  /// Calls `body` with the atoms that hold of a word by how it begins or ends.
  func eachAffix(of type: TokenType, _ body: (Int) -> Void) {
    if type.kind == .word { affixes.each(of: type.key.bytes, body) }
  }

  /// The number of what rules ask of an entry; nil where they ask nothing.
  mutating func number(ofEntry entry: Int) -> Int32? {
    let sense = lexicon.sense(of: entry)
    guard let asked = askedFeatures[sense] else { return nil }
    entryKey.removeAll(keepingCapacity: true)
    entryKey.append(Int32(truncatingIfNeeded: sense))
    if !asked.isEmpty {
      lexicon.forEachFeature(of: entry) { feature, value in
        if asked.contains(feature) {
          entryKey.append(Int32(truncatingIfNeeded: feature))
          entryKey.append(Int32(truncatingIfNeeded: value))
        }
      }
    }
    let (number, isNew) = entryKeys.insert(entryKey)
    if isNew {
      let item = Item(entries: [lexicon.entry(entry)])
      var held: [Int] = []
      predicates.eachAtom(ofSense: lexicon.senses[sense]) { if item.holds(atom($0)) { held.append($0) } }
      entryAtoms.append(held)
      listBytes += 40 + held.count * 8
    }
    return number
  }

  private func makeWriting(_ type: TokenType) -> Writing {
    var writing = Writing()
    predicates.eachAtom(ofShapeOf: type) { writing.atoms.append($0) }
    var (holding, failing) = ([Int: UInt64](), [Int: UInt64]())
    for atom in writing.atoms {
      // What such an atom is the rarest of asks for nothing but how a token is written.
      for test in predicates.testsByMain[atom] where predicates.otherAtoms[test].allSatisfy(writing.atoms.contains) {
        holding[test >> 6, default: 0] |= 1 << UInt64(test & 63)
      }
      for test in predicates.testsByNegated[atom] { failing[test >> 6, default: 0] |= 1 << UInt64(test & 63) }
    }
    writing.holding = holding.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    writing.failing = failing.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return writing
  }
}
