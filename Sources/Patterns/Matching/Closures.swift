/// What the instructions of some patterns reach without taking an item: worked out once for each instruction, where a text
/// first asks for it.
struct Closures {
  /// An item that is waited for.
  struct Item {
    var predicate: Int32
    /// The instruction after it.
    var next: Int32
  }

  /// Items of one instruction whose predicates stand in one word of a set: where no predicate of theirs holds, none is looked at.
  private struct Group {
    var word: Int32
    /// Where the items end in `waits`, and with the next group begin.
    var end: Int32
    var bits: UInt64
  }

  /// What one instruction reaches, as ranges of `waits`, `groups`, `afterLine` and `matched`; few items are in no groups.
  struct Reach {
    fileprivate(set) var items: Range<Int32>
    fileprivate(set) var groups: Range<Int32>
    fileprivate(set) var lines: Range<Int32>
    fileprivate(set) var patterns: Range<Int32>
  }

  private let program: Program
  /// The first of the instructions, which stand together.
  let first: Int
  /// How many instructions there are.
  private let count: Int
  /// The place in `reaches` of each instruction that has been asked for.
  private var places = PlaceTable<UInt32>()
  private var reaches: [Reach] = []
  /// The items that some instruction reaches, each once: many instructions reach the same hundreds.
  private var items: [Item] = []
  /// The place in `items` of each instruction that takes one and has been reached.
  private var itemPlaces = PlaceTable<UInt32>()
  /// Twice the place of an item, plus one where no blank may stand before it.
  private var waits: [Int32] = []
  private var groups: [Group] = []
  /// The instructions after the bound of a line that is waited for.
  private(set) var afterLine: [Int32] = []
  /// The patterns that have matched.
  private(set) var matched: [Int32] = []
  /// From how many items on those of an instruction are put into groups.
  private static let grouped = 32
  /// Two bits for each instruction seen on the way, with and without glue before it, and which they are.
  private var seen: [UInt64] = []
  private var seenEntries: [Int] = []
  private var stack: [Int32] = []

  init(_ program: Program, instructions: Range<Int>) {
    self.program = program
    first = instructions.lowerBound
    count = instructions.count
  }

  /// How many items all instructions wait for.
  var waitCount: Int { waits.count }

  /// About how many bytes what has been worked out takes.
  var byteCount: Int {
    reaches.count * 32 + groups.count * 16 + items.count * 8 + (waits.count + afterLine.count + matched.count) * 4
      + places.byteCount + itemPlaces.byteCount
  }

  /// Forgets all that has been worked out.
  mutating func reset() {
    if reaches.isEmpty { return }
    places.removeAll()
    itemPlaces.removeAll()
    reaches.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    waits.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    afterLine.removeAll(keepingCapacity: true)
    matched.removeAll(keepingCapacity: true)
  }

  /// What an instruction reaches that has been found before.
  @inline(__always)
  subscript(instruction: Int32) -> Reach { reaches[Int(places[instruction] ?? 0)] }

  /// Adds to `next` the instruction after each item, of those an instruction reaches, that an item of a text is of which the
  /// predicates in `held` hold, a bit each.
  @inline(__always)
  func addFollowers(
    of instruction: Int32, _ held: [UInt64], isGlued: Bool, to next: inout InstructionSet
  ) {
    let reach = self[instruction]
    held.withUnsafeBufferPointer { held in
      items.withUnsafeBufferPointer { items in
        waits.withUnsafeBufferPointer { waits in
          func add(_ range: Range<Int32>) {
            for place in range {
              let wait = waits[Int(place)]
              let item = items[Int(wait >> 1)]
              let isHeld = held[Int(item.predicate) >> 6] >> UInt64(item.predicate & 63) & 1 == 1
              if isHeld, wait & 1 == 0 || isGlued { next.insert(item.next) }
            }
          }
          if reach.groups.isEmpty { return add(reach.items) }
          var start = reach.items.lowerBound
          for place in reach.groups {
            let group = groups[Int(place)]
            if held[Int(group.word)] & group.bits != 0 { add(start..<group.end) }
            start = group.end
          }
        }
      }
    }
  }

  /// The items that an instruction reaches, and whether no blank may stand before each.
  func items(of instruction: Int32) -> [(item: Item, isGlued: Bool)] {
    self[instruction].items.map { (items[Int(waits[Int($0)] >> 1)], waits[Int($0)] & 1 == 1) }
  }

  /// Finds what an instruction reaches, unless that is known.
  @inline(__always)
  mutating func find(_ instruction: Int32) -> Reach {
    if let place = places[instruction] { return reaches[Int(place)] }
    return make(instruction)
  }

  @inline(never)
  private mutating func make(_ instruction: Int32) -> Reach {
    if seen.isEmpty { seen = Array(repeating: 0, count: (count * 2 + 63) / 64) }
    let starts = (items: waits.count, lines: afterLine.count, patterns: matched.count)
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
        if let known = itemPlaces[entry >> 1] {
          waits.append(known << 1 | glue)
        } else {
          waits.append(Int32(truncatingIfNeeded: items.count) << 1 | glue)
          itemPlaces.insert(entry >> 1, Int32(truncatingIfNeeded: items.count))
          items.append(Item(predicate: predicate, next: plain(next)))
        }
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
      items: Int32(starts.items)..<Int32(waits.count), groups: group(from: starts.items),
      lines: Int32(starts.lines)..<Int32(afterLine.count),
      patterns: Int32(starts.patterns)..<Int32(matched.count))
    places.insert(instruction, Int32(truncatingIfNeeded: reaches.count))
    reaches.append(reach)
    return reach
  }

  /// Puts the items from a place on into groups, if they are many.
  private mutating func group(from start: Int) -> Range<Int32> {
    let first = Int32(truncatingIfNeeded: groups.count)
    if waits.count - start < Self.grouped { return first..<first }
    waits[start...].sort { items[Int($0 >> 1)].predicate < items[Int($1 >> 1)].predicate }
    for place in start..<waits.count {
      let predicate = items[Int(waits[place] >> 1)].predicate
      if Int(first) == groups.count || groups[groups.count - 1].word != predicate >> 6 {
        groups.append(Group(word: predicate >> 6, end: 0, bits: 0))
      }
      groups[groups.count - 1].bits |= 1 << UInt64(predicate & 63)
      groups[groups.count - 1].end = Int32(truncatingIfNeeded: place + 1)
    }
    return first..<Int32(truncatingIfNeeded: groups.count)
  }

  /// An instruction without the notes before it, which mean nothing to an automaton.
  private func plain(_ instruction: Int32) -> Int32 {
    var instruction = instruction
    while case .save(_, let next) = program.instructions[Int(instruction)] { instruction = next }
    return instruction
  }
}
