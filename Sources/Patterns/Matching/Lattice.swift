/// The items of one line: its tokens, the longer lexicon entries over them and the mentions found so far, as arcs between
/// token positions.
///
/// A class, since a matcher reads it while rules' matches are being handed out; one lattice belongs to one matcher.
final class Lattice {
  /// An arc over several tokens, or a mention over one.
  struct Arc {
    var start: Int32
    var end: Int32
    var id: ClassID
    var content: Content
    var nextOutgoing: Int32
    var nextIncoming: Int32
  }

  /// What an arc stands for.
  enum Content: Equatable {
    /// A node of the lexicon.
    case entry(Int32)
    /// A mention by its number.
    case mention(Int32)
  }

  /// The tokens of the line.
  private(set) var line: Range<Int> = 0..<0
  /// The class of each token of the line.
  private(set) var tokenClasses: [ClassID] = []
  /// Whether a blank stands before a token of the line.
  private(set) var isGlued: [Bool] = []
  /// Positions whose token may not be read by itself, being inside a settled mention.
  private(set) var isCovered: [Bool] = []
  private(set) var arcs: [Arc] = []
  private var outgoing: [Int32] = []
  private var incoming: [Int32] = []

  func begin(_ line: Range<Int>) {
    self.line = line
    tokenClasses.removeAll(keepingCapacity: true)
    isGlued.removeAll(keepingCapacity: true)
    arcs.removeAll(keepingCapacity: true)
    isCovered = Array(repeating: false, count: line.count)
    outgoing = Array(repeating: -1, count: line.count + 1)
    incoming = Array(repeating: -1, count: line.count + 1)
  }

  func append(_ id: ClassID, glued: Bool) {
    tokenClasses.append(id)
    isGlued.append(glued)
  }

  func add(from start: Int, to end: Int, _ id: ClassID, _ content: Content) {
    let number = Int32(arcs.count)
    let (out, into) = (start - line.lowerBound, end - line.lowerBound)
    arcs.append(
      Arc(
        start: Int32(start), end: Int32(end), id: id, content: content, nextOutgoing: outgoing[out],
        nextIncoming: incoming[into]))
    outgoing[out] = number
    incoming[into] = number
  }

  /// Whether an arc of a class already joins two positions.
  func hasArc(from start: Int, to end: Int, _ id: ClassID) -> Bool {
    var arc = firstOutgoing(at: start)
    while arc >= 0 {
      if arcs[Int(arc)].end == end, arcs[Int(arc)].id == id { return true }
      arc = arcs[Int(arc)].nextOutgoing
    }
    return false
  }

  /// Makes a range of tokens unreadable one by one.
  func cover(_ range: Range<Int>) {
    for index in range { isCovered[index - line.lowerBound] = true }
  }

  /// Whether no blank stands at a position inside the line.
  @inline(__always)
  func isGlued(at position: Int) -> Bool { position < line.upperBound && isGlued[position - line.lowerBound] }

  @inline(__always)
  func firstOutgoing(at position: Int) -> Int32 { outgoing[position - line.lowerBound] }

  @inline(__always)
  func firstIncoming(at position: Int) -> Int32 { incoming[position - line.lowerBound] }
}
