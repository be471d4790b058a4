/// The ways in which patterns go on from an instruction over an item, in the order of preference: worked out once for each
/// instruction and class of items, where a text first asks for it.
struct WayTable {
  /// One way: over an item that an instruction takes, or to the end of the pattern.
  struct Way {
    /// The place of the item among all that the instruction reaches.
    var rank: Int32
    /// The instruction behind it.
    var next: Int32
    /// The number of the list of the slots noted before it; 0 where there are none.
    var slots: Int32
  }

  /// An item that an instruction reaches; with a negative predicate the end of the pattern.
  private struct Item {
    var predicate: Int32
    var next: Int32
    var slots: Int32
  }

  private let program: Program
  /// Where the answer to each question stands in `ways`: one whose rank is their number, and behind it the ways.
  private var places = PlaceTable<UInt64>()
  private var ways: [Way] = []
  /// What each instruction reaches, glued or not and at the bound of a line or not, and where these items end.
  private var reachPlaces = PlaceTable<UInt32>()
  private var reachEnds: [Int32] = []
  private var items: [Item] = []
  private var slots: [Int32] = []
  /// Where each list of slots ends.
  private var slotEnds: [Int32] = [0]
  /// The round in which each instruction of a pattern was last seen, and the slots on the way to where one stands.
  private var seen: [UInt32] = []
  private var round: UInt32 = 0
  private var path: [Int32] = []

  init(_ program: Program) { self.program = program }

  /// About how many bytes it takes.
  var byteCount: Int {
    places.byteCount + reachPlaces.byteCount + (reachEnds.count + slots.count + slotEnds.count) * 4
      + (ways.count + items.count) * MemoryLayout<Way>.stride
  }

  /// A way by its place.
  @inline(__always)
  subscript(place: Int) -> Way { ways[place] }

  /// The slots of a list that has some.
  func slots(of list: Int32) -> ArraySlice<Int32> {
    slots[Int(slotEnds[Int(list) - 1])..<Int(slotEnds[Int(list)])]
  }

  /// The places of the ways from an instruction over an item of a class, or with none those to the end of the pattern.
  ///
  /// The instruction is one of `pattern`; the place before the item may be glued or the bound of a line.
  @inline(__always)
  mutating func find(
    from instruction: Int32, of pattern: Range<Int>, over id: ClassID?, isGlued: Bool, isAtBound: Bool,
    _ classes: ClassSets
  ) -> Range<Int> {
    let item = UInt64(UInt32(bitPattern: (id?.rawValue ?? -1) &+ 1))
    let key = UInt64(UInt32(bitPattern: instruction)) << 33 | item << 2 | (isGlued ? 2 : 0) | (isAtBound ? 1 : 0)
    let place = Int(places[key] ?? make(key, instruction, pattern, id, isGlued, isAtBound, classes))
    return (place &+ 1)..<(place &+ 1 &+ Int(ways[place].rank))
  }

  @inline(never)
  private mutating func make(
    _ key: UInt64, _ instruction: Int32, _ pattern: Range<Int>, _ id: ClassID?, _ isGlued: Bool, _ isAtBound: Bool,
    _ classes: ClassSets
  ) -> Int32 {
    let reach = reach(instruction, pattern, isGlued, isAtBound)
    let place = ways.count
    ways.append(Way(rank: 0, next: -1, slots: 0))
    for (rank, number) in reach.enumerated() {
      let item = items[number]
      guard id.map({ item.predicate >= 0 && classes.contains(item.predicate, in: $0) }) ?? (item.predicate < 0) else {
        continue
      }
      ways.append(Way(rank: Int32(truncatingIfNeeded: rank), next: item.next, slots: item.slots))
    }
    ways[place].rank = Int32(truncatingIfNeeded: ways.count - place - 1)
    places.insert(key, Int32(truncatingIfNeeded: place))
    return Int32(truncatingIfNeeded: place)
  }

  /// The places of the items that an instruction reaches, in the order of preference.
  private mutating func reach(_ instruction: Int32, _ pattern: Range<Int>, _ isGlued: Bool, _ isAtBound: Bool) -> Range<
    Int
  > {
    let key = UInt32(bitPattern: instruction) << 2 | (isGlued ? 2 : 0) | (isAtBound ? 1 : 0)
    if let place = reachPlaces[key] {
      return (place == 0 ? 0 : Int(reachEnds[Int(place) - 1]))..<Int(reachEnds[Int(place)])
    }
    if seen.count < pattern.count { seen += repeatElement(0, count: pattern.count - seen.count) }
    round &+= 1
    let first = items.count
    follow(instruction, Int32(truncatingIfNeeded: pattern.lowerBound), isGlued, isAtBound)
    reachPlaces.insert(key, Int32(truncatingIfNeeded: reachEnds.count))
    reachEnds.append(Int32(truncatingIfNeeded: items.count))
    return first..<items.count
  }

  /// Adds the items that an instruction reaches over others not yet seen; what it notes is taken off the path again.
  private mutating func follow(_ start: Int32, _ first: Int32, _ isGlued: Bool, _ isAtBound: Bool) {
    let length = path.count
    defer { path.removeLast(path.count - length) }
    var instruction = start
    while seen[Int(instruction - first)] != round {
      seen[Int(instruction - first)] = round
      switch program.instructions[Int(instruction)] {
      case .match: return add(predicate: -1, next: instruction)
      case .item(let predicate, let next): return add(predicate: predicate, next: next)
      case .split(let one, let other):
        follow(one, first, isGlued, isAtBound)
        instruction = other
      case .save(let slot, let next):
        path.append(slot)
        instruction = next
      case .line(let next):
        guard isAtBound else { return }
        instruction = next
      case .glue(let next):
        guard isGlued else { return }
        instruction = next
      }
    }
  }

  private mutating func add(predicate: Int32, next: Int32) {
    var list: Int32 = 0
    if !path.isEmpty {
      // Of items that stand side by side the slots are mostly the same.
      let last = Int32(truncatingIfNeeded: slotEnds.count - 1)
      if last == 0 || !slots(of: last).elementsEqual(path) {
        slots += path
        slotEnds.append(Int32(truncatingIfNeeded: slots.count))
      }
      list = Int32(truncatingIfNeeded: slotEnds.count - 1)
    }
    items.append(Item(predicate: predicate, next: next, slots: list))
  }
}
