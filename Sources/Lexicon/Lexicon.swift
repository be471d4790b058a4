/// The words of one language: a compiled trie over folded words.
///
/// A node is a sequence of words; node 0 is the empty one. Nodes are numbered level by level, so the children of a node
/// stand together and the edge to node n + 1 is edge n. A step is a binary search among the children.
public struct Lexicon: Sendable {
  /// A node of the trie.
  public typealias Node = Int32

  /// The names of the senses.
  public let senses: [String]

  private let firstEdges: ImageNumbers
  private let edgeWords: ImageNumbers
  private let firstEntries: ImageNumbers
  private let entryFields: ImageNumbers
  private let entryFeatures: ImageNumbers
  private let strings: ImageStrings

  /// The numbers of an entry: sense, surface, file, line, first feature.
  static let fields = 5

  /// A compiled lexicon.
  public init(_ reader: inout ImageReader) {
    strings = reader.strings()
    let strings = strings
    senses = reader.array().map { strings[$0] }
    firstEdges = reader.numbers()
    edgeWords = reader.numbers()
    firstEntries = reader.numbers()
    entryFields = reader.numbers()
    entryFeatures = reader.numbers()
  }

  /// A lexicon without entries.
  public init() {
    var writer = ImageWriter()
    LexiconWriter(files: [], senses: [], items: [], words: []).write(to: &writer)
    var reader = ImageReader(Image(writer.bytes))
    self.init(&reader)
  }

  /// The number of entries.
  public var count: Int { max(0, entryFields.count / Self.fields - 1) }

  /// The node reached from `node` by one more word, nil where no entry goes on so.
  public func child(of node: Node, by word: WordID) -> Node? {
    let wanted = Int(word.rawValue)
    var (low, high) = (firstEdges[Int(node)], firstEdges[Int(node) + 1])
    while low < high {
      let middle = (low + high) / 2
      let found = edgeWords[middle]
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return low < firstEdges[Int(node) + 1] && edgeWords[low] == wanted ? Node(low + 1) : nil
  }

  /// Whether some entry goes on from this node.
  @inline(__always)
  public func goesOn(from node: Node) -> Bool { firstEdges[Int(node)] < firstEdges[Int(node) + 1] }

  /// The numbers of the entries that end at a node.
  @inline(__always)
  public func entries(at node: Node) -> Range<Int> { firstEntries[Int(node)]..<firstEntries[Int(node) + 1] }

  /// The place of an entry's sense among `senses`.
  public func sense(of entry: Int) -> Int { entryFields[entry * Self.fields] }

  /// Calls `body` with the place of each of an entry's features among `Feature.allCases` and with the number of its value: equal
  /// numbers are equal values.
  public func forEachFeature(of entry: Int, _ body: (_ feature: Int, _ value: Int) -> Void) {
    let end = entryFields[(entry + 1) * Self.fields + 4]
    for place in stride(from: entryFields[entry * Self.fields + 4], to: end, by: 2) {
      body(entryFeatures[place], entryFeatures[place + 1])
    }
  }

  /// An entry; its strings are made anew at each call.
  public func entry(_ index: Int) -> LexiconEntry {
    func field(_ number: Int) -> Int { entryFields[index * Self.fields + number] }
    var features: [Feature: String] = [:]
    forEachFeature(of: index) { features[Feature.allCases[$0]] = strings[$1] }
    return LexiconEntry(
      surface: strings[field(1)], sense: senses[field(0)], features: features, file: strings[field(2)], line: field(3))
  }
}
