import Lexicon
import UnicodeText

/// The lexicon's nodes that two types, one behind the other, lead to.
struct PairTable {
  /// The number of each pair, -1 where it leads nowhere.
  private var places = PlaceTable<UInt64>()
  /// Where the nodes of each number end in `nodes`.
  private var ends: [Int32] = [0]
  private var nodes: [Lexicon.Node] = []

  /// The most pairs that are remembered: texts have new ones without end.
  private static let limit = 1 << 16

  /// Whether so many pairs are remembered that all should be forgotten.
  var isFull: Bool { places.count > Self.limit }

  /// About how many bytes the pairs take.
  var byteCount: Int { places.byteCount + (ends.count + nodes.count) * 4 }

  /// Forgets all pairs.
  mutating func removeAll() {
    places.removeAll()
    ends.removeSubrange(1...)
    nodes.removeAll(keepingCapacity: true)
  }

  /// The number of a pair, -1 where it leads nowhere, nil where it is not known.
  @inline(__always)
  func number(of first: TokenTypeID, _ second: TokenTypeID) -> Int32? {
    places[PlaceTable.pair(first.rawValue, second.rawValue)]
  }

  /// The nodes of a number.
  @inline(__always)
  func forEachNode(of number: Int32, _ body: (Lexicon.Node) -> Void) {
    if number < 0 { return }
    for index in Int(ends[Int(number)])..<Int(ends[Int(number) + 1]) { body(nodes[index]) }
  }

  /// Adds a pair that is not known.
  mutating func insert(_ first: TokenTypeID, _ second: TokenTypeID, _ found: [Lexicon.Node]) {
    var number: Int32 = -1
    if !found.isEmpty {
      number = Int32(truncatingIfNeeded: ends.count - 1)
      nodes += found
      ends.append(Int32(truncatingIfNeeded: nodes.count))
    }
    places.insert(PlaceTable.pair(first.rawValue, second.rawValue), number)
  }
}
