public import Lexicon
public import UnicodeText

/// One line as rules see it: its tokens, the longer lexicon entries over them and the mentions found so far.
///
/// Made for explanations: it keeps what the matcher throws away, and is not fast.
public struct TraceLine {
  /// Something that a pattern can take.
  struct Arc {
    var range: Range<Int>
    var item: Item
    /// The number of the mention that it is, nil for a token or an entry.
    var mention: Int?
  }

  /// The tokens of the line.
  public let range: Range<Int>
  private(set) var arcs: [Arc] = []
  private var outgoing: [[Int]]
  private var incoming: [[Int]]
  private var isGlued: [Bool] = []
  private var isCovered: [Bool]
  private let texts: [String]

  /// Looks at a line of a text; `types` must be the table that it was cut with.
  public init(
    _ text: Text, _ tokens: Tokens, line: Range<Int>, types: TypeTable, lexicon: Lexicon, vocabulary: Vocabulary
  ) {
    range = line
    outgoing = Array(repeating: [], count: line.count + 1)
    incoming = outgoing
    isCovered = Array(repeating: false, count: line.count)
    texts = line.map { text.string(tokens.span($0)) }
    let words = line.map { types[tokens.types[$0]].keys.compactMap { vocabulary[$0] } }
    for index in line {
      isGlued.append(tokens.flags[index].contains(.glued))
      let nodes = words[index - line.lowerBound].compactMap { lexicon.child(of: 0, by: $0) }
      let entries = nodes.flatMap { lexicon.entries(at: $0).map(lexicon.entry) }
      add(Arc(range: index..<(index + 1), item: Item(type: types[tokens.types[index]], entries: entries)))
    }
    for index in line {
      var nodes = words[index - line.lowerBound].compactMap { lexicon.child(of: 0, by: $0) }
      var end = index + 1
      while !nodes.isEmpty, end < line.upperBound {
        nodes = nodes.flatMap { node in
          words[end - line.lowerBound].compactMap { lexicon.child(of: node, by: $0) }
        }
        end += 1
        for node in nodes where !lexicon.entries(at: node).isEmpty {
          let entries = lexicon.entries(at: node).map(lexicon.entry)
          let item = Item(type: types[tokens.types[index]], isPhrase: true, entries: entries)
          add(Arc(range: index..<end, item: item))
        }
      }
    }
  }

  /// Adds a mention that patterns can ask for.
  public mutating func add(mention number: Int, _ facts: MentionFacts, range: Range<Int>) {
    add(Arc(range: range, item: Item(mention: facts), mention: number))
  }

  /// Makes the tokens of a settled mention unreadable one by one.
  public mutating func cover(_ covered: Range<Int>) {
    for index in covered { isCovered[index - range.lowerBound] = true }
  }

  /// What stands over some tokens, with one blank where a blank stands.
  public func text(_ part: Range<Int>) -> String {
    part.map { ($0 > part.lowerBound && !isGlued[$0 - range.lowerBound] ? " " : "") + texts[$0 - range.lowerBound] }
      .joined()
  }

  /// The entries of one word or several that begin at a token, with their tokens.
  public func entries(at position: Int) -> [(range: Range<Int>, entry: LexiconEntry)] {
    outgoing[position - range.lowerBound].flatMap { index in
      arcs[index].item.entries.map { (arcs[index].range, $0) }
    }
  }

  /// Whether no blank stands at a position inside the line.
  func isGlued(at position: Int) -> Bool { position < range.upperBound && isGlued[position - range.lowerBound] }

  /// Whether the line begins or ends at a position.
  func isBound(_ position: Int) -> Bool { position == range.lowerBound || position == range.upperBound }

  /// What can be taken from a position on, the last found first and the single token last.
  func arcs(from position: Int) -> [Arc] { arcs(outgoing[position - range.lowerBound]) }

  /// What can be taken from a position leftwards.
  func arcs(to position: Int) -> [Arc] { arcs(incoming[position - range.lowerBound]) }

  private func arcs(_ numbers: [Int]) -> [Arc] {
    numbers.reversed().map { arcs[$0] }.filter { arc in
      arc.range.count > 1 || arc.mention != nil || !isCovered[arc.range.lowerBound - range.lowerBound]
    }
  }

  private mutating func add(_ arc: Arc) {
    outgoing[arc.range.lowerBound - range.lowerBound].append(arcs.count)
    incoming[arc.range.upperBound - range.lowerBound].append(arcs.count)
    arcs.append(arc)
  }
}
