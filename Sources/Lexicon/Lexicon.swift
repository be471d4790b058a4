/// The words of one language, in one trie over folded words.
///
/// A node of the trie is a sequence of words; node 0 is the empty one. Look-ups take one hashed step a word, whatever the
/// number of entries.
public struct Lexicon: Sendable {
  /// A node of the trie.
  public typealias Node = Int32

  /// All entries; the order is that of the files.
  public private(set) var entries: [LexiconEntry] = []
  /// The names of the senses that occur.
  public private(set) var senses: Set<String> = []

  private var edges: [UInt64: Node] = [:]
  private var entriesOfNode: [[Int32]] = [[]]
  private var hasChildren: [Bool] = [false]

  /// Creates an empty lexicon.
  public init() {}

  /// The node reached from `node` by one more word, nil where no entry goes on so.
  @inline(__always)
  public func child(of node: Node, by word: WordID) -> Node? { edges[Self.edge(node, word)] }

  /// Whether some entry goes on from this node.
  @inline(__always)
  public func goesOn(from node: Node) -> Bool { hasChildren[Int(node)] }

  /// The indices in `entries` of what ends at a node.
  @inline(__always)
  public func entries(at node: Node) -> [Int32] { entriesOfNode[Int(node)] }

  /// Adds an entry under its folded words; one of the same words and sense is replaced and returned.
  @discardableResult
  public mutating func add(_ entry: LexiconEntry, words: [WordID]) -> LexiconEntry? {
    precondition(!words.isEmpty, "an entry has at least one word")
    var node: Node = 0
    for word in words {
      let key = Self.edge(node, word)
      if let next = edges[key] {
        node = next
      } else {
        let next = Node(entriesOfNode.count)
        entriesOfNode.append([])
        hasChildren.append(false)
        hasChildren[Int(node)] = true
        edges[key] = next
        node = next
      }
    }
    senses.insert(entry.sense)
    for index in entriesOfNode[Int(node)] where entries[Int(index)].sense == entry.sense {
      let old = entries[Int(index)]
      entries[Int(index)] = entry
      return old
    }
    entriesOfNode[Int(node)].append(Int32(entries.count))
    entries.append(entry)
    return nil
  }

  private static func edge(_ node: Node, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word.rawValue))
  }
}
