import Lexicon
import UnicodeText

/// The distinct item tests of a rule set, with an index of which of them can hold of an item; read where they lie.
struct PredicateTable: Sendable {
  private let tests: ImageLists
  private let atoms: ImageLists
  private let words: ImageNumbers
  private let byWord: ImageLists
  private let senses: [String: Int]
  private let bySense: ImageLists
  private let mentions: [String: Int]
  private let byMention: ImageLists
  private let byTrait: ImageLists
  private let strings: ImageStrings

  /// A compiled table, whose names are among `strings`.
  init(_ reader: inout ImageReader, _ strings: ImageStrings) {
    func names(_ numbers: ImageNumbers) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: (0..<numbers.count).map { (strings[numbers[$0]], $0) })
    }
    tests = reader.lists()
    atoms = reader.lists()
    words = reader.numbers()
    byWord = reader.lists()
    senses = names(reader.numbers())
    bySense = reader.lists()
    mentions = names(reader.numbers())
    byMention = reader.lists()
    byTrait = reader.lists()
    self.strings = strings
  }

  /// The number of tests.
  var count: Int { tests.count }

  /// The number of different atoms in the tests.
  var atomCount: Int { atoms.count }

  /// A test; made anew at each call.
  func test(_ number: Int) -> ItemTest {
    ItemTest(terms: tests[number].dropFirst().map { ItemTest.Term(atom: atom($0 >> 1), isNegated: $0 & 1 == 1) })
  }

  /// An atom; made anew at each call.
  func atom(_ number: Int) -> Atom {
    var stream = NumberStream(atoms[number])
    return Atom(&stream, strings)
  }

  /// Whether a test holds of an item, of which `holds` says whether an atom does; a phrase is only ever matched by its senses,
  /// a mention by its type.
  @inline(__always)
  func passes(_ number: Int, isPhrase: Bool, isMention: Bool, _ holds: (Int) -> Bool) -> Bool {
    let list = tests[number]
    var place = list.startIndex
    let flags = list[place]
    if isPhrase && flags & 1 == 0 || isMention && flags & 2 == 0 { return false }
    place += 1
    while place < list.endIndex {
      let term = list[place]
      if holds(term >> 1) == (term & 1 == 1) { return false }
      place += 1
    }
    return true
  }

  /// Calls `body` with the tests that can hold of a mention of some type.
  func each(ofMention type: String, _ body: (Int) -> Void) {
    if let number = mentions[type] { byMention[number].forEach(body) }
  }

  /// Calls `body` with the tests that can hold of an entry of some sense.
  func each(ofSense sense: String, _ body: (Int) -> Void) {
    if let number = senses[sense] { bySense[number].forEach(body) }
  }

  /// Calls `body` with the tests that ask for a word.
  func each(ofWord word: WordID, _ body: (Int) -> Void) {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < Int(word.rawValue) { low = middle + 1 } else { high = middle }
    }
    if low < words.count, words[low] == Int(word.rawValue) { byWord[low].forEach(body) }
  }

  /// Calls `body` with the tests that can hold of a token because of how it is written.
  func each(ofType type: TokenType, _ body: (Int) -> Void) {
    for (number, shape) in ShapeTest.allCases.enumerated() where type.passes(shape) { byTrait[number].forEach(body) }
    if type.kind == .number { byTrait[Self.numberTrait].forEach(body) }
    if type.kind == .word { byTrait[Self.wordTrait].forEach(body) }
    byTrait[Self.anyTrait].forEach(body)
  }

  /// How many lists of tests there are that ask neither for a word nor a sense nor a mention.
  static let traits = ShapeTest.allCases.count + 3

  private static let numberTrait = ShapeTest.allCases.count
  private static let wordTrait = numberTrait + 1
  private static let anyTrait = numberTrait + 2

  /// The list in which a test stands whose main atom is this one.
  static func trait(_ atom: Atom?) -> Int {
    switch atom {
    case .shape(let shape): ShapeTest.allCases.firstIndex(of: shape) ?? anyTrait
    case .number, .digits: numberTrait
    case .begins, .ends: wordTrait
    case .literal, .sense, .mention, .any, nil: anyTrait
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
