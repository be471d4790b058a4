/// What the instructions of some patterns reach without taking an item: worked out once for each instruction, where a text
/// first asks for it.
struct Closures {
  /// An item that is waited for.
  struct Item {
    var predicate: Int32
    /// The instruction after it.
    var next: Int32
    /// Whether no blank may stand before it.
    var isGlued: Bool
  }

  /// What one instruction reaches, as ranges of `items`, `afterLine` and `matched`.
  struct Reach {
    fileprivate(set) var items: Range<Int32>
    fileprivate(set) var lines: Range<Int32>
    fileprivate(set) var patterns: Range<Int32>
  }

  private let program: Program
  /// The first of the instructions, which stand together.
  let first: Int
  /// The place in `reaches` of each instruction, -1 before it has been asked for.
  private var places: [Int32]
  private var reaches: [Reach] = []
  private(set) var items: [Item] = []
  /// The instructions after the bound of a line that is waited for.
  private(set) var afterLine: [Int32] = []
  /// The patterns that have matched.
  private(set) var matched: [Int32] = []
  /// Two bits for each instruction seen on the way, with and without glue before it, and which they are.
  private var seen: [UInt64] = []
  private var seenEntries: [Int] = []
  private var stack: [Int32] = []

  init(_ program: Program, instructions: Range<Int>) {
    self.program = program
    first = instructions.lowerBound
    places = Array(repeating: -1, count: instructions.count)
  }

  /// Forgets all that has been worked out.
  mutating func reset() {
    if reaches.isEmpty { return }
    for index in places.indices { places[index] = -1 }
    reaches.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    afterLine.removeAll(keepingCapacity: true)
    matched.removeAll(keepingCapacity: true)
  }

  /// What an instruction reaches that has been found before.
  @inline(__always)
  subscript(instruction: Int32) -> Reach { reaches[Int(places[Int(instruction) &- first])] }

  /// Calls `body` with the instruction after each item, of those an instruction reaches, that an item of a text is.
  @inline(__always)
  func forEachFollower(of instruction: Int32, _ symbol: ItemSymbol, _ classes: ClassSets, _ body: (Int32) -> Void) {
    let range = self[instruction].items
    classes.withView { classes in
      items.withUnsafeBufferPointer { items in
        for place in range {
          let item = items[Int(place)]
          if classes.contains(item.predicate, in: symbol.id), !item.isGlued || symbol.isGlued { body(item.next) }
        }
      }
    }
  }

  /// Finds what an instruction reaches, unless that is known.
  @inline(__always)
  mutating func find(_ instruction: Int32) -> Reach {
    let place = places[Int(instruction) &- first]
    return place >= 0 ? reaches[Int(place)] : make(instruction)
  }

  @inline(never)
  private mutating func make(_ instruction: Int32) -> Reach {
    if seen.isEmpty { seen = Array(repeating: 0, count: (places.count * 2 + 63) / 64) }
    let starts = (items: items.count, lines: afterLine.count, patterns: matched.count)
    // Twice the instruction, plus one where the next item must be glued.
    stack.append(instruction << 1)
    while let entry = stack.popLast() {
      let place = Int(entry) - 2 * first
      if seen[place >> 6] >> UInt64(place & 63) & 1 == 1 { continue }
      seen[place >> 6] |= 1 << UInt64(place & 63)
      seenEntries.append(place)
      let glue = entry & 1
      switch program.instructions[Int(entry >> 1)] {
      case .item(let predicate, let next):
        items.append(Item(predicate: predicate, next: plain(next), isGlued: glue == 1))
      case .line(let next): afterLine.append(plain(next))
      case .split(let one, let other):
        stack.append(other << 1 | glue)
        stack.append(one << 1 | glue)
      case .save(_, let next): stack.append(next << 1 | glue)
      case .glue(let next): stack.append(next << 1 | 1)
      case .match(let number): matched.append(number)
      }
    }
    for place in seenEntries { seen[place >> 6] = 0 }
    seenEntries.removeAll(keepingCapacity: true)
    let reach = Reach(
      items: Int32(starts.items)..<Int32(items.count), lines: Int32(starts.lines)..<Int32(afterLine.count),
      patterns: Int32(starts.patterns)..<Int32(matched.count))
    places[Int(instruction) - first] = Int32(truncatingIfNeeded: reaches.count)
    reaches.append(reach)
    return reach
  }

  /// An instruction without the notes before it, which mean nothing to an automaton.
  private func plain(_ instruction: Int32) -> Int32 {
    var instruction = instruction
    while case .save(_, let next) = program.instructions[Int(instruction)] { instruction = next }
    return instruction
  }
}
