import Lexicon
import UnicodeText

/// The distinct item tests of a rule set, with an index of which of them can hold of an item; read where they lie.
final class PredicateTable: Sendable {
  private let tests: ImageLists
  private let atoms: ImageLists
  /// The tests whose rarest positive atom is this one.
  let testsByMain: ImageLists
  /// The tests in which this atom is negated.
  let testsByNegated: ImageLists
  /// The positive atoms of a test beside its rarest one.
  let otherAtoms: ImageLists
  /// The tests without positive atoms.
  let negativeTests: ImageNumbers

  private let words: ImageNumbers
  private let atomsByWord: ImageLists
  private let senses: [String: Int]
  private let atomsBySense: ImageLists
  private let featuresBySense: ImageLists
  private let mentions: [String: Int]
  private let atomsByMention: ImageLists
  private let atomsByTrait: ImageLists
  private let strings: ImageStrings

  /// A compiled table, whose names are among `strings`.
  init(_ reader: inout ImageReader, _ strings: ImageStrings) {
    func names(_ numbers: ImageNumbers) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: (0..<numbers.count).map { (strings[numbers[$0]], $0) })
    }
    tests = reader.lists()
    atoms = reader.lists()
    testsByMain = reader.lists()
    testsByNegated = reader.lists()
    otherAtoms = reader.lists()
    negativeTests = reader.numbers()
    words = reader.numbers()
    atomsByWord = reader.lists()
    senses = names(reader.numbers())
    atomsBySense = reader.lists()
    featuresBySense = reader.lists()
    mentions = names(reader.numbers())
    atomsByMention = reader.lists()
    atomsByTrait = reader.lists()
    self.strings = strings
  }

  /// The number of tests.
  var count: Int { tests.count }

  /// The number of different atoms in the tests.
  var atomCount: Int { atoms.count }

  /// A test; made anew at each call.
  func test(_ number: Int) -> ItemTest {
    ItemTest(terms: tests[number].map { ItemTest.Term(atom: atom($0 >> 1), isNegated: $0 & 1 == 1) })
  }

  /// An atom; made anew at each call.
  func atom(_ number: Int) -> Atom {
    var stream = NumberStream(atoms[number])
    return Atom(&stream, strings)
  }

  /// Calls `body` with the atoms that can hold of a mention of some type.
  func eachAtom(ofMention type: String, _ body: (Int) -> Void) {
    if let number = mentions[type] { atomsByMention[number].forEach(body) }
  }

  /// Calls `body` with the atoms that can hold of an entry of some sense.
  func eachAtom(ofSense sense: String, _ body: (Int) -> Void) {
    if let number = senses[sense] { atomsBySense[number].forEach(body) }
  }

  /// The features that atoms ask of entries of some sense, by their place among `Feature.allCases`; nil where no atom asks for
  /// the sense.
  func askedFeatures(ofSense sense: String) -> ImageLists.List? { senses[sense].map { featuresBySense[$0] } }

  /// The atoms that ask for a word, by its place among the words.
  func atoms(ofWordAt place: Int) -> ImageLists.List { atomsByWord[place] }

  /// The place of a word among those that atoms ask for; nil where none does.
  func place(of word: WordID) -> Int? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < Int(word.rawValue) { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == Int(word.rawValue) ? low : nil
  }

  /// Calls `body` with the atoms that ask how a word begins or ends.
  func eachAffix(_ body: (Int) -> Void) { atomsByTrait[Self.wordTrait].forEach(body) }

  /// Calls `body` with the atoms that hold of a token because of its kind and shape.
  func eachAtom(ofShapeOf type: TokenType, _ body: (Int) -> Void) {
    for (number, shape) in ShapeTest.allCases.enumerated() where type.passes(shape) {
      atomsByTrait[number].forEach(body)
    }
    atomsByTrait[Self.anyTrait].forEach(body)
  }

  /// Calls `body` with the atoms that can hold of a number because of its value or its digits.
  func eachAtomOfNumbers(_ body: (Int) -> Void) { atomsByTrait[Self.numberTrait].forEach(body) }

  /// How many lists of atoms there are that ask neither for a word nor a sense nor a mention.
  static let traits = ShapeTest.allCases.count + 3

  private static let numberTrait = ShapeTest.allCases.count
  private static let wordTrait = numberTrait + 1
  private static let anyTrait = numberTrait + 2

  /// The list in which an atom stands.
  static func trait(_ atom: Atom) -> Int {
    switch atom {
    case .shape(let shape): ShapeTest.allCases.firstIndex(of: shape) ?? anyTrait
    case .number, .digits: numberTrait
    case .begins, .ends: wordTrait
    case .literal, .sense, .mention, .any: anyTrait
    }
  }
}

extension Atom {
  /// Reads an atom as `PredicatePool` writes it.
  fileprivate init(_ stream: inout NumberStream, _ strings: ImageStrings) {
    func features(_ stream: inout NumberStream) -> [FeatureTest] {
      (0..<stream.next()).map { _ in
        let name = strings[stream.next()]
        let isNegated = stream.next() == 1
        return FeatureTest(
          name: name, values: (0..<stream.next()).map { _ in strings[stream.next()] }, isNegated: isNegated)
      }
    }
    switch stream.next() {
    case 0: self = .literal(FoldedKey(bytes: Array(strings.bytes(stream.next()))))
    case 1:
      let name = strings[stream.next()]
      self = .sense(name, features(&stream))
    case 2: self = .shape(ShapeTest.allCases[stream.next()])
    case 3: self = .number(nil)
    case 4:
      let low = stream.next()
      self = .number(low...stream.next())
    case 5:
      let low = stream.next()
      self = .digits(low...stream.next())
    case 6:
      let name = strings[stream.next()]
      self = .mention(name, features(&stream))
    case 8: self = .begins(strings[stream.next()])
    case 9: self = .ends(strings[stream.next()])
    default: self = .any
    }
  }
}

/// Numbers read one after the other.
private struct NumberStream {
  private let numbers: ImageLists.List
  private var at: Int

  init(_ numbers: ImageLists.List) {
    self.numbers = numbers
    at = numbers.startIndex
  }

  mutating func next() -> Int {
    defer { at += 1 }
    return numbers[at]
  }
}
