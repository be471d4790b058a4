/// The items of one line: its tokens, the longer lexicon entries over them and the mentions found so far, as arcs between
/// token positions.
struct Lattice {
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

  /// A token of the line, or its end.
  struct Place {
    /// The class and the blank before it, as automata read them.
    var symbol: ItemSymbol
    /// The first arc that begins here, -1 where none does.
    var outgoing: Int32
    /// The first arc that ends here.
    var incoming: Int32
    /// Whether the token may not be read by itself, being inside a settled mention.
    var isCovered: Bool
  }

  /// The items of a line by their addresses: automata look at them for every step, and each look would count references again.
  struct View {
    let line: Range<Int>
    let places: UnsafeBufferPointer<Place>
    let arcs: UnsafeBufferPointer<Arc>

    /// What stands at a position of the line, its end included.
    @inline(__always)
    subscript(position: Int) -> Place { places[position &- line.lowerBound] }

    /// Whether no blank stands at a position inside the line.
    @inline(__always)
    func isGlued(at position: Int) -> Bool { position < line.upperBound && self[position].symbol.isGlued }
  }

  /// The tokens of the line.
  private(set) var line: Range<Int> = 0..<0
  private(set) var places: [Place] = []
  private(set) var arcs: [Arc] = []

  /// Forgets the line before and takes the tokens of another: `append` each, then `end`.
  mutating func begin(_ line: Range<Int>) {
    self.line = line
    places.removeAll(keepingCapacity: true)
    arcs.removeAll(keepingCapacity: true)
  }

  mutating func append(_ id: ClassID, glued: Bool) {
    places.append(Place(symbol: ItemSymbol(id, glued: glued), outgoing: -1, incoming: -1, isCovered: false))
  }

  mutating func end() {
    places.append(
      Place(symbol: ItemSymbol(ClassID(rawValue: 0), glued: false), outgoing: -1, incoming: -1, isCovered: true))
  }

  mutating func add(from start: Int, to end: Int, _ id: ClassID, _ content: Content) {
    let number = Int32(arcs.count)
    let (out, into) = (start - line.lowerBound, end - line.lowerBound)
    arcs.append(
      Arc(
        start: Int32(start), end: Int32(end), id: id, content: content, nextOutgoing: places[out].outgoing,
        nextIncoming: places[into].incoming))
    places[out].outgoing = number
    places[into].incoming = number
  }

  /// Whether an arc of a class already joins two positions.
  func hasArc(from start: Int, to end: Int, _ id: ClassID) -> Bool {
    var arc = self[start].outgoing
    while arc >= 0 {
      if arcs[Int(arc)].end == end, arcs[Int(arc)].id == id { return true }
      arc = arcs[Int(arc)].nextOutgoing
    }
    return false
  }

  /// Whether the class of some item that begins at a position and ends by `bound` passes a test.
  @inline(__always)
  func containsItem(at position: Int, bound: Int, where test: (ClassID) -> Bool) -> Bool {
    let place = self[position]
    var arc = place.outgoing
    while arc >= 0 {
      let found = arcs[Int(arc)]
      if found.end <= bound, test(found.id) { return true }
      arc = found.nextOutgoing
    }
    return position < min(line.upperBound, bound) && !place.isCovered && test(place.symbol.id)
  }

  /// Calls `body` with the class of each item that begins at a position, or leftwards of each that ends there.
  @inline(__always)
  func forEachItem(at position: Int, leftwards: Bool, _ body: (ClassID) -> Void) {
    var arc = leftwards ? self[position].incoming : self[position].outgoing
    while arc >= 0 {
      let found = arcs[Int(arc)]
      body(found.id)
      arc = leftwards ? found.nextIncoming : found.nextOutgoing
    }
    let token = leftwards ? position - 1 : position
    guard token >= line.lowerBound, token < line.upperBound, !self[token].isCovered else { return }
    body(self[token].symbol.id)
  }

  /// Makes a range of tokens unreadable one by one.
  mutating func cover(_ range: Range<Int>) {
    for index in range { places[index - line.lowerBound].isCovered = true }
  }

  /// What stands at a position of the line, its end included.
  @inline(__always)
  subscript(position: Int) -> Place { places[position - line.lowerBound] }

  /// Calls `body` with a view that is valid during the call.
  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    places.withUnsafeBufferPointer { places in
      arcs.withUnsafeBufferPointer { body(View(line: line, places: places, arcs: $0)) }
    }
  }
}

/// An item as an automaton reads it: its class and whether no blank stands before it.
struct ItemSymbol: Hashable {
  let rawValue: UInt32

  @inline(__always)
  init(_ id: ClassID, glued: Bool) { rawValue = UInt32(bitPattern: id.rawValue) << 1 | (glued ? 1 : 0) }

  @inline(__always)
  var id: ClassID { ClassID(rawValue: Int32(bitPattern: rawValue >> 1)) }

  @inline(__always)
  var isGlued: Bool { rawValue & 1 == 1 }
}
